package org.samenspraak.advice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the city answers to a point of advice, or to several at once.
 *
 * @param outcome none while it is a draft
 * @param reason why, for every outcome but followed
 * @param place where in the new text it stands
 * @param passedTo role that it is passed on to, or none
 * @param passedUntil when that role must have answered, or none
 */
record Reply(
        @Nullable Outcome outcome,
        String reason,
        String place,
        @Nullable String passedTo,
        @Nullable LocalDate passedUntil) {

    static final Reply NONE = new Reply(null, "", "", null, null);

    public String code() {
        return outcome == null ? "" : outcome.code();
    }
}
