package org.samenspraak.demo;

import org.samenspraak.casefile.Cases;
import org.samenspraak.demo.BudgetTale.Rules;
import org.samenspraak.ledger.DemoBank;
import org.samenspraak.wijkbudget.DemoBudget;
import org.samenspraak.wijkbudget.DemoPanel;
import org.samenspraak.wijkbudget.DemoProjects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Rounds of the neighbourhood budget, by their age: one is carried out, one waits to be counted, of one residents choose, on one the
 * committee advises, of one departments say what can be done, of one they talk, of one by the rules of another city ideas are checked, in one they come in.
 */
@Component
@Profile("demo")
class BudgetStories {

    /** Days since the call of each opened. */
    private static final int CARRIED_OUT = 710;

    private static final int TO_COUNT = BudgetTale.DECISION + 2;
    private static final int VOTE = BudgetTale.CHOICE + 9;
    private static final int ADVICE = BudgetTale.ADVICE + 10;
    private static final int FEASIBILITY = BudgetTale.FEASIBILITY + 22;
    private static final int DIALOGUE = BudgetTale.DIALOGUE + 35;
    private static final int ADMISSION = BudgetTale.ADMISSIBILITY + 9;
    private static final int CALL = 21;

    private final Walk walk;
    private final Cases cases;
    private final DemoBudget budget;
    private final DemoProjects projects;
    private final DemoPanel panel;
    private final CouncilDesk councils;
    private final DemoBank bank;
    private final BudgetRules rules;

    BudgetStories(
            Walk walk,
            Cases cases,
            DemoBudget budget,
            DemoProjects projects,
            DemoPanel panel,
            CouncilDesk councils,
            DemoBank bank,
            BudgetRules rules) {
        this.walk = walk;
        this.cases = cases;
        this.budget = budget;
        this.projects = projects;
        this.panel = panel;
        this.councils = councils;
        this.bank = bank;
        this.rules = rules;
    }

    void plan(Agenda agenda, Cast cast) {
        rules.plan(agenda, CARRIED_OUT + 100, VOTE + 65, cast);
        var carriedOut = tale(agenda, cast, CARRIED_OUT);
        BudgetCarriedOut.tell(carriedOut, people(carriedOut, cast));
        new BudgetLookBack(carriedOut, walk, budget, cast).tell();
        var toCount = tale(agenda, cast, TO_COUNT);
        BudgetToCount.tell(toCount, people(toCount, cast));
        var vote = tale(agenda, cast, VOTE);
        BudgetVote.tell(vote, people(vote, cast), new BudgetPanel(vote, panel, cast));
        var dialogue = tale(agenda, cast, DIALOGUE);
        BudgetDialogue.tell(dialogue, people(dialogue, cast));
        var feasibility = tale(agenda, cast, FEASIBILITY);
        BudgetFeasibility.tell(feasibility, people(feasibility, cast));
        var advice = tale(agenda, cast, ADVICE);
        BudgetAdvice.tell(advice, people(advice, cast), new BudgetPanel(advice, panel, cast));
        BudgetAdmission.tell(tale(agenda, cast, ADMISSION, Rules.OTHER));
        BudgetCall.tell(tale(agenda, cast, CALL));
    }

    private BudgetTale tale(Agenda agenda, Cast cast, int openedAgo) {
        return tale(agenda, cast, openedAgo, Rules.USUAL);
    }

    private BudgetTale tale(Agenda agenda, Cast cast, int openedAgo, Rules rules) {
        return new BudgetTale(walk, cases, budget, agenda, cast, openedAgo, rules);
    }

    private BudgetPeople people(BudgetTale tale, Cast cast) {
        return new BudgetPeople(tale, walk, projects, councils, bank, cast);
    }
}
