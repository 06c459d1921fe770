package org.samenspraak.wijkbudget;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** Leads from the dossier of a round to its page. */
@Component
class BudgetRoundSection implements DossierSection {

    private final BudgetRounds rounds;

    BudgetRoundSection(BudgetRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String titleKey() {
        return "wijkbudget.round.title";
    }

    @Override
    public String template() {
        return "wijkbudget/round-section";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(BudgetRound.TRAJECTORY)
                && rounds.find(view.id()).isPresent();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        return new Shown(view.number(), rounds.get(view.id()));
    }

    record Shown(String number, BudgetRounds.Round round) {}
}
