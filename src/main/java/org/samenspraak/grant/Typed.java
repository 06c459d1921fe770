package org.samenspraak.grant;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Answers;

/** Reads answers of forms. */
final class Typed {

    private Typed() {}

    static String text(@Nullable Object value) {
        return Objects.toString(value, "").strip();
    }

    static String text(Answers answers, String key) {
        return text(answers.text(key));
    }

    static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The day and the time of a row, or of a form. */
    static LocalDateTime moment(Map<String, ?> values) {
        return LocalDate.parse(text(values.get("day")))
                .atTime(LocalTime.parse(text(values.get("time")).substring(0, 5)));
    }
}
