package org.samenspraak.wijkbudget;

import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** Refuses a round whose money can't be divided, or whose call would open before anybody can adopt it. */
@Component
class BudgetRoundIntake implements TrajectoryIntake {

    private final BudgetMoney money;
    private final PhasePlan plan;
    private final Regulations regulations;
    private final Dates dates;

    BudgetRoundIntake(BudgetMoney money, PhasePlan plan, Regulations regulations, Dates dates) {
        this.money = money;
        this.plan = plan;
        this.regulations = regulations;
        this.dates = dates;
    }

    @Override
    public String trajectory() {
        return BudgetRound.TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        var regulation = regulations.inForce(BudgetRound.TRAJECTORY, dates.today());
        plan.refuseStart(regulation, BudgetRound.day(answers, "opens"));
        money.refuse(money.rule(regulation), money.asked(answers));
        return new Subject(BudgetRound.title(answers), null, null);
    }
}
