package org.samenspraak.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the end of a running term.
 *
 * @param until the last day that is given, for the kinds that give one
 * @param reason in the words of who does it; empty only for a model
 */
public record TermChange(Kind kind, @Nullable LocalDate until, String reason) {

    public TermChange {
        reason = reason.strip();
    }

    public enum Kind {
        /** A later end, by the regulation. */
        EXTEND("clock.extended"),
        /** Another end, earlier or later, by who steers the case. */
        MOVE("clock.moved"),
        /** No end until it is resumed. */
        SUSPEND("clock.suspended"),
        /** The days that it was suspended are added. */
        RESUME("clock.resumed");

        final String event;

        Kind(String event) {
            this.event = event;
        }

        /** Whether somebody has to give a day. */
        public boolean givesDay() {
            return this == EXTEND || this == MOVE;
        }
    }
}
