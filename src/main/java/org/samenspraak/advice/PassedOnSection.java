package org.samenspraak.advice;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** Shows which point a case is about, in its dossier and beside its task. */
@Component
class PassedOnSection implements DossierSection {

    private final PassedOnPoints points;

    PassedOnSection(PassedOnPoints points) {
        this.points = points;
    }

    @Override
    public String titleKey() {
        return "advice.passed-on.title";
    }

    @Override
    public String template() {
        return "advice/passed-on";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(PassedOn.TRAJECTORY);
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        return points.find(view.id()).orElseThrow();
    }
}
