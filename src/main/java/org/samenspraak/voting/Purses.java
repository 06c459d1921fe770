package org.samenspraak.voting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What voters have left. Who paid the same has the same purse, so purses are few, and they form a tree: each is its parent less one
 * payment, the root is a full share. Each is known within bounds, which almost always decide; and exactly on demand, as a
 * numerator over one common denominator: a sum over purses is a whole number of shares less whole numbers of prices, however
 * many purses it has.
 */
final class Purses {

    static final int EMPTY = 0;
    static final int FULL = 1;

    private int[] parent = new int[64];
    private int[] payment = new int[64];
    private int[] points = new int[64];
    private Bounds[] left = new Bounds[64];
    private int size = 2;

    private final List<BigInteger> prices = new ArrayList<>();
    private final List<Bounds> priceBounds = new ArrayList<>();
    private BigInteger share;
    private BigInteger denominator;

    /** Everybody's share is what there is for all over the number of voters. */
    Purses(long all, long voters) {
        share = BigInteger.valueOf(all);
        denominator = BigInteger.valueOf(voters);
        left[EMPTY] = Bounds.ZERO;
        left[FULL] = Bounds.of(all).over(voters);
    }

    int size() {
        return size;
    }

    BigInteger denominator() {
        return denominator;
    }

    Bounds left(int purse) {
        return left[purse];
    }

    /** Fixes the price of a point: top over (the denominator of now times points). */
    void price(BigInteger top, long points, Bounds bounds) {
        var divisor = BigInteger.valueOf(points);
        var common = top.gcd(divisor);
        var factor = divisor.divide(common);
        denominator = denominator.multiply(factor);
        share = share.multiply(factor);
        prices.replaceAll(it -> it.multiply(factor));
        prices.add(top.divide(common));
        priceBounds.add(bounds);
    }

    /** The purse that is left after paying the last price for so many points. */
    int after(int purse, int paid) {
        if (size == parent.length) {
            grow();
        }
        parent[size] = purse;
        payment[size] = prices.size() - 1;
        points[size] = paid;
        var rest = left[purse].minus(priceBounds.get(payment[size]).times(paid));
        left[size] = new Bounds(Math.max(0, rest.low()), rest.high());
        return size++;
    }

    /** The numerator of what all these have left together. */
    BigInteger exact(int[] purses, long[] weights, int from, int to) {
        var shares = 0L;
        var paid = new long[prices.size()];
        for (var i = from; i < to; i++) {
            shares += purses[i] == EMPTY ? 0 : weights[i];
            for (var it = purses[i]; it > FULL; it = parent[it]) {
                paid[payment[it]] += weights[i] * points[it];
            }
        }
        var sum = share.multiply(BigInteger.valueOf(shares));
        for (var i = 0; i < paid.length; i++) {
            sum = paid[i] == 0 ? sum : sum.subtract(prices.get(i).multiply(BigInteger.valueOf(paid[i])));
        }
        return sum;
    }

    private void grow() {
        var room = 2 * size;
        parent = Arrays.copyOf(parent, room);
        payment = Arrays.copyOf(payment, room);
        points = Arrays.copyOf(points, room);
        left = Arrays.copyOf(left, room);
    }
}
