package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council whose account gets the money of a project: one of its area, which signs that it keeps the money. */
@Service
class CouncilSigning {

    private static final String FORM = "wijkbudget-council-sign";
    private static final int MANY = 1_000;

    private final BudgetProjects projects;
    private final Executions executions;
    private final Councils councils;
    private final Areas areas;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Clock clock;

    CouncilSigning(
            BudgetProjects projects,
            Executions executions,
            Councils councils,
            Areas areas,
            Clocks clocks,
            Submissions submissions,
            Timeline timeline,
            BudgetWords words,
            Clock clock) {
        this.projects = projects;
        this.executions = executions;
        this.councils = councils;
        this.areas = areas;
        this.clocks = clocks;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
    }

    /** Those in the register of the area of a project, or of one around or inside it. */
    List<CouncilView> offered(BudgetProject project) {
        var near = areas.related(project.area()).stream().map(Areas.Area::id).collect(Collectors.toSet());
        var standings = Set.of(Standing.RECOGNISED, Standing.REGISTERED);
        return councils.search(new CouncilSearch(null, null, near, standings), null, MANY);
    }

    /** @throws Refusal for one that is not offered */
    CouncilId chosen(BudgetProject project, String id) {
        return offered(project).stream()
                .map(CouncilView::id)
                .filter(one -> one.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of("council", "wijkbudget.refusal.no-council"));
    }

    /** Whom the agreement gives the money: one at most. */
    @Transactional(readOnly = true)
    public List<String> asked(CaseId caseId) {
        return Stream.ofNullable(executions.get(projects.get(caseId).id()).council())
                .map(CouncilId::toString)
                .toList();
    }

    /** What the council answered. */
    @Transactional
    public void keep(CaseId caseId, Actor by) {
        var project = projects.get(caseId).id();
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        if ("yes".equals(answers.text("signed"))) {
            executions.signedByCouncil(project, clock.instant(), by.name());
            timeline.add(caseId, "wijkbudget.agreement-council-signed", Map.of(), null, by);
        } else {
            var why = IdeaIntake.text(answers, "signReason");
            executions.cameBack(project, why);
            timeline.add(caseId, "wijkbudget.agreement-council-refused", Map.of(), why, by);
        }
    }

    /** @return {@code agreed}, or {@code refused} when the council said no or nothing in its time */
    @Transactional
    public String answer(CaseId caseId) {
        asked(caseId).forEach(council -> clocks.stop(caseId, Agreeing.SIGN, council));
        var execution = executions.get(projects.get(caseId).id());
        if (execution.councilSignedAt() != null) {
            return "agreed";
        }
        if (execution.refusal() == null) {
            executions.cameBack(execution.project(), words.dutch("wijkbudget.agreement.council-silent"));
        }
        return "refused";
    }
}
