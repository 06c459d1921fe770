package org.samenspraak.deadlines;

import java.util.Arrays;
import java.util.List;

/**
 * One step on the way to a date, kept so that it can be said in every language.
 *
 * @param args numbers and words as they are, days as ISO dates
 */
record Line(Kind kind, List<String> args) {

    enum Kind {
        /** unit, amount, day it counts from, what that day is, last day. */
        COUNTED,
        /** day in the year that it ends on, day it counts from. */
        FIXED,
        /** day that was not counted, why, its name. */
        NOT_COUNTED,
        /** day that nobody works, why, its name, next day. */
        MOVED,
        /** unit, amount, end it is counted back from, day. */
        BEFORE,
        /** last day that was given, term. */
        UNTIL,
        /** last day, reason, who did it. */
        EXTENDED,
        /** day that closed, its name, new last day. */
        CLOSED,
        /** day that opened again, its name, new last day. */
        OPENED
    }

    static Line of(Kind kind, Object... args) {
        return new Line(kind, Arrays.stream(args).map(String::valueOf).toList());
    }
}
