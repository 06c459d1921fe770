package org.samenspraak.process;

import java.util.Locale;

/** How much a task comes before others; the engine keeps a number. */
public enum Priority {
    HIGH(75),
    NORMAL(50),
    LOW(25);

    private final int number;

    Priority(int number) {
        this.number = number;
    }

    /** A model may have given any number. */
    public static Priority of(int number) {
        return number > NORMAL.number ? HIGH : number < NORMAL.number ? LOW : NORMAL;
    }

    int number() {
        return number;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
