package org.samenspraak.voting;

import java.util.List;
import java.util.Optional;

/**
 * When a ballot counts.
 *
 * @param projects how many there may be on it
 * @param cost what they may cost together, in cents
 * @param points that one of them may get
 * @param sum of all its points
 */
public record BallotRules(Range projects, Range cost, Range points, Range sum) {

    public static final BallotRules NONE = new BallotRules(Range.ANY, Range.ANY, Range.ANY, Range.ANY);

    /** Approval of at most so many projects. */
    public static BallotRules atMost(int projects) {
        return new BallotRules(new Range(1, projects), Range.ANY, Range.ANY, Range.ANY);
    }

    /** Projects that cost no more together than there is: the voter makes a budget. */
    public static BallotRules within(long cents) {
        return new BallotRules(Range.from(1), Range.upTo(cents), Range.ANY, Range.ANY);
    }

    /** The key of the reason why a ballot does not count; none when it does. */
    Optional<String> broken(Ballot ballot, List<Project> all) {
        var marks = ballot.marks();
        if (!projects.has(marks.size())) {
            return Optional.of("voting.ballot.number");
        }
        if (!cost.has(
                marks.stream().mapToLong(it -> all.get(it.project()).cost()).sum())) {
            return Optional.of("voting.ballot.cost");
        }
        if (!marks.stream().allMatch(it -> points.has(it.points()))) {
            return Optional.of("voting.ballot.points");
        }
        if (!sum.has(marks.stream().mapToLong(Mark::points).sum())) {
            return Optional.of("voting.ballot.sum");
        }
        return Optional.empty();
    }
}
