package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel;

/** FEEL inside a schema: {@code =expression} in an attribute, {@link Template} inside a text. */
class Evaluator {

    private final Feel feel;

    Evaluator(Feel feel) {
        this.feel = feel;
    }

    /** Whether a condition holds, in the way of form-js: see {@link Feel#holds}. */
    boolean holds(JsonNode condition, Here here) {
        return isExpression(condition) && feel.holds(condition.asText().substring(1), here.context());
    }

    /** Of an attribute that is yes or no. */
    boolean isTrue(JsonNode attribute, Here here) {
        return Boolean.TRUE.equals(value(attribute, here));
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
            return safe.apply(Template.words(feel.evaluate(text.substring(1), here.context())));
        }
        return text.contains("{{") ? Template.of(text).fill(feel, here.context(), safe) : text;
    }

    static boolean isExpression(JsonNode attribute) {
        return attribute.isTextual() && attribute.asText().startsWith("=");
    }
}
