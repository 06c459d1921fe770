package org.samenspraak.casefile;

import org.springframework.stereotype.Component;

/** Shows in the dossier, and beside its tasks, which conditions were met, round by round. */
@Component
class LinesSection implements DossierSection {

    private final CaseLines lines;

    LinesSection(CaseLines lines) {
        this.lines = lines;
    }

    @Override
    public String titleKey() {
        return "casefile.lines.title";
    }

    @Override
    public String template() {
        return "casefile/lines";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return !lines.of(view.id()).isEmpty();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        return lines.of(view.id());
    }
}
