package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;

/**
 * What is done to the end of a running term.
 *
 * @param until the last day that is given, for the kinds that give one
 * @param reason in the words of who does it; empty only for a model
 */
public record TermChange(Kind kind, @Nullable LocalDate until, String reason) {

    public TermChange {
        reason = Words.seen(reason);
    }

    /** Whether this line says that it was made. */
    boolean isSaidBy(Line line, Actor by) {
        var args = line.args();
        return line.kind() == kind.line
                && args.subList(args.size() - 2, args.size()).equals(List.of(reason, by.name()))
                && (until == null || args.get(0).equals(until.toString()));
    }

    static boolean isChange(Line.Kind line) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> kind.line == line);
    }

    public enum Kind {
        /** A later end, by the regulation. */
        EXTEND("clock.extended", Line.Kind.EXTENDED),
        /** Another end, earlier or later, by who steers the case. */
        MOVE("clock.moved", Line.Kind.GIVEN),
        /** No end until it is resumed. */
        SUSPEND("clock.suspended", Line.Kind.SUSPENDED),
        /** The days that it was suspended are added. */
        RESUME("clock.resumed", Line.Kind.RESUMED);

        final String event;

        /** Says it with the day, if one is given, first, and the reason and who did it last. */
        final Line.Kind line;

        Kind(String event, Line.Kind line) {
            this.event = event;
            this.line = line;
        }

        /** Whether somebody has to give a day. */
        public boolean givesDay() {
            return this == EXTEND || this == MOVE;
        }
    }
}
