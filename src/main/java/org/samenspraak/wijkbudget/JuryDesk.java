package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
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

    private final JuryScores scores;
    private final VoteRows votes;
    private final CountRows counts;
    private final BudgetAreas areas;
    private final Candidates candidates;
    private final ChoiceRules rules;
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
        this.timeline = timeline;
        this.words = words;
        this.people = people;
        this.dates = dates;
    }

    /**
     * @param label by which the member is called in the count, such as "lid 3"
     * @param person who scores with an account of their own; none when the office does so from paper
     * @throws Refusal for none, too long, or one that is there; and once somebody counted
     */
    @Transactional
    public void add(CaseId round, String label, @Nullable UUID person, Actor by) {
        hold(round);
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
     * A member leaves, with what they gave.
     *
     * @throws Refusal once somebody counted
     */
    @Transactional
    public void remove(CaseId round, Juror member, Actor by) {
        hold(round);
        scores.remove(member.id());
        timeline.add(round, "wijkbudget.juror-removed", Map.of("label", member.label()), null, by);
    }

    /**
     * Takes the place of what the member gave before, signed by who gave or entered it.
     *
     * @throws Refusal for points that the criterion does not have, and once somebody counted
     */
    @Transactional
    public void keep(CaseId round, Juror member, Given given, Actor by) {
        hold(round);
        var criteria = criteria(round);
        given.points()
                .forEach((project, points) -> points.forEach((name, many) -> {
                    var most = criteria.stream()
                            .filter(one -> one.name().equals(name))
                            .mapToLong(Jury.Criterion::most)
                            .findFirst()
                            .orElseThrow();
                    if (many > most) {
                        throw new Refusal("wijkbudget.jury.refusal.points", String.valueOf(many));
                    }
                }));
        scores.replace(member.id(), given, by.name(), dates.today());
        timeline.add(round, "wijkbudget.juror-scored", Map.of("label", member.label()), null, by);
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

    /** A line for each project, with how far members are apart; or one that says what is missing. */
    List<String> told(CaseId round) {
        var told = new ArrayList<String>();
        try {
            for (var one : scores.told(round, projects(round), criteria(round))) {
                told.add(words.say(
                        "wijkbudget.jury.line",
                        one.project(),
                        one.members(),
                        one.score().nearest(2),
                        one.lowest().nearest(2),
                        one.highest().nearest(2)));
            }
            return told;
        } catch (Refusal open) {
            return List.of(words.say(open.messageKey(), open.args()));
        }
    }
}
