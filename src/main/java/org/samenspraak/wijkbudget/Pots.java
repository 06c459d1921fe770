package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.ledger.Claim;
import org.samenspraak.ledger.Grounds;
import org.samenspraak.ledger.Held;
import org.samenspraak.ledger.Ledger;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.BudgetDecisions.Result;
import org.springframework.stereotype.Component;

/** The money of each area of a round: a budget of the ledger of its own, which never goes below zero. */
@Component
class Pots {

    private static final int LONGEST_NAME = 100;

    private final BudgetDecisions decisions;
    private final BudgetAreas areas;
    private final Budgets budgets;
    private final Ledger ledger;
    private final Cases cases;

    Pots(BudgetDecisions decisions, BudgetAreas areas, Budgets budgets, Ledger ledger, Cases cases) {
        this.decisions = decisions;
        this.areas = areas;
        this.budgets = budgets;
        this.ledger = ledger;
        this.cases = cases;
    }

    /** One for each area that takes part and has money. */
    void open(CaseId round, String decision, LocalDate day, Actor by) {
        var file = cases.get(round);
        var place = 0;
        for (Share share : areas.of(round)) {
            place++;
            if (!share.takesPart() || share.cents() == 0) {
                continue;
            }
            var key =
                    new BudgetKey(day.getYear(), "wijkbudget-" + file.number().toLowerCase(Locale.ROOT) + "-" + place);
            var name = file.title() + ", " + share.name();
            budgets.add(
                    key,
                    name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                    new Budgets.Allotment(new Amount(share.cents()), decision, file.title(), by));
            decisions.keepPot(round, share.area(), key);
        }
    }

    /** @throws Refusal when there is not enough */
    void reserve(CaseId round, Result project, String decision, Actor by) {
        var pot = decisions.pot(round, new AreaId(project.area())).orElseThrow();
        var claim = Claim.of(new CaseId(project.caseId()));
        if (!ledger.reserve(pot, new Amount(project.cents()), new Grounds(claim, project.title(), decision, by))) {
            throw new Refusal("wijkbudget.refusal.pot-empty", project.areaName());
        }
    }

    /** What the agreement is about; the rest of what was reserved is in the pot again. */
    void fix(CaseId project, long cents, Actor by) {
        ledger.fix(new Amount(cents), grounds(project, by));
    }

    /** An instalment, to be paid by the next batch. Each is asked once. */
    void pay(CaseId project, int milestone, long cents, CouncilId to, Actor by) {
        ledger.pay("milestone-" + milestone, new Amount(cents), to, grounds(project, by));
    }

    /** An instalment that the city spent itself. Each is booked once. */
    void spend(CaseId project, int milestone, long cents, Actor by) {
        ledger.spend("milestone-" + milestone, new Amount(cents), grounds(project, by));
    }

    /** What a council got and did not spend has to come back. Once, when the project is closed. */
    void reclaim(CaseId project, long cents, Actor by) {
        var file = cases.get(project);
        ledger.reclaim(new Amount(cents), new Grounds(Claim.of(project), file.title(), file.number(), by));
    }

    /** What was not paid goes back to the pot; what is on its way to the bank stays. */
    void release(CaseId project, Actor by) {
        ledger.release(grounds(project, by));
    }

    /** Whether what a milestone freed can't go to the council, for want of an account. */
    boolean lacksAccount(CaseId project) {
        return ledger.lacksAccount(Claim.of(project));
    }

    Optional<Held> held(CaseId project) {
        return ledger.of(Claim.of(project));
    }

    /** What an area has left at this moment, in cents; all of its money before the decision. */
    long left(CaseId round, Share share) {
        return decisions
                .pot(round, share.area())
                .flatMap(budgets::find)
                .map(budget -> budget.available().cents())
                .orElse(share.cents());
    }

    private Grounds grounds(CaseId project, Actor by) {
        return new Grounds(Claim.of(project), cases.get(project).title(), null, by);
    }
}
