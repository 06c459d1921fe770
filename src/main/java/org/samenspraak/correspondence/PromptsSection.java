package org.samenspraak.correspondence;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Component;

/** Shows in the dossier who of the council was asked what, and how that stands. */
@Component
class PromptsSection implements DossierSection {

    private static final int SHOWN = 10;

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
        return !prompts.page(view.id(), null, 1).isEmpty();
    }

    @Override
    public Object data(CaseView view) {
        var page = Page.of(
                prompts.page(view.id(), null, SHOWN + 1), SHOWN, row -> row.id().toString());
        return new Asked(view.number(), page);
    }

    /** @param number of the case, for the way to the rest */
    public record Asked(String number, Page<Prompts.Row> page) {}
}
