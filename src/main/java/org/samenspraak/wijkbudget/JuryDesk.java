package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Jury;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.JuryScores.Given;
import org.samenspraak.wijkbudget.JuryScores.Juror;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who scores the projects of a round, and what they gave. */
@Service
class JuryDesk {

    private static final int LONGEST = 80;
    private static final int LONGEST_WHY = 500;

    private final JuryScores scores;
    private final VoteRows votes;
    private final CountRows counts;
    private final BudgetAreas areas;
    private final Candidates candidates;
    private final ChoiceRules rules;
    private final LotDesk lot;
    private final Timeline timeline;
    private final BudgetWords words;
    private final People people;
    private final Dates dates;

    JuryDesk(
            JuryScores scores,
            VoteRows votes,
            CountRows counts,
            BudgetAreas areas,
            Candidates candidates,
            ChoiceRules rules,
            LotDesk lot,
            Timeline timeline,
            BudgetWords words,
            People people,
            Dates dates) {
        this.scores = scores;
        this.votes = votes;
        this.counts = counts;
        this.areas = areas;
        this.candidates = candidates;
        this.rules = rules;
        this.lot = lot;
        this.timeline = timeline;
        this.words = words;
        this.people = people;
        this.dates = dates;
    }

    /**
     * @param label by which the member is called in the count, such as "lid 3"
     * @param person who scores with an account of their own; none when the office does so from paper
     * @throws Refusal for none, too long, or one that is there; where a lot says who is a member; and once somebody counted
     */
    @Transactional
    public void add(CaseId round, String label, @Nullable UUID person, Actor by) {
        hold(round);
        if (lot.isFixed(round)) {
            throw Refusal.of("label", "wijkbudget.jury.refusal.by-lot");
        }
        if (person != null
                && candidates(round).stream().noneMatch(one -> one.id().value().equals(person))) {
            throw Refusal.of("person", "wijkbudget.jury.refusal.person");
        }
        if (label.isEmpty() || label.length() > LONGEST || !scores.add(round, label, person)) {
            throw Refusal.of("label", "wijkbudget.jury.refusal.label", LONGEST);
        }
        timeline.add(round, "wijkbudget.juror-added", Map.of("label", label), null, by);
    }

    /** Until the first count: who knows the result gives no points any more. */
    boolean isOpen(CaseId round) {
        return votes.mayChange(round) && !counts.isCounted(round);
    }

    private void hold(CaseId round) {
        votes.holdUnsettled(round);
        if (counts.isCounted(round)) {
            throw new Refusal("wijkbudget.jury.refusal.counted");
        }
    }

    /** Members of the committee who are not in the jury of the round yet. */
    List<People.Person> candidates(CaseId round) {
        var inside = scores.jurors(round).stream().map(Juror::person).collect(Collectors.toSet());
        return people.inGroup(ProjectPages.COMMITTEE).stream()
                .filter(one -> !inside.contains(one.id().value()))
                .toList();
    }

    /**
     * A member leaves; what they gave stays among what was replaced.
     *
     * @throws Refusal without a reason, for who the lot drew, and once somebody counted
     */
    @Transactional
    public void remove(CaseId round, Juror member, String why, Actor by) {
        hold(round);
        if (lot.isFixed(round)) {
            throw new Refusal("wijkbudget.jury.refusal.by-lot");
        }
        refuseWithout("gone", why);
        leave(round, member, why.strip(), by);
    }

    private void leave(CaseId round, Juror member, String why, Actor by) {
        scores.remove(member.id(), why, by.name(), dates.today());
        timeline.add(round, "wijkbudget.juror-removed", Map.of("label", member.label()), why, by);
    }

    private static void refuseWithout(String field, String why) {
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw Refusal.of(field, "wijkbudget.refusal.reason", LONGEST_WHY);
        }
    }

    /**
     * The members that the lot drew, and nobody else, give points.
     *
     * @throws Refusal before the draw, and once somebody counted
     */
    @Transactional
    public void takeOver(CaseId round, Actor by) {
        hold(round);
        var drawn = lot.members(round);
        scores.jurors(round).stream()
                .filter(juror -> !drawn.contains(juror.label()))
                .forEach(juror -> leave(round, juror, words.dutch("wijkbudget.jury.not-drawn"), by));
        drawn.forEach(label -> scores.add(round, label, null));
        timeline.add(round, "wijkbudget.panel-seated", Map.of("members", String.valueOf(drawn.size())), null, by);
    }

    /** Whether a lot says who gives points, and these are not yet those. */
    boolean waitsForPanel(CaseId round) {
        return lot.isDrawn(round) && !labels(scores.jurors(round)).equals(lot.members(round));
    }

    private static Set<String> labels(List<Juror> jurors) {
        return jurors.stream().map(Juror::label).collect(Collectors.toSet());
    }

    /**
     * Takes the place of what the member gave before, signed by who gave or entered it. What the office enters waits for a second one.
     *
     * @throws Refusal for other points of paper without a reason, and once somebody counted
     */
    @Transactional
    public void keep(CaseId round, UUID juror, Given given, String why, Actor by) {
        hold(round);
        var member = member(round, juror);
        if (given.equals(scores.of(round, juror))) {
            return;
        }
        var changesPaper = member.person() == null && member.keptBy() != null;
        if (changesPaper) {
            refuseWithout("why", why);
        }
        var reason = changesPaper ? why.strip() : null;
        scores.replace(juror, given, reason, by, dates.today());
        timeline.add(round, "wijkbudget.juror-scored", Map.of("label", member.label()), reason, by);
    }

    /**
     * The same from a page that somebody read.
     *
     * @param version of the points on it
     * @throws Refusal when a colleague kept others meanwhile
     */
    @Transactional
    public void keep(CaseId round, UUID juror, int version, Given given, String why, Actor by) {
        hold(round);
        if (member(round, juror).version() != version) {
            throw new Refusal("wijkbudget.jury.refusal.stale");
        }
        keep(round, juror, given, why, by);
    }

    /**
     * A second official read the same on the paper.
     *
     * @param version of the points that were read
     * @throws Refusal for who entered them, while projects are open on the sheet, and when others came in meanwhile
     */
    @Transactional
    public void confirm(CaseId round, UUID juror, int version, Actor by) {
        votes.holdUnsettled(round);
        var member = member(round, juror);
        if (member.isKeptBy(by)) {
            throw new Refusal("wijkbudget.jury.refusal.own");
        }
        var missing = missing(round, juror);
        if (!missing.isEmpty()) {
            throw new Refusal("wijkbudget.jury.refusal.incomplete", missing);
        }
        if (!scores.confirm(juror, version, by.name(), dates.today())) {
            throw new Refusal("wijkbudget.jury.refusal.changed");
        }
        timeline.add(round, "wijkbudget.juror-confirmed", Map.of("label", member.label()), null, by);
    }

    /** Numbers of the projects that are open on the sheet; empty when it is complete. */
    String missing(CaseId round, UUID juror) {
        return scores.missing(round, juror, projects(round), criteria(round));
    }

    /** @throws NotFound for who is no member of this round */
    Juror member(CaseId round, UUID id) {
        return scores.jurors(round).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    /**
     * Where points decide.
     *
     * @throws Refusal while nobody gives any, others do than the lot drew, a score is open, or only one official saw points of paper
     */
    void refuseOpen(CaseId round) {
        if (!rules.of(round).way().hasScores()) {
            return;
        }
        var jurors = scores.jurors(round);
        if (lot.isFixed(round) && !labels(jurors).equals(lot.members(round))) {
            throw new Refusal("wijkbudget.jury.refusal.other-members");
        }
        if (jurors.isEmpty()) {
            throw new Refusal("wijkbudget.jury.refusal.empty");
        }
        var open = open(round);
        if (!open.isEmpty()) {
            throw new Refusal("wijkbudget.jury.refusal.open", String.join("; ", open));
        }
        var unconfirmed = jurors.stream().filter(Juror::isUnconfirmed).map(Juror::label);
        var names = unconfirmed.collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            throw new Refusal("wijkbudget.jury.refusal.unconfirmed", names);
        }
    }

    /** By project, whose score is missing. */
    private List<String> open(CaseId round) {
        return scores.open(round, projects(round), criteria(round)).stream()
                .map(open -> open.project().number() + " " + open.project().title() + ": "
                        + String.join(", ", open.members()))
                .toList();
    }

    List<Jury.Criterion> criteria(CaseId round) {
        return rules.of(round).criteria();
    }

    /** Of all areas that take part, in their order. */
    List<Candidate> projects(CaseId round) {
        return areas.of(round).stream()
                .filter(Share::takesPart)
                .flatMap(share -> candidates.of(round, share.area()).stream())
                .toList();
    }
}
