package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.RegulationView;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.springframework.stereotype.Component;

/** Refuses a round whose money can't be divided, or whose call would open before anybody can adopt it. */
@Component
class BudgetRoundIntake implements TrajectoryIntake {

    private final BudgetMoney money;
    private final PhasePlan plan;
    private final RoundRules rules;
    private final BudgetWords words;

    BudgetRoundIntake(BudgetMoney money, PhasePlan plan, RoundRules rules, BudgetWords words) {
        this.money = money;
        this.plan = plan;
        this.rules = rules;
        this.words = words;
    }

    @Override
    public String trajectory() {
        return BudgetRound.TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        var regulation = chosen(answers).id();
        plan.refuseStart(regulation, BudgetRound.day(answers, "opens"));
        money.refuse(money.rule(regulation), money.asked(answers));
        return new Subject(BudgetRound.title(answers), null, null);
    }

    @Override
    public Optional<RegulationId> regulation(Answers answers) {
        return Optional.of(chosen(answers).id());
    }

    @Override
    public Optional<Foreseen> foreseen(Answers answers, Actor by) {
        subject(answers, by);
        var chosen = chosen(answers);
        var rule = money.rule(chosen.id());
        var shares = money.foreseen(chosen.id(), rule, money.asked(answers));
        return Optional.of(new Foreseen(
                "wijkbudget/foreseen",
                new RoundForeseen(
                        chosen.title(),
                        money.start(rule, shares),
                        money.lines(rule, shares),
                        shares.stream().mapToLong(Share::cents).sum(),
                        days(chosen.id(), BudgetRound.day(answers, "opens")),
                        Arrays.stream(RoundRules.Part.values())
                                .flatMap(part -> rules.of(chosen.id(), part).stream())
                                .toList())));
    }

    /** Until when the committee and the college have before the call, and then each phase. */
    private List<RoundForeseen.Days> days(RegulationId regulation, LocalDate opens) {
        var before = plan.before(regulation, opens);
        return Stream.concat(
                        Stream.of(
                                new RoundForeseen.Days(
                                        words.say("wijkbudget.foreseen.advised"), words.until(before.advised())),
                                new RoundForeseen.Days(
                                        words.say("wijkbudget.foreseen.adopted"), words.until(before.adopted()))),
                        plan.from(regulation, opens).stream()
                                .map(days -> new RoundForeseen.Days(words.phase(days.phase()), words.days(days))))
                .toList();
    }

    /** The usual one where nobody chose. */
    private RegulationView chosen(Answers answers) {
        var name = answers.text("under");
        var choices = rules.choices();
        return choices.stream()
                .filter(one -> one.id().name().equals(name))
                .findFirst()
                .orElse(choices.get(0));
    }
}
