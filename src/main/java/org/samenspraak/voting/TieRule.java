package org.samenspraak.voting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What goes first among projects that are equal otherwise. */
public enum TieRule {
    CHEAPER,
    DEARER,
    /** More people stood behind it before the vote, counted at different addresses. */
    SUPPORTERS,
    /** More ballots name it. */
    VOTES,
    /** The committed seed decides; always tells them apart. */
    LOT,
    /** The lower number, or the name that comes first; always tells them apart. */
    NUMBER;

    boolean alwaysDecides() {
        return this == LOT || this == NUMBER;
    }

    /** As it stands in a file. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TieRule> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
