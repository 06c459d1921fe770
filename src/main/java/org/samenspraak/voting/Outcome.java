package org.samenspraak.voting;

import java.util.List;

/**
 * What came out of a count.
 *
 * @param funded the ids of the projects that get their money, in the order in which they were chosen
 * @param verdicts one for each project, in the order of the election
 * @param spent in cents
 * @param steps all that happened, in words
 */
public record Outcome(List<String> funded, List<Verdict> verdicts, long spent, List<Step> steps) {

    public Outcome {
        funded = List.copyOf(funded);
        verdicts = List.copyOf(verdicts);
        steps = List.copyOf(steps);
    }

    /**
     * @param votes how many valid ballots give it points
     * @param score by which it was put in order; zero for what did not take part
     * @param why it gets its money or not
     */
    public record Verdict(String project, long votes, Fraction score, boolean funded, Step why) {}

    /** The steps, one on a line: the same input gives the same bytes. */
    public byte[] bytes() {
        return Step.bytes(steps);
    }
}
