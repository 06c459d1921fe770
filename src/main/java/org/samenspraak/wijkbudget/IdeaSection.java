package org.samenspraak.wijkbudget;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** The projects that came of an idea, in its dossier. */
@Component
class IdeaSection implements DossierSection {

    private final BudgetProjects projects;

    IdeaSection(BudgetProjects projects) {
        this.projects = projects;
    }

    @Override
    public String titleKey() {
        return "wijkbudget.project.of-idea";
    }

    @Override
    public String template() {
        return "wijkbudget/idea-section";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(Idea.TRAJECTORY)
                && !projects.of(view.id()).isEmpty();
    }

    @Override
    public Object data(CaseView view) {
        return projects.of(view.id());
    }
}
