package org.samenspraak.correspondence;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** Shows in the dossier who of the council was asked what, and how that stands. */
@Component
class PromptsSection implements DossierSection {

    private final Prompts prompts;

    PromptsSection(Prompts prompts) {
        this.prompts = prompts;
    }

    @Override
    public String titleKey() {
        return "correspondence.prompts.title";
    }

    @Override
    public String template() {
        return "correspondence/prompts";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return !prompts.ofCase(view.id()).isEmpty();
    }

    @Override
    public Object data(CaseView view) {
        return prompts.ofCase(view.id());
    }
}
