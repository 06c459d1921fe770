package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.voting.CountRule;
import org.samenspraak.voting.Jury;
import org.samenspraak.voting.Range;
import org.samenspraak.voting.SharesRule;
import org.samenspraak.voting.TieRule;
import org.samenspraak.wijkbudget.ChoiceRule.Way;
import org.springframework.stereotype.Component;

/** Reads how a round chooses out of its regulation. */
@Component
class ChoiceRules {

    private final Cases cases;
    private final Regulations regulations;

    ChoiceRules(Cases cases, Regulations regulations) {
        this.cases = cases;
        this.regulations = regulations;
    }

    ChoiceRule of(CaseId round) {
        return of(regulations.effective(cases.get(round).regulation()));
    }

    static ChoiceRule of(Map<String, Parameter> parameters) {
        return new ChoiceRule(
                Way.of(text(parameters, "choice.method")),
                new BigDecimal(text(parameters, "choice.public-share")).intValueExact(),
                number(parameters, "vote.age"),
                number(parameters, "vote.most"),
                isWithinBudget(text(parameters, "vote.limit")),
                method(text(parameters, "count.rule")),
                shares(parameters),
                number(parameters, "count.threshold"),
                new Range(cents(parameters, "project.minimum"), cents(parameters, "project.maximum")),
                ties(text(parameters, "tie.rule")),
                criteria(text(parameters, "choice.criteria"), number(parameters, "choice.points")));
    }

    /** How large a panel by lot is; none in versions from before, where the office says so. */
    Optional<Panel> panel(CaseId round) {
        var parameters = regulations.effective(cases.get(round).regulation());
        return parameters.containsKey("choice.members")
                ? Optional.of(new Panel(number(parameters, "choice.members"), number(parameters, "choice.reserves")))
                : Optional.empty();
    }

    record Panel(int members, int reserves) {}

    int reminderDays(CaseId round) {
        return number(regulations.effective(cases.get(round).regulation()), "vote.reminder");
    }

    private static boolean isWithinBudget(String code) {
        return switch (code) {
            case "number" -> false;
            case "budget" -> true;
            default -> throw unknown(code);
        };
    }

    private static CountRule.Method method(String code) {
        return switch (code) {
            case "greedy-skip" -> CountRule.Method.GREEDY;
            case "greedy-stop" -> CountRule.Method.GREEDY_STOPS;
            case "equal-shares" -> CountRule.Method.EQUAL_SHARES_ADD1;
            default -> throw unknown(code);
        };
    }

    /** Versions from before had no choice here. */
    private static SharesRule shares(Map<String, Parameter> parameters) {
        return parameters.containsKey("count.step")
                ? new SharesRule(
                        text(parameters, "count.worth").equals("cost"),
                        text(parameters, "count.rest").equals("most-votes"),
                        true,
                        cents(parameters, "count.step"))
                : SharesRule.USUAL;
    }

    private static List<TieRule> ties(String code) {
        return switch (code) {
            case "supporters-lot" -> List.of(TieRule.SUPPORTERS, TieRule.LOT);
            case "cheaper-lot" -> List.of(TieRule.CHEAPER, TieRule.LOT);
            case "lot" -> List.of(TieRule.LOT);
            default -> throw unknown(code);
        };
    }

    private static IllegalArgumentException unknown(String code) {
        return new IllegalArgumentException("No page and no count for " + code);
    }

    /** Parts between commas: a name, and after a colon its weight. */
    static List<Jury.Criterion> criteria(String text, int most) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(part -> {
                    var colon = part.lastIndexOf(':');
                    return new Jury.Criterion(
                            part.substring(0, colon).strip(),
                            Long.parseLong(part.substring(colon + 1).strip()),
                            most);
                })
                .toList();
    }

    private static String text(Map<String, Parameter> parameters, String key) {
        return parameter(parameters, key).value();
    }

    private static int number(Map<String, Parameter> parameters, String key) {
        return parameter(parameters, key).number();
    }

    private static long cents(Map<String, Parameter> parameters, String key) {
        return new BigDecimal(text(parameters, key)).movePointRight(2).longValueExact();
    }

    private static Parameter parameter(Map<String, Parameter> parameters, String key) {
        return Objects.requireNonNull(parameters.get(key), key);
    }
}
