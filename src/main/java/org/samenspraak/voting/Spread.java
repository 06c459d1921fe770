package org.samenspraak.voting;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of one project laid upon who supports it: everybody pays the same price for each point they gave, and who can't
 * pays all they have. The price is the lowest at which that is enough. Supporters stand in cells of one purse and as many points.
 *
 * <p>It is found from below: let all pay the same; who can't, gives all they have and the others share the rest at a higher price; and
 * again until everybody can. A question that bounds leave open is decided exactly.
 */
final class Spread {

    /** Who gave a project as many points; by their groups of equal ballots. */
    static final class Supporters {

        private final int points;
        private final int[] groups;

        Supporters(int points, int[] groups) {
            this.points = points;
            this.groups = groups;
        }

        int points() {
            return points;
        }

        /** How many voters they are, times their points. */
        long weight(long[] weights) {
            return points * Arrays.stream(groups).mapToLong(it -> weights[it]).sum();
        }
    }

    private final long[] weights;
    private final Purses purses;
    private final int[] purseOf;
    private long[] byPurse = new long[64];

    private int[] purse = new int[64];
    private int[] points = new int[64];
    private long[] weight = new long[64];
    private int size;
    /** Cells before this one pay the price, the others all they have. */
    private int able;

    private long cost;
    private double lack;
    private long ablePoints;
    private Bounds rest = Bounds.ZERO;
    private Bounds price = Bounds.ZERO;
    private @Nullable BigInteger top;
    private int poorFrom;

    /**
     * @param weights how many voters each group has
     * @param purseOf the purse of each group
     */
    Spread(long[] weights, Purses purses, int[] purseOf) {
        this.weights = weights;
        this.purses = purses;
        this.purseOf = purseOf;
    }

    /** Whether all supporters together have the cost; if so, {@link #price()} is known. */
    boolean lay(long newCost, List<Supporters> supporters) {
        fill(supporters);
        cost = newCost;
        if (!isEnough()) {
            return false;
        }
        able = size;
        rest = Bounds.of(cost);
        ablePoints = 0;
        for (var i = 0; i < size; i++) {
            ablePoints += weight[i] * points[i];
        }
        boolean raised;
        do {
            raised = raise();
        } while (raised);
        return true;
    }

    /** When there was too little: what each supporter needs more, or less than that; in cents. */
    double lack() {
        return lack;
    }

    /** Whether somebody pays all they have, as that is less than the price. */
    boolean isCapped() {
        return able < size;
    }

    /** Of a point. */
    Bounds price() {
        return price;
    }

    /** The price of a point exactly: this over {@link #ablePoints()} times the denominator of the purses. */
    BigInteger top() {
        if (top == null) {
            top = BigInteger.valueOf(cost)
                    .multiply(purses.denominator())
                    .subtract(purses.exact(purse, weight, poorFrom, size));
        }
        return top;
    }

    long ablePoints() {
        return ablePoints;
    }

    /** How many voters pay. */
    long payers() {
        return Arrays.stream(weight, 0, size).sum();
    }

    /** What was laid last, with the cells that pay the price and those that can't, in their order. */
    byte[] print(int project, boolean enough) {
        var print = ByteBuffer.allocate(Integer.BYTES * (2 * size + 3));
        print.putInt(project).putInt(enough ? able : -1).putInt(size);
        for (var i = 0; i < size; i++) {
            print.putInt(purse[i]).putInt(points[i]);
        }
        return print.array();
    }

    /** What supporters have left together: this over the denominator of the purses. */
    BigInteger left(List<Supporters> supporters) {
        fill(supporters);
        return purses.exact(purse, weight, 0, size);
    }

    /** Takes the cost that was laid last out of the purses. */
    void pay(List<Supporters> supporters) {
        purses.price(top(), ablePoints, price);
        var after = new int[purses.size()];
        for (var run : supporters) {
            for (var i = 0; i < size; i++) {
                if (points[i] == run.points) {
                    after[purse[i]] = i < able ? purses.after(purse[i], points[i]) : Purses.EMPTY;
                }
            }
            for (var group : run.groups) {
                purseOf[group] = after[purseOf[group]];
            }
        }
    }

    private void fill(List<Supporters> supporters) {
        byPurse = purses.size() > byPurse.length ? new long[2 * purses.size()] : byPurse;
        size = 0;
        for (var run : supporters) {
            var from = size;
            for (var group : run.groups) {
                var held = purseOf[group];
                if (held != Purses.EMPTY && byPurse[held] == 0) {
                    add(held, run.points);
                }
                byPurse[held] += weights[group];
            }
            byPurse[Purses.EMPTY] = 0;
            for (var i = from; i < size; i++) {
                weight[i] = byPurse[purse[i]];
                byPurse[purse[i]] = 0;
            }
        }
    }

    private void add(int held, int given) {
        if (size == purse.length) {
            purse = Arrays.copyOf(purse, 2 * size);
            points = Arrays.copyOf(points, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        purse[size] = held;
        points[size++] = given;
    }

    private boolean isEnough() {
        var all = Bounds.ZERO;
        for (var i = 0; i < size; i++) {
            all = all.plus(purses.left(purse[i]).times(weight[i]));
        }
        lack = Bounds.of(cost).minus(all).over(Math.max(1, payers())).low();
        if (all.low() >= cost || all.high() < cost) {
            return all.low() >= cost;
        }
        var needed = BigInteger.valueOf(cost).multiply(purses.denominator());
        return purses.exact(purse, weight, 0, size).compareTo(needed) >= 0;
    }

    /** Whether somebody can't pay the price that is enough when all who could up to now pay it. */
    private boolean raise() {
        price = rest.over(ablePoints);
        top = null;
        poorFrom = able;
        for (var i = 0; i < able; ) {
            if (isAble(i)) {
                i++;
            } else {
                swap(i, --able);
            }
        }
        for (var i = able; i < poorFrom; i++) {
            rest = rest.minus(purses.left(purse[i]).times(weight[i]));
            ablePoints -= weight[i] * points[i];
        }
        return able < poorFrom;
    }

    private boolean isAble(int i) {
        var has = purses.left(purse[i]);
        var needs = price.times(points[i]);
        if (has.isBelow(needs) || has.low() >= needs.high()) {
            return has.low() >= needs.high();
        }
        var exact = purses.exact(new int[] {purse[i]}, new long[] {1}, 0, 1);
        return exact.multiply(BigInteger.valueOf(ablePoints)).compareTo(top().multiply(BigInteger.valueOf(points[i])))
                >= 0;
    }

    private void swap(int one, int other) {
        var held = purse[one];
        purse[one] = purse[other];
        purse[other] = held;
        var given = points[one];
        points[one] = points[other];
        points[other] = given;
        var many = weight[one];
        weight[one] = weight[other];
        weight[other] = many;
    }
}
