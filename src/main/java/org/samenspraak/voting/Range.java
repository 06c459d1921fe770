package org.samenspraak.voting;

/** From least to most, both allowed. */
public record Range(long least, long most) {

    public static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    public static Range from(long least) {
        return new Range(least, Long.MAX_VALUE);
    }

    public static Range upTo(long most) {
        return new Range(Long.MIN_VALUE, most);
    }

    boolean has(long value) {
        return least <= value && value <= most;
    }
}
