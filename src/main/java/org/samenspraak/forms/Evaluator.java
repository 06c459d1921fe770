package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel;

/** FEEL inside a schema: {@code =expression} in an attribute, <code>{{expression}}</code> inside a text. */
class Evaluator {

    static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]{1,500})\\}\\}");

    private final Feel feel;

    Evaluator(Feel feel) {
        this.feel = feel;
    }

    /** @param condition a boolean, or an expression */
    boolean holds(JsonNode condition, Here here) {
        return isExpression(condition)
                ? feel.holds(condition.asText().substring(1), here.context())
                : condition.asBoolean();
    }

    /** The value of an attribute; null when it is missing. */
    @Nullable
    Object value(JsonNode attribute, Here here) {
        if (isExpression(attribute)) {
            return feel.evaluate(attribute.asText().substring(1), here.context());
        }
        return attribute.isMissingNode() || attribute.isNull()
                ? null
                : FormParser.MAPPER.convertValue(attribute, Object.class);
    }

    /** A text with its expressions filled in. */
    String text(String text, Here here) {
        return text(text, here, UnaryOperator.identity());
    }

    /** @param safe what is done to a value before it comes into the text */
    String text(String text, Here here, UnaryOperator<String> safe) {
        if (text.startsWith("=")) {
            return words(feel.evaluate(text.substring(1), here.context()));
        }
        if (!text.contains("{{")) {
            return text;
        }
        var filled = new StringBuffer();
        var matcher = TEMPLATE.matcher(text);
        while (matcher.find()) {
            var value = words(feel.evaluate(matcher.group(1).strip(), here.context()));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(safe.apply(value)));
        }
        return matcher.appendTail(filled).toString();
    }

    static boolean isExpression(JsonNode attribute) {
        return attribute.isTextual() && attribute.asText().startsWith("=");
    }

    private static String words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(Evaluator::words).toList());
        }
        return value == null ? "" : value.toString();
    }
}
