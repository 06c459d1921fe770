package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.samenspraak.wijkbudget.Execution.Carrier;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who carries out a chosen project, with which milestones and which money: all sides sign, then its time runs. */
@Service
class Agreeing {

    static final String FORM = "wijkbudget-agreement";

    /** The time that a project has. */
    static final String TERM = "wijkbudget-project";

    /** The time to sign. */
    static final String SIGN = "wijkbudget-sign";

    private final BudgetProjects projects;
    private final Executions executions;
    private final CouncilSigning councils;
    private final AgreementText text;
    private final Pots pots;
    private final IdeaMails mails;
    private final Invitations invitations;
    private final IdeaSupporters supporters;
    private final Cases cases;
    private final Clocks clocks;
    private final TermEndings terms;
    private final Submissions submissions;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;
    private final Clock clock;

    Agreeing(
            BudgetProjects projects,
            Executions executions,
            CouncilSigning councils,
            AgreementText text,
            Pots pots,
            IdeaMails mails,
            Invitations invitations,
            IdeaSupporters supporters,
            Cases cases,
            Clocks clocks,
            TermEndings terms,
            Submissions submissions,
            Timeline timeline,
            BudgetWords words,
            Dates dates,
            Clock clock) {
        this.projects = projects;
        this.executions = executions;
        this.councils = councils;
        this.text = text;
        this.pots = pots;
        this.mails = mails;
        this.invitations = invitations;
        this.supporters = supporters;
        this.cases = cases;
        this.clocks = clocks;
        this.terms = terms;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Keeps what the office agreed; an agreement that came back is replaced.
     *
     * @return {@code sign} when the initiator signs, {@code city} when the city carries it out, {@code no} when it stops
     * @throws Refusal for more money than the project has, a milestone after the last day, and a council of another area
     */
    @Transactional
    public String keep(CaseId caseId) {
        clocks.stop(caseId, SIGN, null);
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var carrier = IdeaIntake.text(answers, "carrier");
        if (carrier.equals("nobody")) {
            return "no";
        }
        var project = projects.get(caseId);
        var milestones = milestones(caseId, answers);
        var most = reserved(caseId);
        var sum = milestones.stream().mapToLong(Milestone::cents).sum();
        if (sum > most) {
            throw Refusal.of("milestones", "wijkbudget.refusal.milestones", words.euros(sum), words.euros(most));
        }
        var council = carrier.equals("council");
        executions.agree(
                project.id(),
                council ? Carrier.COUNCIL : Carrier.CITY,
                council ? councils.chosen(project, IdeaIntake.text(answers, "council")) : null,
                council ? initiator(project, IdeaIntake.text(answers, "initiator")) : null,
                IdeaIntake.text(answers, "what"));
        executions.milestones(project.id(), milestones);
        return council ? "sign" : "city";
    }

    private List<Milestone> milestones(CaseId caseId, Answers answers) {
        var last = end(caseId, dates.today());
        var all = new ArrayList<Milestone>();
        for (var row : answers.rows("milestones")) {
            var due = LocalDate.parse(IdeaIntake.text(row, "due"));
            if (due.isAfter(last) || due.isBefore(dates.today())) {
                throw Refusal.of(
                        "milestones[" + all.size() + "].due",
                        "wijkbudget.refusal.milestone-day",
                        dates.day(last),
                        text.sentence(caseId, TERM));
            }
            var cents = new BigDecimal(IdeaIntake.text(row, "amount"))
                    .movePointRight(2)
                    .longValueExact();
            all.add(new Milestone(all.size() + 1, IdeaIntake.text(row, "title"), due, cents, null, null));
        }
        return all;
    }

    /** By when it is done if both sign today, and the rule that says so, in the reader's language. */
    String lastDayNow(CaseId caseId) {
        return words.say(
                "wijkbudget.agreement.last-day", dates.day(end(caseId, dates.today())), text.sentence(caseId, TERM));
    }

    private LocalDate end(CaseId caseId, LocalDate from) {
        return terms.count(cases.get(caseId).regulation(), TERM, from).lastDay();
    }

    /** What the decision put aside for it. */
    long reserved(CaseId caseId) {
        return pots.held(caseId)
                .map(held -> held.reserved().plus(held.committed()).cents())
                .orElse(0L);
    }

    /** One of those who stand behind its ideas. */
    UUID initiator(BudgetProject project, String id) {
        return people(project).stream()
                .map(Idea.Supporter::id)
                .filter(one -> one.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of("initiator", "wijkbudget.refusal.no-initiator"));
    }

    /** Who can lead it: all who confirmed that they stand behind one of its ideas. */
    List<Idea.Supporter> people(BudgetProject project) {
        return projects.ideas(project.id()).stream()
                .flatMap(idea -> supporters.of(idea).stream())
                .filter(Idea.Supporter::confirmed)
                .toList();
    }

    @Transactional
    public void askSignature(CaseId caseId) {
        mail(executions.get(projects.get(caseId).id()), "project-sign");
    }

    /** What the initiator answered behind their link: {@code agreed} or {@code refused}. */
    @Transactional
    public String answer(CaseId caseId) {
        clocks.stop(caseId, SIGN, null);
        return executions.get(projects.get(caseId).id()).signedAt() == null ? "refused" : "agreed";
    }

    /** @return {@code agreed}, or {@code back} when the city wants something else */
    @Transactional
    public String keepCity(CaseId caseId, Actor by) {
        var project = projects.get(caseId).id();
        var answers = submissions.latest(caseId, "wijkbudget-city-sign").orElseThrow();
        if (!"yes".equals(answers.text("signed"))) {
            executions.cameBack(project, IdeaIntake.text(answers, "signReason"));
            return "back";
        }
        executions.signedByCity(project, clock.instant(), by.name());
        return "agreed";
    }

    /** Both signed: the money is fixed and the time runs. Twice is once. */
    @Transactional
    public void begin(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        var execution = executions.get(project.id());
        if (execution.begins() != null) {
            return;
        }
        pots.fix(caseId, execution.cents(), by);
        var due = end(caseId, dates.today());
        executions.begin(project.id(), dates.today(), due);
        projects.stand(caseId, State.RUNNING);
        clocks.startUntil(caseId, TERM, null, due);
        if (execution.council() != null) {
            var said = words.dutch(
                    "wijkbudget.agreement.told", BigDecimal.valueOf(execution.cents(), 2), words.dutchDay(due));
            var told = Map.<String, Object>of("told", List.of(Map.of("subject", project.title(), "reason", said)));
            invitations.tellAll(caseId, "project-council", told, List.of(execution.council()), by);
        }
        timeline.add(caseId, "wijkbudget.execution-began", Map.of("until", due.toString()), null, Actor.SYSTEM);
    }

    private void mail(Execution execution, String text) {
        if (execution.initiator() != null) {
            supporters.find(execution.initiator()).ifPresent(one -> mails.send(one, text));
        }
    }
}
