package org.samenspraak.voting;

import java.util.List;

/**
 * What came out of a count.
 *
 * @param funded the ids of the projects that get their money, in the order in which they were chosen
 * @param verdicts one for each project, in the order of the election
 * @param spent in cents
 * @param voters with a valid ballot
 * @param served how many of them gave points to something that gets its money
 * @param ties that could have decided otherwise, in the order in which they came up
 * @param steps all that happened, in words
 */
public record Outcome(
        List<String> funded,
        List<Verdict> verdicts,
        long spent,
        long voters,
        long served,
        List<Tie> ties,
        List<Step> steps) {

    public Outcome {
        funded = List.copyOf(funded);
        verdicts = List.copyOf(verdicts);
        ties = List.copyOf(ties);
        steps = List.copyOf(steps);
    }

    /**
     * @param votes how many valid ballots give it points
     * @param score by which it was put in order; zero for what did not take part
     * @param why it gets its money or not
     */
    public record Verdict(String project, long votes, Fraction score, boolean funded, Step why) {}

    /**
     * @param projects the ids of those that were as good, the one that went first first
     * @param told which they are, and by which rules they were put in this order
     */
    public record Tie(List<String> projects, List<Step> told) {}

    /** The steps, one on a line: the same input gives the same bytes. */
    public byte[] bytes() {
        return Step.bytes(steps);
    }
}
