package org.samenspraak.identity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/** A day as a date box sends it ({@code 2026-11-28}); a browser without such a box sends what was typed. */
public final class TypedDay {

    private TypedDay() {}

    /** @throws Refusal at the field, with this message, when nothing was chosen; for what is no day with the question whether it is right */
    public static LocalDate read(String field, @Nullable String text, String refusal) {
        return of(text).orElseThrow(
                        () -> Refusal.of(field, looksLikeADay(text) ? "identity.refusal.day-unreal" : refusal));
    }

    private static boolean looksLikeADay(@Nullable String text) {
        return text != null && text.chars().anyMatch(Character::isDigit);
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
