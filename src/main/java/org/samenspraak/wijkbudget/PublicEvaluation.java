package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a round did and how those who took part look back on it, in numbers; who shows them to everybody hides the small ones. */
public final class PublicEvaluation {

    private PublicEvaluation() {}

    /** @param survey none while answers come in */
    public record Evaluation(Figures figures, @Nullable Views survey) {}

    /**
     * What the tables of a round say by themselves.
     *
     * @param way from ideas to what is done
     * @param voted none where no ballot was cast
     * @param rejects cards and sheets that do not count, by the code of their reason
     */
    public record Figures(List<Count> way, List<Voted> voted, List<Count> rejects, List<Reach> reach, Times times) {

        public long voters() {
            return voted.stream().mapToLong(Voted::all).sum();
        }
    }

    public record Count(String key, long many) {}

    /** Ballots of an area by channel. */
    public record Voted(UUID id, String area, int inhabitants, long online, long paper) {

        public long all() {
            return online + paper;
        }

        /** Whether so few voted that nothing of how they did is shown anywhere. */
        public boolean isSmall() {
            return BallotRows.isSmall(all());
        }
    }

    /** @param cells a target group each, in the order of the reach plan */
    public record Reach(UUID id, String area, List<Cell> cells) {

        public List<String> groups() {
            return cells.stream().map(Cell::group).toList();
        }
    }

    /**
     * @param stands {@code reached}, {@code besides} the plan, {@code missed} or {@code none}
     * @param times how often the group was reached
     */
    public record Cell(String group, String stands, int times) {}

    /**
     * Times in days.
     *
     * @param toDecision from the first day of the call to the decision of the organ; none before
     * @param average that a department took to answer on a project, and {@code longest}; none while none answered
     * @param silent answers of departments that never came
     * @param moves how often a phase got another last day
     */
    public record Times(
            @Nullable Long toDecision,
            @Nullable BigDecimal average,
            @Nullable Integer longest,
            long silent,
            long moves) {}

    /**
     * What some of those who were asked say together.
     *
     * @param kind {@code proposer}, {@code committee}, {@code department} or {@code all}
     * @param asked people and groups that were asked
     * @param answered those who answered
     */
    public record Views(String kind, long asked, long answered, List<View> views) {

        Views without() {
            return new Views(kind, asked, answered, List.of());
        }
    }

    /**
     * What they say on one question.
     *
     * @param counts of each answer, from 1, strongly disagree, to 5, strongly agree
     * @param mean with one decimal; none when nobody answered
     */
    public record View(String question, List<Long> counts, @Nullable BigDecimal mean) {

        /** How many disagree, are in between, and agree. */
        public List<Long> inThree() {
            return List.of(counts.get(0) + counts.get(1), counts.get(2), counts.get(3) + counts.get(4));
        }
    }
}
