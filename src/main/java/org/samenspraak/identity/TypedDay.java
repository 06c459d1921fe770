package org.samenspraak.identity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/** A day as a date box sends it ({@code 2026-11-28}); a browser without such a box sends what was typed. */
public final class TypedDay {

    private TypedDay() {}

    /** @throws Refusal at the field, with this message, for what is no day */
    public static LocalDate read(String field, @Nullable String text, String refusal) {
        return of(text).orElseThrow(() -> Refusal.of(field, refusal));
    }

    /** Nothing for what is no day. */
    public static Optional<LocalDate> of(@Nullable String text) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
