package org.samenspraak.voting;

/** An unknown exact number lies between two doubles; each operation rounds outward, so that it still does. */
record Bounds(double low, double high) {

    private static final long MOST_EXACT = 1L << 53;

    static final Bounds ZERO = new Bounds(0, 0);

    static Bounds of(long number) {
        var near = (double) number;
        return Math.abs(number) <= MOST_EXACT
                ? new Bounds(near, near)
                : new Bounds(Math.nextDown(near), Math.nextUp(near));
    }

    Bounds plus(Bounds other) {
        return new Bounds(Math.nextDown(low + other.low), Math.nextUp(high + other.high));
    }

    Bounds minus(Bounds other) {
        return new Bounds(Math.nextDown(low - other.high), Math.nextUp(high - other.low));
    }

    /** @param factor above zero and below 2^53, so that it is exact as a double */
    Bounds times(long factor) {
        return new Bounds(Math.nextDown(low * (double) factor), Math.nextUp(high * (double) factor));
    }

    /** @param divisor above zero and below 2^53, so that it is exact as a double */
    Bounds over(long divisor) {
        return new Bounds(Math.nextDown(low / (double) divisor), Math.nextUp(high / (double) divisor));
    }

    boolean isBelow(Bounds other) {
        return high < other.low;
    }
}
