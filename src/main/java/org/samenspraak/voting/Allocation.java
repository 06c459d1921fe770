package org.samenspraak.voting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/**
 * Divides an amount over areas: each gets the base, the rest goes by inhabitants, who weigh more where more of them are
 * vulnerable; nobody gets less than the floor or more than the ceiling. To the cent, and the sum is exact: of equal remainders the
 * area that stands first gets the cent.
 */
public final class Allocation {

    /**
     * Amounts in cents.
     *
     * @param base for each area
     * @param vulnerability how much more a vulnerable inhabitant weighs: 1 is twice as much
     */
    public record Rule(long total, long base, long floor, long ceiling, Fraction vulnerability) {}

    /** @param vulnerable the part of its inhabitants, from 0 to 1 */
    public record Area(String name, long inhabitants, Fraction vulnerable) {}

    /**
     * @param amounts in cents, in the order of the areas
     * @param steps why each is what it is
     */
    public record Result(List<Long> amounts, List<Step> steps) {

        public byte[] bytes() {
            return Step.bytes(steps);
        }
    }

    private final Rule rule;
    private final List<Area> areas;
    private final List<Fraction> weights;
    /** The floor or the ceiling, for who would get less or more. */
    private final @Nullable Fraction[] limits;

    private Allocation(Rule rule, List<Area> areas) {
        this.rule = rule;
        this.areas = areas;
        this.weights = areas.stream().map(this::weight).toList();
        this.limits = new Fraction[areas.size()];
    }

    /** @throws Refusal at its field when the areas can't have what the rule promises each of them */
    public static Result of(Rule rule, List<Area> areas) {
        check(rule, areas);
        return new Allocation(rule, List.copyOf(areas)).result();
    }

    private static void check(Rule rule, List<Area> areas) {
        if (rule.vulnerability().signum() < 0 || areas.isEmpty()) {
            throw Refusal.of("vulnerability", "voting.allocation.vulnerability");
        }
        var number = areas.size();
        if (rule.total() < 0 || rule.total() > Money.MOST) {
            throw Refusal.of("total", "voting.allocation.total");
        }
        if (rule.base() < 0 || rule.base() > rule.total() / number) {
            throw Refusal.of("base", "voting.allocation.base", number);
        }
        if (rule.floor() < 0 || rule.floor() > rule.total() / number) {
            throw Refusal.of("floor", "voting.allocation.floor", number);
        }
        var most = Fraction.of(rule.ceiling()).times(number);
        if (most.compareTo(Fraction.of(rule.total())) < 0) {
            throw Refusal.of("ceiling", "voting.allocation.ceiling", number);
        }
        for (var area : areas) {
            var vulnerable = area.vulnerable();
            if (area.inhabitants() <= 0 || vulnerable.signum() < 0 || vulnerable.compareTo(Fraction.of(1)) > 0) {
                throw Refusal.of("areas", "voting.allocation.area", area.name());
            }
        }
    }

    private Fraction weight(Area area) {
        return Fraction.of(1)
                .plus(area.vulnerable().times(rule.vulnerability()))
                .times(area.inhabitants());
    }

    private Result result() {
        var first = amounts();
        var amounts = first;
        while (limit(amounts)) {
            amounts = amounts();
        }
        var cents = LargestRemainder.of(amounts);
        return new Result(cents, steps(first, amounts, cents));
    }

    /** Who is not limited gets the base, and divides by weight what is left after that. */
    private List<Fraction> amounts() {
        var left = Fraction.of(rule.total());
        var free = Fraction.ZERO;
        for (var area = 0; area < limits.length; area++) {
            var limit = limits[area];
            left = left.minus(limit == null ? Fraction.of(rule.base()) : limit);
            free = limit == null ? free.plus(weights.get(area)) : free;
        }
        var amounts = new ArrayList<Fraction>();
        for (var area = 0; area < limits.length; area++) {
            var limit = limits[area];
            amounts.add(
                    limit == null
                            ? left.times(weights.get(area)).dividedBy(free).plus(Fraction.of(rule.base()))
                            : limit);
        }
        return amounts;
    }

    /**
     * Limits areas on one side: those under the floor when they lack more together than others have above the ceiling, else those above
     * it. Limiting one side moves all others the same way, so none of that side would come back; it ends after as many rounds as there
     * are areas, at the only division that keeps all limits. Gives whether there was one to limit.
     */
    private boolean limit(List<Fraction> amounts) {
        var floor = Fraction.of(rule.floor());
        var ceiling = Fraction.of(rule.ceiling());
        var lacking = Fraction.ZERO;
        var above = Fraction.ZERO;
        for (var amount : amounts) {
            lacking = lacking.plus(positive(floor.minus(amount)));
            above = above.plus(positive(amount.minus(ceiling)));
        }
        if (lacking.signum() == 0 && above.signum() == 0) {
            return false;
        }
        var side = lacking.compareTo(above);
        for (var area = 0; area < limits.length; area++) {
            if (side >= 0 && amounts.get(area).compareTo(floor) < 0) {
                limits[area] = floor;
            } else if (side <= 0 && amounts.get(area).compareTo(ceiling) > 0) {
                limits[area] = ceiling;
            }
        }
        return true;
    }

    private static Fraction positive(Fraction number) {
        return number.signum() > 0 ? number : Fraction.ZERO;
    }

    /** @param first without limits; what a limit of others brought or took is the difference with {@code amounts} */
    private List<Step> steps(List<Fraction> first, List<Fraction> amounts, List<Long> cents) {
        var steps = new ArrayList<Step>();
        steps.add(Step.of(
                "voting.allocation.start",
                Money.euros(rule.total()),
                areas.size(),
                Money.euros(rule.base()),
                Money.euros(rule.floor()),
                Money.euros(rule.ceiling()),
                rule.vulnerability().rounded(4)));
        var all = Fraction.sum(weights);
        for (var i = 0; i < areas.size(); i++) {
            var area = areas.get(i);
            var brought = amounts.get(i).minus(first.get(i));
            var alone = first.get(i).dividedBy(Fraction.of(100)).rounded(2);
            steps.add(Step.of(
                    key(i, brought),
                    area.name(),
                    Money.euros(cents.get(i)),
                    area.inhabitants(),
                    counted(area),
                    weights.get(i).dividedBy(all).times(100).rounded(4),
                    alone,
                    Money.euros(cents.get(i)).subtract(alone).abs(),
                    Money.euros(rule.base())));
        }
        var sum = cents.stream().mapToLong(it -> it).sum();
        steps.add(Step.of("voting.allocation.end", Money.euros(sum)));
        return steps;
    }

    /** In percent of its inhabitants; zero where nobody weighs more. */
    private BigDecimal counted(Area area) {
        return rule.vulnerability().signum() == 0
                ? BigDecimal.ZERO
                : area.vulnerable().times(100).rounded(2);
    }

    private String key(int area, Fraction brought) {
        var limit = limits[area];
        if (limit == null) {
            return List.of("voting.allocation.less", "voting.allocation.unlimited", "voting.allocation.more")
                    .get(brought.signum() + 1);
        }
        return limit.equals(Fraction.of(rule.floor())) ? "voting.allocation.at-floor" : "voting.allocation.at-ceiling";
    }
}
