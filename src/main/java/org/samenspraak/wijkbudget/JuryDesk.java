package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Jury;
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
    private final BudgetAreas areas;
    private final Candidates candidates;
    private final ChoiceRules rules;
    private final Timeline timeline;
    private final BudgetWords words;

    JuryDesk(
            JuryScores scores,
            VoteRows votes,
            BudgetAreas areas,
            Candidates candidates,
            ChoiceRules rules,
            Timeline timeline,
            BudgetWords words) {
        this.scores = scores;
        this.votes = votes;
        this.areas = areas;
        this.candidates = candidates;
        this.rules = rules;
        this.timeline = timeline;
        this.words = words;
    }

    /**
     * @param label by which the member is called in the count, such as "lid 3"
     * @throws Refusal for none, too long, or one that is there; and once the count is confirmed
     */
    @Transactional
    public void add(CaseId round, String label, Actor by) {
        refuseSettled(round);
        if (label.isEmpty() || label.length() > LONGEST || !scores.add(round, label)) {
            throw Refusal.of("label", "wijkbudget.jury.refusal.label", LONGEST);
        }
        timeline.add(round, "wijkbudget.juror-added", Map.of("label", label), null, by);
    }

    /**
     * Takes the place of what the member gave before.
     *
     * @throws Refusal for points that the criterion does not have, and once the count is confirmed
     */
    @Transactional
    public void keep(CaseId round, Juror member, Given given, Actor by) {
        refuseSettled(round);
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
        scores.replace(member.id(), given);
        timeline.add(round, "wijkbudget.juror-scored", Map.of("label", member.label()), null, by);
    }

    private void refuseSettled(CaseId round) {
        if (!votes.mayChange(round)) {
            throw new Refusal("wijkbudget.refusal.settled");
        }
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
                        one.score().rounded(2),
                        one.lowest().rounded(2),
                        one.highest().rounded(2)));
            }
            return told;
        } catch (Refusal open) {
            return List.of(words.say(open.messageKey(), open.args()));
        }
    }
}
