package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Answers;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Decisions;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.voting.Allocation;
import org.samenspraak.voting.Fraction;
import org.samenspraak.voting.Step;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.BudgetRounds.MoneyRule;
import org.springframework.stereotype.Component;

/**
 * Divides the money of a round over its areas: the regulation gives base, limits and weight, the table {@value #TABLE} which part of
 * the inhabitants weighs more, {@link Allocation} the cents.
 */
@Component
class BudgetMoney {

    static final String TABLE = "wijkbudget-allocation";

    private final Regulations regulations;
    private final Decisions decisions;
    private final Areas areas;
    private final BudgetWords words;

    BudgetMoney(Regulations regulations, Decisions decisions, Areas areas, BudgetWords words) {
        this.regulations = regulations;
        this.decisions = decisions;
        this.areas = areas;
        this.words = words;
    }

    /** As the regulation says it: nobody types an amount that the rules of the round don't know. */
    MoneyRule rule(RegulationId regulation) {
        return new MoneyRule(
                cents(amount(regulation, "money.total")),
                cents(amount(regulation, "money.base")),
                cents(amount(regulation, "money.floor")),
                cents(amount(regulation, "money.ceiling")),
                amount(regulation, "money.vulnerability"));
    }

    /** What the form says of each area; no amounts yet, and all that are vulnerable weigh. */
    List<Share> asked(Answers answers) {
        return answers.rows("shares").stream().map(BudgetMoney::asked).toList();
    }

    private static Share asked(Map<String, Object> row) {
        var vulnerable = new BigDecimal(text(row, "vulnerable"));
        var reach = Objects.toString(row.get("reach"), "").strip();
        return new Share(
                AreaId.parse(text(row, "area")),
                "",
                new BigDecimal(text(row, "inhabitants")).intValueExact(),
                vulnerable,
                vulnerable,
                Boolean.TRUE.equals(row.get("assumed")),
                Boolean.TRUE.equals(row.get("takesPart")),
                0,
                row.get("reachGroups") instanceof List<?> groups
                        ? Dialogues.GROUPS.stream().filter(groups::contains).toList()
                        : List.of(),
                reach.isEmpty() ? null : reach);
    }

    /**
     * Refuses what can't be divided, before a case of it opens.
     *
     * @throws Refusal at the field
     */
    void refuse(MoneyRule rule, List<Share> shares) {
        if (shares.isEmpty()) {
            throw Refusal.of("shares", "wijkbudget.refusal.no-areas");
        }
        var seen = new ArrayList<AreaId>();
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            if (seen.contains(share.area())) {
                throw Refusal.of("shares[" + i + "].area", "wijkbudget.refusal.area-twice");
            }
            seen.add(share.area());
            if (share.takesPart()
                    && (share.reach() == null || share.reachGroups().isEmpty())) {
                throw Refusal.of("shares[" + i + "].reach", "wijkbudget.refusal.reach");
            }
        }
        refuseNested(shares);
        if (shares.stream().noneMatch(Share::takesPart)) {
            throw Refusal.of("shares", "wijkbudget.refusal.nobody-takes-part");
        }
        try {
            divide(rule, shares);
        } catch (Refusal refusal) {
            throw Refusal.of("shares", refusal.messageKey(), refusal.args().toArray());
        }
    }

    /** An area and one inside it would count the same inhabitants twice, and give them two votes. */
    private void refuseNested(List<Share> shares) {
        var tree = areas.tree();
        for (int i = 0; i < shares.size(); i++) {
            var inside = shares.get(i).area();
            for (var around : shares) {
                if (!around.area().equals(inside) && tree.inside(around.area()).contains(inside)) {
                    throw Refusal.of(
                            "shares[" + i + "].area",
                            "wijkbudget.refusal.area-nested",
                            areas.get(inside).name(),
                            areas.get(around.area()).name());
                }
            }
        }
    }

    /** With the amount of each. */
    List<Share> divided(CaseId round, RegulationId regulation, MoneyRule rule, List<Share> asked) {
        return divided(rule, asked, decisions.evaluate(round, TABLE, facts(regulation, asked)));
    }

    /** The same before the round begins. */
    List<Share> foreseen(RegulationId regulation, MoneyRule rule, List<Share> asked) {
        return divided(rule, asked, decisions.foresee(BudgetRound.TRAJECTORY, TABLE, facts(regulation, asked)));
    }

    private List<Map<String, Object>> facts(RegulationId regulation, List<Share> asked) {
        var facts = regulations.facts(regulation);
        return asked.stream()
                .map(share -> Map.<String, Object>of("vulnerable", share.vulnerable(), "regulation", facts))
                .toList();
    }

    private List<Share> divided(MoneyRule rule, List<Share> asked, List<List<Map<String, Object>>> counted) {
        var weighed = new ArrayList<Share>();
        for (int i = 0; i < asked.size(); i++) {
            weighed.add(with(
                    asked.get(i),
                    new BigDecimal(text(counted.get(i).get(0), "counted")),
                    asked.get(i).cents()));
        }
        var amounts = divide(rule, weighed).amounts();
        var shares = new ArrayList<Share>();
        for (int i = 0; i < weighed.size(); i++) {
            shares.add(with(weighed.get(i), weighed.get(i).counted(), amounts.get(i)));
        }
        return shares;
    }

    /** What is divided, in the reader's language. */
    String start(MoneyRule rule, List<Share> shares) {
        var step = steps(rule, shares).get(0);
        return words.say(step.key(), step.args());
    }

    /** The first step says what is divided, then one for each area says why it gets what it gets, the last one the sum. */
    List<Step> steps(MoneyRule rule, List<Share> shares) {
        return divide(rule, shares).steps();
    }

    /** Why each area gets its amount. */
    List<Line> lines(MoneyRule rule, List<Share> shares) {
        var steps = steps(rule, shares);
        var lines = new ArrayList<Line>();
        for (var share : shares) {
            var step = steps.get(1 + lines.size());
            lines.add(new Line(name(share), share.takesPart(), share.cents(), why(step, share), share.assumed()));
        }
        return lines;
    }

    /** With the part of its inhabitants that is vulnerable, where less of it weighs: else nobody could repeat it. */
    String why(Step step, Share share) {
        var why = words.say(step.key(), step.args());
        return share.vulnerable().compareTo(share.counted()) == 0
                ? why
                : why + " " + words.say("wijkbudget.round.not-counted", share.vulnerable(), share.counted());
    }

    private Allocation.Result divide(MoneyRule rule, List<Share> shares) {
        var division = new Allocation.Rule(
                rule.total(),
                rule.base(),
                rule.floor(),
                rule.ceiling(),
                Fraction.parse(rule.vulnerability().toPlainString()).dividedBy(Fraction.of(100)));
        return Allocation.of(
                division,
                shares.stream()
                        .map(share -> new Allocation.Area(
                                name(share),
                                share.inhabitants(),
                                Fraction.parse(share.counted().toPlainString()).dividedBy(Fraction.of(100))))
                        .toList());
    }

    private String name(Share share) {
        return share.name().isEmpty() ? areas.get(share.area()).name() : share.name();
    }

    private static Share with(Share share, BigDecimal counted, long cents) {
        return new Share(
                share.area(),
                share.name(),
                share.inhabitants(),
                share.vulnerable(),
                counted,
                share.assumed(),
                share.takesPart(),
                cents,
                share.reachGroups(),
                share.reach());
    }

    private BigDecimal amount(RegulationId regulation, String key) {
        return new BigDecimal(regulations.get(regulation, key).value());
    }

    private static long cents(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }

    private static String text(Map<String, ? extends @Nullable Object> row, String key) {
        return Objects.requireNonNull(row.get(key), key).toString();
    }

    /** @param why it gets that amount, in the reader's language */
    record Line(String name, boolean takesPart, long cents, String why, boolean assumed) {}
}
