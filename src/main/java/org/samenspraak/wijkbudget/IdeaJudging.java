package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PublicTextChanged;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office and the departments decide about an idea. Its proposer hears of each decision at once, with the reason. */
@Service
class IdeaJudging {

    /** What a model reads: where an idea goes from here, and how its case ends when it goes nowhere. */
    private static final String VERDICT = "verdict";

    private static final String ENDING = "ending";

    private static final Period LONGEST_PROMISE = Period.ofYears(1);

    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaReceiving receiving;
    private final IdeaIntake intake;
    private final IdeaMails mails;
    private final IdeaDecisions decisions;
    private final LateIdeas tooLate;
    private final MergedIdeas merged;
    private final IdeaPhotos photos;
    private final Cases cases;
    private final Clocks clocks;
    private final CaseLinks links;
    private final Submissions submissions;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;
    private final ApplicationEventPublisher events;

    IdeaJudging(
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaReceiving receiving,
            IdeaIntake intake,
            IdeaMails mails,
            IdeaDecisions decisions,
            LateIdeas tooLate,
            MergedIdeas merged,
            IdeaPhotos photos,
            Cases cases,
            Clocks clocks,
            CaseLinks links,
            Submissions submissions,
            Timeline timeline,
            BudgetWords words,
            Dates dates,
            ApplicationEventPublisher events) {
        this.ideas = ideas;
        this.supporters = supporters;
        this.receiving = receiving;
        this.intake = intake;
        this.mails = mails;
        this.decisions = decisions;
        this.tooLate = tooLate;
        this.merged = merged;
        this.photos = photos;
        this.cases = cases;
        this.clocks = clocks;
        this.links = links;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
        this.events = events;
    }

    @Transactional
    public void moderate(CaseId caseId) {
        var answers = sent(caseId, "wijkbudget-moderate");
        var published = "yes".equals(answers.text("publish"));
        ideas.publish(caseId, published);
        photos.show(caseId, published && "yes".equals(answers.text("publishPhotos")));
        events.publishEvent(new PublicTextChanged());
        tell(caseId, published ? "idea-published" : "idea-not-published");
    }

    /**
     * @return where it goes from here
     * @throws Refusal when the answers and the decision don't fit together, without a reason where one is owed, and for an idea that
     *     can't be merged with that other one
     */
    @Transactional
    public Map<String, Object> check(CaseId caseId) {
        var answers = sent(caseId, "wijkbudget-check");
        var verdict = Objects.requireNonNull(answers.text(VERDICT), VERDICT);
        var reason = IdeaIntake.text(answers, "checkReason");
        if (reason.isEmpty() && !(verdict.equals("admitted") && isInOrder(caseId, answers))) {
            throw Refusal.of("checkReason", "wijkbudget.refusal.check-reason");
        }
        switch (verdict) {
            case "admitted" -> admit(caseId, reason, "idea-admitted");
            case "regular" -> passOn(caseId, IdeaIntake.text(answers, "department"), reason);
            case "merged" -> merge(caseId, IdeaIntake.text(answers, "mergeInto"), reason);
            default -> refuse(caseId, answers, reason);
        }
        return Map.of(ENDING, verdict.equals("merged") ? "merged" : "refused");
    }

    /** Every condition is met, and enough people at other addresses confirmed that they stand behind it. */
    private boolean isInOrder(CaseId caseId, Answers answers) {
        var conditions = Stream.of("inArea", "nonCommercial", "own").allMatch(key -> "yes".equals(answers.text(key)));
        return conditions && !"no".equals(answers.text("affordable")) && isSupported(caseId);
    }

    private boolean isSupported(CaseId caseId) {
        var confirmed = supporters.of(caseId).stream()
                .filter(one -> !one.proposer() && one.confirmed())
                .count();
        return confirmed >= intake.needed(ideas.get(caseId).round());
    }

    /** @param reason that its proposer reads in the place of an earlier one; may be empty */
    private void admit(CaseId caseId, String reason, String text) {
        var round = ideas.get(caseId).round();
        if (receiving.isTooLate(round)) {
            throw Refusal.of(VERDICT, "wijkbudget.refusal.dialogue-over");
        }
        var late = receiving.lateUntil(round);
        decisions.decide(
                caseId,
                State.ADMITTED,
                reason.isEmpty() ? null : reason,
                late.isEmpty() ? text : "idea-admitted-late",
                late.map(until -> IdeaDecisions.told("reason", reason, "term", words.dutchDay(until)))
                        .orElseGet(Map::of));
    }

    /** Its proposer reads until when to ask somebody else. */
    private void refuse(CaseId caseId, Answers answers, String reason) {
        if (isInOrder(caseId, answers) && !receiving.isTooLate(ideas.get(caseId).round())) {
            throw Refusal.of(VERDICT, "wijkbudget.refusal.in-order");
        }
        decisions.decide(
                caseId, State.REFUSED, reason, "idea-refused", IdeaDecisions.told("term", decisions.askUntil(caseId)));
    }

    private void passOn(CaseId caseId, String department, String reason) {
        ideas.passOn(caseId, department);
        decisions.decide(
                caseId,
                State.REGULAR_ASKED,
                reason,
                "idea-passed-on",
                IdeaDecisions.told("term", decisions.askUntil(caseId)));
    }

    /**
     * Only with one that goes on: a refusal of the other would take the right to look again from who did not ask for this. Both
     * proposers are told; who stands behind it stands behind the other one's history.
     */
    private void merge(CaseId caseId, String number, String reason) {
        var known = cases.byNumber(number).map(CaseView::id);
        // or two ideas go into each other, and none of them goes on
        known.ifPresent(other -> ideas.hold(caseId, other));
        var idea = ideas.get(caseId);
        var into = known.flatMap(ideas::find)
                .filter(other -> other.round().equals(idea.round())
                        && other.area().equals(idea.area())
                        && !other.caseId().equals(caseId))
                .orElseThrow(() -> Refusal.of("mergeInto", "wijkbudget.refusal.merge"));
        if (into.state() != State.ADMITTED && into.state() != State.IN_PROJECT) {
            throw Refusal.of("mergeInto", "wijkbudget.refusal.merge-undecided");
        }
        ideas.merge(caseId, into.caseId());
        merged.gather(into.caseId());
        decisions.decide(caseId, State.MERGED, reason, "idea-merged");
        links.tie(caseId, into.caseId(), CaseLinks.Kind.SAME_SUBJECT);
        timeline.add(
                into.caseId(),
                "wijkbudget.merged-here",
                Map.of(
                        "number",
                        cases.get(caseId).number(),
                        "title",
                        idea.words().title()),
                reason,
                Actor.SYSTEM);
        tell(into.caseId(), "idea-merged-here");
    }

    /** Somebody else looked again. */
    @Transactional
    public Map<String, Object> review(CaseId caseId) {
        var answers = sent(caseId, "wijkbudget-look-again");
        var reason = IdeaIntake.text(answers, "reviewReason");
        var idea = ideas.get(caseId);
        if ("admitted".equals(answers.text(VERDICT))) {
            if (tooLate.isOne(idea)) {
                return tooLate.takeIn(idea, reason);
            }
            admit(caseId, reason, "idea-admitted-again");
            return Map.of(VERDICT, "admitted", ENDING, "refused");
        }
        var refused = idea.state() == State.REFUSED;
        var said = refused ? reason : idea.reason() + "\n\n" + words.dutch("wijkbudget.idea.upheld-reason", reason);
        decisions.decide(caseId, idea.state(), said, "idea-upheld", decisions.taken(idea));
        return Map.of(
                VERDICT,
                idea.state() == State.REGULAR_ASKED ? "regular" : "upheld",
                ENDING,
                refused ? "refused" : "regular");
    }

    /**
     * A department answers with a day, or gives it back. Somebody looks again at most once at what was decided.
     *
     * @throws Refusal for a day that is past, or more than a year away
     */
    @Transactional
    public Map<String, Object> takeOver(CaseId caseId) {
        var answers = sent(caseId, "wijkbudget-take-over");
        if (!"yes".equals(answers.text("takesOver"))) {
            ideas.stand(caseId, State.IN, IdeaIntake.text(answers, "notOurs"));
            ideas.object(caseId, null);
            clocks.stop(caseId, IdeaCare.LOOK_AGAIN, null);
            return Map.of(VERDICT, "again", ENDING, "regular");
        }
        var promised = LocalDate.parse(IdeaIntake.text(answers, "promised"));
        if (promised.isBefore(dates.today())) {
            throw Refusal.of("promised", "wijkbudget.refusal.promised");
        }
        var latest = dates.today().plus(LONGEST_PROMISE);
        if (promised.isAfter(latest)) {
            throw Refusal.of("promised", "wijkbudget.refusal.promised-far", dates.day(latest));
        }
        ideas.promise(caseId, promised);
        var objected = ideas.get(caseId).objection() != null;
        decisions.decide(
                caseId,
                State.REGULAR,
                IdeaIntake.text(answers, "answer"),
                "idea-regular",
                objected ? Map.of("told", List.of()) : IdeaDecisions.told("term", decisions.askUntil(caseId)));
        return Map.of(VERDICT, objected ? "handled" : "done", ENDING, "regular");
    }

    /** Whether a project came of it. */
    @Transactional
    public Map<String, Object> settle(CaseId caseId) {
        var inProject = ideas.isInProject(caseId);
        if (inProject) {
            ideas.stand(caseId, State.IN_PROJECT, null);
        }
        return Map.of("inProject", inProject ? "yes" : "no", ENDING, inProject ? "in-project" : "dropped");
    }

    @Transactional
    public void drop(CaseId caseId) {
        decisions.decide(
                caseId,
                State.DROPPED,
                IdeaIntake.text(sent(caseId, "wijkbudget-explain"), "dropReason"),
                "idea-dropped",
                decisions.taken(ideas.get(caseId)));
    }

    private Answers sent(CaseId caseId, String form) {
        return submissions.latest(caseId, form).orElseThrow();
    }

    private void tell(CaseId caseId, String text) {
        mails.send(supporters.proposer(caseId), text);
    }
}
