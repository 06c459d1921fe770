package org.samenspraak.process;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model that a case can start with, as its designer described it (properties of the process).
 *
 * @param key the process id, also its file name
 * @param code three letters in the case number ("REC")
 * @param nameEn the English name ({@code name_en}), or none
 * @param startForm the form to start with, or none when only other parts of the product start it
 * @param startSchema that form as it was published with this version, or none
 * @param startedBy roles that may start it; {@code official} is any of them, {@code public} anybody, {@code council} a council,
 *     signed in or on paper
 * @param about what it is for, one Dutch paragraph
 * @param aboutEn the same in English ({@code about_en}), or none
 */
public record Trajectory(
        String key,
        String name,
        @Nullable String nameEn,
        String code,
        @Nullable String startForm,
        @Nullable String startSchema,
        Set<String> startedBy,
        String about,
        @Nullable String aboutEn) {

    /** The form it starts with; only for one that has a form. */
    public String form() {
        return Objects.requireNonNull(startSchema, key);
    }

    /** Dutch where there is no English. */
    public String name(Locale locale) {
        return nameEn != null && Drawn.isEnglish(locale) ? nameEn : name;
    }

    /** Whether who has no account can begin it. */
    public boolean isForAnybody() {
        return startForm != null && startedBy.contains("public");
    }

    /** What it is for, in Dutch where there is no English. */
    public String about(Locale locale) {
        return aboutEn != null && Drawn.isEnglish(locale) ? aboutEn : about;
    }
}
