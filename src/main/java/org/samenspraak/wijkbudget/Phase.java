package org.samenspraak.wijkbudget;

import java.util.Locale;

/** The phases of a round, in their order. */
enum Phase {
    CALL,
    ADMISSIBILITY,
    DIALOGUE,
    FEASIBILITY,
    ADVICE,
    CHOICE,
    DECISION,
    EXECUTION,
    EVALUATION;

    /** The term of its length in the regulation, and of its clock in the case of the round. */
    String term() {
        return "wijkbudget-" + code();
    }

    /** As models and messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of that code */
    static Phase of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
