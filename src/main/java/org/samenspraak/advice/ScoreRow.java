package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.ScoreQuery.What;
import org.samenspraak.advice.Scores.Score;

/**
 * A line of the scoreboard as it is shown.
 *
 * @param advice its numbers of advice
 * @param replies its numbers of points
 */
record ScoreRow(String name, List<Cell> advice, List<Cell> replies) {

    private static final List<What> ADVICE =
            List.of(What.ASKED, What.IN_TIME, What.LATE, What.NOT_LEGAL, What.NOTHING, What.AWAITED, What.UNASKED);
    private static final List<What> REPLIES = List.of(
            What.FOLLOWED, What.PARTLY, What.NOT, What.ANSWERED, What.PASSED_ON, What.NOTED, What.OWED, What.OVERDUE);

    private static final String DAYS = "days-";

    static ScoreRow of(String name, Score score, ScoreQuery query) {
        var advice = new ArrayList<>(ADVICE.stream()
                .map(what -> Cell.of(what, number(what, score), score, query))
                .toList());
        advice.add(new Cell(DAYS + "given", days(score.daysGiven()), null));
        advice.add(new Cell(DAYS + "taken", days(score.daysTaken()), null));
        return new ScoreRow(
                name,
                advice,
                REPLIES.stream()
                        .map(what -> Cell.of(what, number(what, score), score, query))
                        .toList());
    }

    /** What all of them come to together; medians of days have no sum. */
    static ScoreRow total(String name, List<ScoreRow> rows) {
        return new ScoreRow(name, sums(rows, ScoreRow::advice), sums(rows, ScoreRow::replies));
    }

    private static List<Cell> sums(List<ScoreRow> rows, Function<ScoreRow, List<Cell>> part) {
        var sums = new ArrayList<Cell>();
        for (int at = 0; at < part.apply(rows.get(0)).size(); at++) {
            var place = at;
            var column = part.apply(rows.get(0)).get(at).column();
            var sum = rows.stream()
                    .map(row -> part.apply(row).get(place).number())
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .sum();
            sums.add(new Cell(column, column.startsWith(DAYS) ? null : Long.valueOf(sum), null));
        }
        return sums;
    }

    /** Names of all columns, in the order of their cells. */
    static Stream<String> columns() {
        return Stream.of(
                        ADVICE.stream().map(What::code),
                        Stream.of("days-given", "days-taken"),
                        REPLIES.stream().map(What::code))
                .flatMap(it -> it);
    }

    /** As a file holds them. */
    @Nullable
    Object[] values() {
        var values = new ArrayList<@Nullable Object>(List.of(name));
        Stream.concat(advice.stream(), replies.stream()).map(Cell::number).forEach(values::add);
        return values.toArray();
    }

    private static @Nullable Long days(@Nullable Integer days) {
        return days == null ? null : Long.valueOf(days);
    }

    private static long number(What what, Score score) {
        return switch (what) {
            case ASKED -> score.asked();
            case IN_TIME -> score.inTime();
            case LATE -> score.late();
            case NOT_LEGAL -> score.notLegal();
            case NOTHING -> score.nothing();
            case AWAITED -> score.awaited();
            case UNASKED -> score.unasked();
            case FOLLOWED -> score.followed();
            case PARTLY -> score.partly();
            case NOT -> score.refused();
            case ANSWERED -> score.answered();
            case PASSED_ON -> score.passedOn();
            case NOTED -> score.noted();
            case OWED -> score.owed();
            case OVERDUE -> score.overdue();
        };
    }

    /**
     * @param column behind {@code advice.scores.} in the messages
     * @param number none when there is nothing to say
     * @param url of the list that it counts, or none
     */
    record Cell(String column, @Nullable Long number, @Nullable String url) {

        static Cell of(What what, long number, Score score, ScoreQuery query) {
            return new Cell(what.code(), number, number == 0 ? null : query.list(score.of(), what));
        }

        public String text() {
            return Objects.toString(number, "–");
        }
    }
}
