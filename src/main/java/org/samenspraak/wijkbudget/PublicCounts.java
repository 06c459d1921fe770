package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.SearchWords;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.voting.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the votes of an area were counted, for everybody: as it was kept at the count, nothing is counted anew. */
@Service
public class PublicCounts {

    private final Cases cases;
    private final VoteRows votes;
    private final ChoiceRules rules;
    private final BudgetDecisions decisions;
    private final FewBallots few;
    private final CountRows counts;
    private final BudgetWords words;

    PublicCounts(
            Cases cases,
            VoteRows votes,
            ChoiceRules rules,
            BudgetDecisions decisions,
            FewBallots few,
            CountRows counts,
            BudgetWords words) {
        this.cases = cases;
        this.votes = votes;
        this.rules = rules;
        this.decisions = decisions;
        this.few = few;
        this.counts = counts;
        this.words = words;
    }

    /**
     * None where residents don't vote, and before the result is public: nobody reads in a file what its proposer was not told yet. None
     * of an area where very few voted, as each ballot stands in the file.
     */
    @Transactional(readOnly = true)
    public Optional<Counted> of(String number, UUID area) {
        return cases.byNumber(number)
                .map(CaseView::id)
                .filter(decisions::arePublic)
                .filter(this::isVoted)
                .filter(round -> !few.areas(round).contains(area))
                .flatMap(round -> counts.file(round, area))
                .map(kept -> new Counted(kept.name(), name(number, kept.name()), kept.file(), kept.steps()));
    }

    private boolean isVoted(CaseId round) {
        return votes.find(round).isPresent() && rules.of(round).way().hasBallots();
    }

    private static String name(String number, String area) {
        return String.join("-", SearchWords.all(number + " " + area));
    }

    /** A sentence for each step, in the reader's language. */
    public List<String> sentences(Counted counted) {
        return Step.read(counted.steps()).stream()
                .map(step -> words.say(step.key(), step.args()))
                .toList();
    }

    /**
     * @param name of its files, without what they end in
     * @param file to count again
     * @param steps the bytes that a recount of the file prints
     */
    // bytes that were kept, handed on once
    @SuppressWarnings("ArrayRecordComponent")
    public record Counted(String area, String name, byte[] file, byte[] steps) {}
}
