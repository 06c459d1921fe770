package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterCheck;
import org.samenspraak.regulation.ParameterType;
import org.samenspraak.wijkbudget.ChoiceRule.Way;
import org.springframework.stereotype.Component;

/** Refuses rules by which nobody could choose or count: before they hold, and not on the evening of the count. */
@Component
class ChoiceCheck implements ParameterCheck {

    private static final int DAYS_A_WEEK = 7;
    private static final Pattern CRITERION = Pattern.compile("[^:]*[^:\\s][^:]*:\\s*[1-9]\\d{0,5}");

    @Override
    public void check(Map<String, Parameter> parameters) {
        if (!parameters.containsKey("choice.method")) {
            return;
        }
        if (decimal(parameters, "choice.public-share").stripTrailingZeros().scale() > 0) {
            throw new Refusal("wijkbudget.refusal.rule-share");
        }
        refuseCriteria(value(parameters, "choice.criteria"));
        if (Stream.of("choice.points", "vote.most", "choice.members")
                .map(parameters::get)
                .anyMatch(one -> one != null && one.value().equals("0"))) {
            throw new Refusal("wijkbudget.refusal.rule-none");
        }
        if (decimal(parameters, "project.minimum").compareTo(decimal(parameters, "project.maximum")) > 0) {
            throw new Refusal("wijkbudget.refusal.rule-range");
        }
        if (decimal(parameters, "money.floor").compareTo(decimal(parameters, "money.ceiling")) > 0) {
            throw new Refusal("wijkbudget.refusal.rule-money");
        }
        refuseReminder(parameters);
        var rule = ChoiceRules.of(parameters);
        if (rule.way() == Way.MIX && rule.method().isShares()) {
            throw new Refusal("wijkbudget.refusal.rule-mixed");
        }
    }

    /** It comes before the end, so it must come after the beginning. */
    private static void refuseReminder(Map<String, Parameter> parameters) {
        var choice = Objects.requireNonNull(parameters.get("wijkbudget-choice"));
        var days = choice.number() * (choice.type() == ParameterType.WEEKS ? DAYS_A_WEEK : 1);
        if (decimal(parameters, "vote.reminder").intValue() >= days) {
            throw new Refusal("wijkbudget.refusal.rule-reminder");
        }
    }

    /** Each with a weight, and no two alike: scores are kept by the name. */
    private static void refuseCriteria(String text) {
        var names = new HashSet<String>();
        var good = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .allMatch(part -> CRITERION.matcher(part).matches()
                        && names.add(part.substring(0, part.indexOf(':')).strip()));
        if (!good) {
            throw new Refusal("wijkbudget.refusal.rule-criteria");
        }
    }

    private static BigDecimal decimal(Map<String, Parameter> parameters, String key) {
        return new BigDecimal(value(parameters, key));
    }

    private static String value(Map<String, Parameter> parameters, String key) {
        return Objects.requireNonNull(parameters.get(key), key).value();
    }
}
