package org.samenspraak.advice;

import java.util.Locale;

/** What a point of advice does: it praises, sets a condition, objects or asks. */
enum PointKind {
    POSITIVE,
    CONDITION,
    NEGATIVE,
    QUESTION;

    /** As it stands in the database and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PointKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
