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
        /** first and last day of a period that does not count, its name. */
        PERIOD,
        /** last day, with the days on which the term did not run. */
        LATER,
        /** day, counted back, with the days on which the term does not run. */
        EARLIER,
        /** last day that was given, earlier than the regulation gives, reason. */
        SOONER,
        /** last day that was given, earlier than the regulation gives, the term that comes after it, the last day of that. */
        LEAVING,
        /** last day, reason, who did it; without a name it followed from something else. */
        EXTENDED,
        /** last day that was given by hand, reason, who did it; without a name it followed from something else. */
        GIVEN,
        /** day, reason, who did it; without a reason it was the model. */
        SUSPENDED,
        /** day, how many days it was suspended, last day, reason, who did it; without a reason it was the model. */
        RESUMED,
        /** what it is counted back from was suspended. */
        SUSPENDED_WITH,
        /** day that closed, its name, new last day, last of the days. */
        CLOSED,
        /** day that opened again, its name, new last day, last of the days. */
        OPENED,
        /** first day of a period that does not count any more than its others, its name, new last day, last day of it. */
        PAUSED,
        /** first day of a period that counts again, its name, new last day, last day of it. */
        UNPAUSED
    }

    static Line of(Kind kind, Object... args) {
        return new Line(kind, Arrays.stream(args).map(String::valueOf).toList());
    }
}
