package org.samenspraak.advice;

import java.util.Locale;

/** What the city did with a point of advice. */
enum Outcome {
    FOLLOWED,
    PARTLY,
    NOT,
    ANSWERED,
    PASSED_ON,
    NOTED;

    /** Only who followed a point need not say why: where it stands in the new text says it. */
    boolean needsReason() {
        return this != FOLLOWED;
    }

    /** As it stands in the database and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
