package org.samenspraak.forms;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came in that an official entered for somebody.
 *
 * @param from who gave it: name and function
 * @param on the day it came in, or was told
 * @param note what was said beside it, or none
 */
public record Came(By by, String from, LocalDate on, @Nullable String note) {

    public enum By {
        /** Its scan is in the dossier. */
        PAPER,
        PHONE;

        /** As it stands in keys of messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOnPaper() {
        return by == By.PAPER;
    }
}
