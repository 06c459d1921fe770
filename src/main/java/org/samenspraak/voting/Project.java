package org.samenspraak.voting;

import java.util.Map;

/**
 * What can be voted for.
 *
 * @param cost in cents; {@link #WITHDRAWN} for what was taken back after the vote, as PaBuLib has it
 * @param supporters who stood behind it before the vote, counted at different addresses; only ties ask for it
 * @param rankings points of panels and juries by the name of the ranking; what is not ranked has none
 */
public record Project(String id, String name, long cost, long supporters, Map<String, Fraction> rankings) {

    /** 999,999,999. */
    static final long WITHDRAWN = 99_999_999_900L;

    public Project {
        if (!isId(id)) {
            throw new IllegalArgumentException("id: " + id);
        }
        // as it comes back out of a file
        name = name.isBlank() ? id : name.strip().replaceAll("\\s+", " ");
        rankings = Map.copyOf(rankings);
        if (cost < 0 || cost > Money.MOST) {
            throw new IllegalArgumentException("cost of " + id + ": " + cost);
        }
    }

    public Project(String id, long cost) {
        this(id, id, cost, 0, Map.of());
    }

    /** A text without blanks around it and without commas, which stand between ids on a ballot. */
    static boolean isId(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.chars().noneMatch(it -> it == ',' || it == '\n' || it == '\r');
    }

    /** As residents know it. */
    String label() {
        return name.equals(id) ? id : id + " " + name;
    }
}
