package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.voting.CountRule;
import org.samenspraak.voting.Jury;
import org.samenspraak.voting.Range;
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
        var regulation = cases.get(round).regulation();
        return new ChoiceRule(
                Way.of(text(regulation, "choice.method")),
                new BigDecimal(text(regulation, "choice.public-share")).intValueExact(),
                number(regulation, "vote.age"),
                number(regulation, "vote.most"),
                text(regulation, "vote.limit").equals("budget"),
                method(text(regulation, "count.rule")),
                number(regulation, "count.threshold"),
                new Range(cents(regulation, "project.minimum"), cents(regulation, "project.maximum")),
                ties(text(regulation, "tie.rule")),
                criteria(text(regulation, "choice.criteria"), number(regulation, "choice.points")));
    }

    int reminderDays(CaseId round) {
        return number(cases.get(round).regulation(), "vote.reminder");
    }

    private static CountRule.Method method(String code) {
        return switch (code) {
            case "greedy-skip" -> CountRule.Method.GREEDY;
            case "greedy-stop" -> CountRule.Method.GREEDY_STOPS;
            default -> CountRule.Method.EQUAL_SHARES_ADD1;
        };
    }

    private static List<TieRule> ties(String code) {
        return switch (code) {
            case "supporters-lot" -> List.of(TieRule.SUPPORTERS, TieRule.LOT);
            case "cheaper-lot" -> List.of(TieRule.CHEAPER, TieRule.LOT);
            default -> List.of(TieRule.LOT);
        };
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

    private String text(RegulationId regulation, String key) {
        return regulations.get(regulation, key).value();
    }

    private int number(RegulationId regulation, String key) {
        return regulations.get(regulation, key).number();
    }

    private long cents(RegulationId regulation, String key) {
        return new BigDecimal(text(regulation, key)).movePointRight(2).longValueExact();
    }
}
