package org.samenspraak.regulation;

import org.jspecify.annotations.Nullable;

/**
 * A number, date or choice of a regulation.
 *
 * @param value as text, see {@link Type}
 * @param article where it stands ("art. 5"), or none when the source is not verified: then it is a "voorbeeldwaarde"
 * @param sentence one plain Dutch sentence
 */
public record Parameter(String key, Type type, String value, @Nullable String article, String sentence) {

    public enum Type {
        /** Calendar days. */
        DAYS,
        WORKING_DAYS,
        WEEKS,
        MONTHS,
        YEARS,
        /** Euros with at most two decimals. */
        AMOUNT,
        NUMBER,
        PERCENTAGE,
        /** A day in every year, {@code --10-01}. */
        DATE_IN_YEAR,
        CHOICE,
        /** Terms before a term, {@code 14 d, 3 d}. */
        REMINDERS
    }

    public int number() {
        return Integer.parseInt(value);
    }

    public boolean verified() {
        return article != null;
    }
}
