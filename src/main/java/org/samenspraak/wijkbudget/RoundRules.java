package org.samenspraak.wijkbudget;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.ParameterType;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.RegulationView;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.ChoiceRule.Way;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of a round and when they can't change any more: those of money and ideas from the first proposal on, those of choosing and
 * counting from the day that ballots may come. Until then a newer version of the regulation may take their place, with a reason.
 */
@Service
class RoundRules {

    private static final Set<String> NEEDED = Set.of("money.total", "choice.method");

    private final JdbcClient jdbc;
    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final BudgetMoney money;
    private final Cases cases;
    private final Regulations regulations;
    private final CriteriaNames names;
    private final ParameterTexts texts;
    private final Dates dates;
    private final Clock clock;

    RoundRules(
            JdbcClient jdbc,
            BudgetRounds rounds,
            BudgetAreas areas,
            BudgetMoney money,
            Cases cases,
            Regulations regulations,
            CriteriaNames names,
            ParameterTexts texts,
            Dates dates,
            Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.areas = areas;
        this.money = money;
        this.cases = cases;
        this.regulations = regulations;
        this.names = names;
        this.texts = texts;
        this.dates = dates;
        this.clock = clock;
    }

    /** Twice is once. */
    @Transactional
    public void lock(CaseId round, Part part, String because) {
        jdbc.sql(
                        """
                        insert into wijkbudget_lock (round, rules, locked_at, because) values (:round, :part, :now, :because)
                        on conflict (round, rules) do nothing
                        """)
                .param("round", round.value())
                .param("part", part.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("because", because)
                .update();
    }

    Set<Part> locked(CaseId round) {
        return jdbc
                .sql("select rules from wijkbudget_lock where round = ?")
                .param(round.value())
                .query(String.class)
                .list()
                .stream()
                .map(Part::valueOf)
                .collect(Collectors.toSet());
    }

    /** The regulations that hold today and know rounds; the one that rounds follow where nobody chooses comes first. */
    List<RegulationView> choices() {
        var usual = regulations.inForce(BudgetRound.TRAJECTORY, dates.today());
        return regulations.inForce(dates.today()).stream()
                .filter(one -> regulations.parameters(one.id()).keySet().containsAll(NEEDED))
                .sorted(Comparator.comparing(one -> !one.id().equals(usual)))
                .toList();
    }

    /** What people call a regulation. */
    String title(RegulationId regulation) {
        return regulations.view(regulation).title();
    }

    /** Each rule of a part that decides something here, in the order of the regulation, in the reader's language. */
    List<RuleView> of(RegulationId regulation, Part part) {
        var all = regulations.parameters(regulation);
        var way = Way.of(Objects.requireNonNull(all.get("choice.method")).value());
        var shares = Objects.requireNonNull(all.get("count.rule")).value().equals("equal-shares");
        return all.values().stream()
                .filter(one -> part.has(one) && matters(one.key(), way, shares))
                .map(one -> view(one, names.english(regulation, one.key()).orElse(one)))
                .toList();
    }

    /** Residents alone need no rules of a jury, a jury none of ballots, and only equal shares those of shares. */
    private static boolean matters(String key, Way way, boolean shares) {
        return switch (key) {
            case "choice.public-share" -> way == Way.MIX;
            case "choice.criteria", "choice.points", "choice.members", "choice.reserves" -> way.hasScores();
            case "count.worth", "count.step", "count.rest" -> way.hasBallots() && shares;
            default -> way.hasBallots() || !key.startsWith("vote.");
        };
    }

    private RuleView view(Parameter parameter, Parameter read) {
        return new RuleView(
                texts.name(parameter.key()),
                texts.value(read),
                parameter.type() == ParameterType.TEXT && parameter.equals(read),
                texts.sentence(parameter),
                parameter.article(),
                texts.reason(parameter));
    }

    /** The versions that the round may follow from now on: those in force, no drafts. */
    List<RegulationId> newer(RegulationId regulation) {
        return regulations.versions(regulation.name()).stream()
                .filter(other -> other.version() > regulation.version())
                .filter(this::isInForce)
                .toList();
    }

    private boolean isInForce(RegulationId regulation) {
        var from = regulations.view(regulation).holdsFrom();
        return from != null && !from.isAfter(dates.today());
    }

    /**
     * Lets the round follow a newer version of its regulation; as long as its money is not locked, that is divided anew.
     *
     * @throws Refusal without a reason, when that version has another value for a rule that is locked, and when nobody could choose,
     *     count or divide the money by it
     */
    @Transactional
    public void follow(CaseId round, int version, String reason, Actor by) {
        rounds.hold(round);
        var before = cases.get(round).regulation();
        var after = newer(before).stream()
                .filter(other -> other.version() == version)
                .findFirst()
                .orElseThrow(() -> Refusal.of("version", "wijkbudget.refusal.no-version"));
        regulations.check(after);
        var locked = locked(round);
        var old = regulations.parameters(before);
        var changed = regulations.parameters(after).values().stream()
                .filter(parameter -> locked.stream().anyMatch(part -> part.has(parameter)))
                .filter(parameter -> !parameter.value().equals(value(old.get(parameter.key()))))
                .map(parameter -> texts.name(parameter.key()))
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            throw Refusal.of("version", "wijkbudget.refusal.rules-locked", changed);
        }
        cases.rebind(round, after, reason, by);
        if (!locked.contains(Part.MONEY)) {
            divideAnew(round, after);
        }
    }

    /** What everybody reads of the rules and what each area gets are the same. */
    private void divideAnew(CaseId round, RegulationId regulation) {
        var stands = rounds.get(round);
        var rule = money.rule(regulation);
        var shares = areas.of(round);
        try {
            money.refuse(rule, shares);
        } catch (Refusal refusal) {
            throw Refusal.of("version", refusal.messageKey(), refusal.args().toArray());
        }
        rounds.prepare(round, stands.title(), stands.opens(), rule);
        areas.replace(round, money.divided(round, regulation, rule, shares));
    }

    private static @Nullable String value(@Nullable Parameter parameter) {
        return parameter == null ? null : parameter.value();
    }

    /** Rules that are locked together. */
    enum Part {
        /** Until the first proposal is in. */
        MONEY("(money|project|proposal)[.].+"),
        /** Until ballots may come. */
        CHOICE("(choice|vote|count|tie)[.].+");

        private final String keys;

        Part(String keys) {
            this.keys = keys;
        }

        boolean has(Parameter parameter) {
            return parameter.key().matches(keys) && !parameter.key().endsWith(CriteriaNames.ENGLISH);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param typed whether the value is a text that somebody wrote, in Dutch
     * @param article where it is written; none for an example value, which has a reason
     */
    record RuleView(
            String name,
            String value,
            boolean typed,
            String sentence,
            @Nullable String article,
            @Nullable String reason) {}
}
