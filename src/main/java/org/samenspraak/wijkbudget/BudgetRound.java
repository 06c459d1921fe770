package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A round from its preparation to its end. */
@Service
class BudgetRound {

    static final String TRAJECTORY = "wijkbudget-round";

    /** The time between adoption and call; its clock ends on the day before the call. */
    static final String ANNOUNCEMENT = "wijkbudget-announcement";

    /** The time in which the college adopts it. */
    static final String ADOPTION = "wijkbudget-adopt";

    private static final List<Phase> PHASES = List.of(Phase.values());

    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final BudgetMoney money;
    private final Regulations regulations;
    private final RoundRules rules;
    private final PhasePlan plan;
    private final Cases cases;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Timeline timeline;
    private final Dates dates;
    private final Clock clock;

    BudgetRound(
            BudgetRounds rounds,
            BudgetAreas areas,
            BudgetMoney money,
            Regulations regulations,
            RoundRules rules,
            PhasePlan plan,
            Cases cases,
            Clocks clocks,
            Submissions submissions,
            Timeline timeline,
            Dates dates,
            Clock clock) {
        this.rounds = rounds;
        this.areas = areas;
        this.money = money;
        this.regulations = regulations;
        this.rules = rules;
        this.plan = plan;
        this.cases = cases;
        this.clocks = clocks;
        this.submissions = submissions;
        this.timeline = timeline;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Divides the money as the last form says; the same again after it was amended.
     *
     * @throws Refusal for money that can't be divided, and for rules by which nobody could choose or count
     */
    @Transactional
    public void open(CaseId round) {
        var answers = submissions.latest(round, TRAJECTORY).orElseThrow();
        var regulation = cases.get(round).regulation();
        regulations.check(regulation);
        var rule = money.rule(regulation);
        var asked = money.asked(answers);
        money.refuse(rule, asked);
        rounds.prepare(round, title(answers), day(answers, "opens"), rule);
        areas.replace(round, money.divided(round, regulation, rule, asked));
    }

    /** Starts the term to adopt it: that of the regulation, or sooner when the call could not open any more on the day that it is planned. */
    @Transactional
    public void openAdoption(CaseId round) {
        var regulation = cases.get(round).regulation();
        var opens = rounds.get(round).opens();
        var last = plan.adoption(regulation, dates.today(), opens);
        if (last.isPresent()) {
            clocks.startLeaving(round, ADOPTION, last.get(), ANNOUNCEMENT, opens.minusDays(1));
        } else {
            clocks.start(round, ADOPTION, null, dates.today());
        }
    }

    /**
     * Fixes the days of all phases; a round that has to change keeps none.
     *
     * @throws Refusal when the call would open before the regulation lets it or years ahead, and for rules by which nobody could choose or count
     */
    @Transactional
    public void adopt(CaseId round) {
        var answers = submissions.latest(round, "wijkbudget-adopt").orElseThrow();
        if (!"yes".equals(answers.text("adopted"))) {
            return;
        }
        var regulation = cases.get(round).regulation();
        regulations.check(regulation);
        var opens = day(answers, "opens");
        plan.refuse(regulation, opens);
        rounds.adopt(round, opens, clock.instant());
        clocks.startUntil(round, ANNOUNCEMENT, null, opens.minusDays(1));
        for (var days : plan.from(regulation, opens)) {
            rounds.plan(round, days);
            clocks.startUntil(round, days.phase().term(), null, days.ends());
        }
    }

    /** The clock of the phase before is over: it stops, or it would read as late. */
    @Transactional
    public void begin(CaseId round, Phase phase) {
        var at = PHASES.indexOf(phase);
        clocks.stop(round, at == 0 ? ANNOUNCEMENT : PHASES.get(at - 1).term(), null);
        rounds.begin(round, phase);
        if (phase == Phase.CHOICE) {
            rules.lock(round, RoundRules.Part.CHOICE, "choice");
        }
        if (phase == Phase.EXECUTION) {
            clocks.start(round, SurveyDesk.BEGIN, null, begins(round, phase));
        }
        timeline.add(round, "wijkbudget.phase-began." + phase.code(), Map.of(), null, Actor.SYSTEM);
    }

    private LocalDate begins(CaseId round, Phase phase) {
        return rounds.phases(round).get(PHASES.indexOf(phase)).begins();
    }

    @Transactional
    public void close(CaseId round) {
        clocks.stop(round, Phase.EVALUATION.term(), null);
        rounds.close(round, clock.instant());
    }

    static String title(Answers answers) {
        return Objects.requireNonNull(answers.text("title"), "title").strip();
    }

    static LocalDate day(Answers answers, String key) {
        return LocalDate.parse(Objects.requireNonNull(answers.text(key), key));
    }
}
