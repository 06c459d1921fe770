package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.BudgetDecisions.Result;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organ confirms what was chosen, or deviates with a reason for each project; then all proposers are told. */
@Service
class RoundDeciding {

    static final String FORM = "wijkbudget-decide";

    private final BudgetDecisions decisions;
    private final DecisionReasons reasons;
    private final BudgetAreas areas;
    private final Pots pots;
    private final IdeaMails mails;
    private final IdeaSupporters supporters;
    private final BudgetProjects projects;
    private final ProjectCases projectCases;
    private final Cases cases;
    private final Submissions submissions;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Clock clock;

    RoundDeciding(
            BudgetDecisions decisions,
            DecisionReasons reasons,
            BudgetAreas areas,
            Pots pots,
            IdeaMails mails,
            IdeaSupporters supporters,
            BudgetProjects projects,
            ProjectCases projectCases,
            Cases cases,
            Submissions submissions,
            Timeline timeline,
            BudgetWords words,
            Clock clock) {
        this.decisions = decisions;
        this.reasons = reasons;
        this.areas = areas;
        this.pots = pots;
        this.mails = mails;
        this.supporters = supporters;
        this.projects = projects;
        this.projectCases = projectCases;
        this.cases = cases;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Keeps what was decided and reserves the money of each chosen project in the pot of its area. Twice is once.
     *
     * @throws Refusal for a deviation that is none or has no project of this round, and when an area has too little money
     */
    @Transactional
    public void decide(CaseId round, Actor by) {
        var answers = submissions.latest(round, FORM).orElseThrow();
        var results = decisions.results(round);
        var deviations = deviations(answers, results);
        refuseOverspending(round, results, deviations);
        var number = IdeaIntake.text(answers, "decisionNumber");
        var day = LocalDate.parse(IdeaIntake.text(answers, "decisionDate"));
        var reason = IdeaIntake.text(answers, "decisionReason");
        if (!decisions.add(round, number, day, reason.isEmpty() ? null : reason, clock.instant(), by.name())) {
            return;
        }
        results.forEach(
                result -> decisions.decide(result.id(), chosen(result, deviations), why(deviations.get(result.id()))));
        pots.open(round, number, day, by);
        decisions.results(round).stream()
                .filter(Result::chosen)
                .forEach(result -> pots.reserve(round, result, number, by));
    }

    private Map<UUID, Deviation> deviations(Answers answers, List<Result> results) {
        var found = new HashMap<UUID, Deviation>();
        if (!"no".equals(answers.text("confirmed"))) {
            return found;
        }
        var rows = answers.rows("deviations");
        for (int at = 0; at < rows.size(); at++) {
            var id = IdeaIntake.text(rows.get(at), "project");
            var field = "deviations[" + at + "].project";
            var result = results.stream()
                    .filter(one -> one.id().toString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(field, "wijkbudget.refusal.no-project"));
            if (found.containsKey(result.id())) {
                throw Refusal.of(field, "wijkbudget.refusal.project-twice", result.title());
            }
            var chosen = "chosen".equals(IdeaIntake.text(rows.get(at), "decided"));
            if (chosen == result.counted()) {
                throw Refusal.of(field, "wijkbudget.refusal.no-deviation", result.title());
            }
            found.put(result.id(), new Deviation(chosen, IdeaIntake.text(rows.get(at), "why")));
        }
        if (found.isEmpty()) {
            throw Refusal.of("deviations", "wijkbudget.refusal.no-deviations");
        }
        return found;
    }

    private void refuseOverspending(CaseId round, List<Result> results, Map<UUID, Deviation> deviations) {
        var spent = results.stream()
                .filter(result -> chosen(result, deviations))
                .collect(Collectors.groupingBy(Result::area, Collectors.summingLong(Result::cents)));
        for (Share share : areas.of(round)) {
            var sum = spent.getOrDefault(share.area().value(), 0L);
            if (sum > share.cents()) {
                throw Refusal.of(
                        "confirmed",
                        "wijkbudget.refusal.pot",
                        share.name(),
                        words.euros(sum),
                        words.euros(share.cents()));
            }
        }
    }

    private static boolean chosen(Result result, Map<UUID, Deviation> deviations) {
        var deviation = deviations.get(result.id());
        return deviation == null ? result.counted() : deviation.chosen();
    }

    private static @Nullable String why(@Nullable Deviation deviation) {
        return deviation == null ? null : deviation.why();
    }

    /** Each proposer reads what was decided on each project that came of their idea, and why; the projects go on or end. */
    @Transactional
    public void tell(CaseId round) {
        for (var told : reasons.of(round)) {
            var text = told.result().chosen() ? "project-chosen" : "project-left";
            projects.ideas(told.result().id())
                    .forEach(idea -> mails.send(supporters.proposer(idea), text, told.fields()));
        }
        decisions.told(round, clock.instant());
        projectCases.tellDecided(round);
        timeline.add(round, "wijkbudget.decided-told", Map.of(), null, Actor.SYSTEM);
    }

    /** Cases of ideas whose proposers had to be told. */
    Set<CaseId> told(CaseId round) {
        return Set.copyOf(decisions.ideas(round));
    }

    String title(CaseId round) {
        return cases.get(round).title();
    }

    private record Deviation(boolean chosen, String why) {}
}
