package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Carrier;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A milestone that is reached frees its money. What the city spent on it itself counts once somebody else confirmed it. */
@Service
class ReachedMilestones {

    private static final String FORM = "wijkbudget-spent";

    private final BudgetProjects projects;
    private final Executions executions;
    private final MilestonePhotos photos;
    private final ProjectMails told;
    private final Pots pots;
    private final Submissions submissions;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;

    ReachedMilestones(
            BudgetProjects projects,
            Executions executions,
            MilestonePhotos photos,
            ProjectMails told,
            Pots pots,
            Submissions submissions,
            Timeline timeline,
            BudgetWords words,
            Dates dates) {
        this.projects = projects;
        this.executions = executions;
        this.photos = photos;
        this.told = told;
        this.pots = pots;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
    }

    /**
     * What the office noted.
     *
     * @param confirms whether the model has somebody confirm what the city spent
     * @return whether somebody else has to confirm it first
     * @throws Refusal for one that was reached before, for a day before the agreement, for more than it frees and a file that is no photo
     */
    boolean note(BudgetProject project, Answers answers, boolean confirms, Actor by) {
        var reached = read(project, answers);
        if (confirms && reached.isSpent()) {
            return true;
        }
        reach(project, reached, answers, by);
        return false;
    }

    /** Somebody else read what the city spent: it counts now, or the office notes it anew. */
    @Transactional
    public void confirm(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        var noted = submissions.latest(caseId, Running.FORM).orElseThrow();
        var said = submissions.latest(caseId, FORM).orElseThrow();
        if ("yes".equals(said.text("confirmed"))) {
            reach(project, read(project, noted), noted, by);
        } else {
            timeline.add(caseId, "wijkbudget.spent-refused", Map.of(), IdeaIntake.text(said, "spentWhy"), by);
        }
    }

    /** What is to be confirmed, in the reader's language; none where the office noted something else last. */
    Optional<String> toConfirm(BudgetProject project) {
        return noted(project)
                .map(answers -> read(project, answers))
                .filter(Reached::isSpent)
                .map(one -> words.say(
                        "wijkbudget.spent.what",
                        one.milestone().title(),
                        words.euros(one.used()),
                        words.euros(one.milestone().cents()),
                        dates.day(one.on())));
    }

    /** Why what the office noted last was not confirmed. */
    Optional<String> refused(BudgetProject project) {
        return noted(project)
                .flatMap(answers -> submissions.latest(project.caseId(), FORM))
                .filter(said -> "no".equals(said.text("confirmed")))
                .map(said -> IdeaIntake.text(said, "spentWhy"));
    }

    private Optional<Answers> noted(BudgetProject project) {
        return submissions
                .latest(project.caseId(), Running.FORM)
                .filter(answers -> "milestone".equals(answers.text("next")))
                .filter(answers -> open(project, answers).isPresent());
    }

    private Optional<Milestone> open(BudgetProject project, Answers answers) {
        var position = Integer.parseInt(IdeaIntake.text(answers, "milestone"));
        return executions.milestones(project.id()).stream()
                .filter(one -> one.position() == position && !one.done())
                .findFirst();
    }

    private Reached read(BudgetProject project, Answers answers) {
        var milestone =
                open(project, answers).orElseThrow(() -> Refusal.of("milestone", "wijkbudget.refusal.milestone-done"));
        var execution = executions.get(project.id());
        var spent = execution.carrier() == Carrier.CITY ? spent(milestone, answers) : null;
        return new Reached(milestone, reachedOn(execution, answers), spent);
    }

    private void reach(BudgetProject project, Reached reached, Answers answers, Actor by) {
        var milestone = reached.milestone();
        var proof = IdeaIntake.text(answers, "proof");
        if (!executions.reach(project.id(), milestone.position(), reached.on(), reached.spent())) {
            throw Refusal.of("milestone", "wijkbudget.refusal.milestone-done");
        }
        photos.add(project, milestone, answers, by);
        settle(project, reached, by);
        timeline.add(
                project.caseId(),
                "wijkbudget.milestone-reached",
                Map.of("title", milestone.title()),
                proof.isEmpty() ? null : proof,
                by);
        if (reached.isSpent()) {
            timeline.add(
                    project.caseId(),
                    "wijkbudget.milestone-spent",
                    Map.of("title", milestone.title(), "amount", words.euros(reached.used())),
                    null,
                    by);
        }
        told.send(
                project,
                "project-milestone",
                Map.of(
                        "subject",
                        project.title(),
                        "changes",
                        milestone.title(),
                        "taken",
                        words.dutchDay(reached.on())));
    }

    /** What was left of it stays with the project, and goes back to the pot when that ends. */
    private void settle(BudgetProject project, Reached reached, Actor by) {
        var milestone = reached.milestone();
        if (reached.isSpent()) {
            pots.spend(project.caseId(), milestone.position(), reached.used(), by);
        } else if (reached.spent() == null && milestone.cents() > 0) {
            var council = Objects.requireNonNull(executions.get(project.id()).council(), "council");
            pots.pay(project.caseId(), milestone.position(), milestone.cents(), council, by);
        }
    }

    /** In cents; all of it where the office does not say. */
    private long spent(Milestone milestone, Answers answers) {
        var typed = IdeaIntake.text(answers, "spent");
        var cents = typed.isEmpty()
                ? milestone.cents()
                : new BigDecimal(typed).movePointRight(2).longValueExact();
        if (cents > milestone.cents()) {
            throw Refusal.of("spent", "wijkbudget.refusal.spent", words.euros(milestone.cents()));
        }
        return cents;
    }

    private LocalDate reachedOn(Execution execution, Answers answers) {
        var typed = IdeaIntake.text(answers, "reachedOn");
        var day = typed.isEmpty() ? dates.today() : LocalDate.parse(typed);
        var begins = Objects.requireNonNull(execution.begins(), "begins");
        if (day.isBefore(begins)) {
            throw Refusal.of("reachedOn", "wijkbudget.refusal.before-agreed", dates.day(begins));
        }
        return day;
    }

    /** @param spent by the city itself, in cents; none where a council gets the money */
    private record Reached(Milestone milestone, LocalDate on, @Nullable Long spent) {

        boolean isSpent() {
            return spent != null && spent > 0;
        }

        long used() {
            return spent == null ? milestone.cents() : spent;
        }
    }
}
