package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Projects as cases: each begins when the office makes it of ideas, and goes with the phases of its round. */
@Service
class ProjectCases {

    private static final int LONGEST_SUMMARY = 3000;
    private static final String FEASIBILITY = "feasibility-begins";
    private static final String DECIDED = "besloten";

    private final BudgetProjects projects;
    private final BudgetRounds rounds;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final Cases cases;
    private final CaseLinks links;
    private final Clocks clocks;
    private final Processes processes;
    private final Timeline timeline;
    private final Dates dates;
    private final Clock clock;

    ProjectCases(
            BudgetProjects projects,
            BudgetRounds rounds,
            IdeaSupporters supporters,
            IdeaMails mails,
            Cases cases,
            CaseLinks links,
            Clocks clocks,
            Processes processes,
            Timeline timeline,
            Dates dates,
            Clock clock) {
        this.projects = projects;
        this.rounds = rounds;
        this.supporters = supporters;
        this.mails = mails;
        this.cases = cases;
        this.links = links;
        this.clocks = clocks;
        this.processes = processes;
        this.timeline = timeline;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Makes a project of one idea or of several, and tells their proposers. An idea may be in more than one project: so it is split.
     *
     * @throws Refusal when another one has this name, when the ideas lie in several areas, for money is of an area, for one that was withdrawn, and when the dialogue is
     *     over, but for those that were admitted later
     */
    @Transactional
    public void make(CaseId round, String title, List<Idea> of, Actor by) {
        rounds.hold(round);
        refuse(round, of);
        if (projects.isNamed(round, title)) {
            throw Refusal.of("title", "wijkbudget.refusal.project-named");
        }
        var area = of.get(0).area();
        var caseId = CaseId.create();
        var opened = new OpenCase(
                caseId,
                BudgetProject.TRAJECTORY,
                processes.trajectory(BudgetProject.TRAJECTORY).orElseThrow().code(),
                title,
                null,
                area,
                dates.today(),
                false,
                by);
        cases.open(opened, cases.get(round).regulation());
        links.tie(caseId, round, CaseLinks.Kind.ROUND);
        var project = BudgetProject.made(caseId, round, area, title, summary(of));
        projects.add(project, of.stream().map(Idea::caseId).toList(), clock.instant(), by.name());
        projects.ideas(project.id()).forEach(idea -> {
            timeline.add(idea, "wijkbudget.in-project", Map.of("project", title), null, by);
            mails.send(supporters.proposer(idea), "project-made", Map.of("told", List.of(Map.of("subject", title))));
        });
        timeline.add(
                round,
                "wijkbudget.project-made",
                Map.of("project", title, "many", String.valueOf(of.size())),
                null,
                by);
        processes.start(BudgetProject.TRAJECTORY, caseId, Map.of(), by);
        if (rounds.get(round).phase() == Phase.FEASIBILITY) {
            beginFeasibility(round);
        }
    }

    private void refuse(CaseId round, List<Idea> of) {
        var area = of.get(0).area();
        if (of.stream().anyMatch(idea -> !idea.area().equals(area))) {
            throw Refusal.of("idea", "wijkbudget.refusal.areas");
        }
        if (of.stream().anyMatch(idea -> cases.get(idea.caseId()).status() != CaseStatus.OPEN)) {
            throw Refusal.of("idea", "wijkbudget.refusal.project");
        }
        var phase = rounds.get(round).phase();
        var late = phase == Phase.FEASIBILITY
                && of.stream().allMatch(idea -> processes.awaits(idea.caseId(), IdeaReceiving.SETTLED));
        if (phase != null && phase.compareTo(Phase.DIALOGUE) > 0 && !late) {
            throw Refusal.of("idea", "wijkbudget.refusal.no-project-now");
        }
    }

    /** What its proposers wrote, until somebody writes it anew. */
    private static String summary(List<Idea> of) {
        var all = of.stream().map(idea -> idea.words().idea()).collect(Collectors.joining("\n\n"));
        return all.length() <= LONGEST_SUMMARY ? all : all.substring(0, LONGEST_SUMMARY);
    }

    /** The dialogue is over: the departments get the projects that it made, and everybody reads them. */
    @Transactional
    public void beginFeasibility(CaseId round) {
        projects.releaseAll(round);
        send(projects.in(round, State.DIALOGUE), FEASIBILITY);
    }

    /** The organ decided on the round: projects that are CHOSEN go on, the others end. */
    @Transactional
    public void tellDecided(CaseId round) {
        send(projects.in(round, State.CHOSEN, State.LEFT), DECIDED);
    }

    private void send(List<BudgetProject> to, String message) {
        to.stream()
                .map(BudgetProject::caseId)
                .filter(project -> processes.awaits(project, message))
                .forEach(project -> processes.signal(project, message, Map.of(), Actor.SYSTEM));
    }

    /** Until the last day of the phase of the round; a phase that is over is due at once. */
    @Transactional
    public void openAdvice(CaseId project) {
        rounds.phases(projects.get(project).round()).stream()
                .filter(days -> days.phase() == Phase.ADVICE)
                .forEach(days -> clocks.startUntil(project, Phase.ADVICE.term(), null, days.ends()));
    }
}
