package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * When a question has to be answered, for who reads it on paper: its custom property {@code when}, or its condition in words
 * ("Alleen als u bij “Advies” niet “Weigeren” koos").
 */
class OnlyWhen {

    /** What hides a question mostly: an answer that is, or is not, this one. */
    private static final Pattern TEST =
            Pattern.compile("\\s*([\\w.]+)\\s*(=|!=)\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|true|false|null)\\s*");

    private final Map<String, Field> questions;
    private final Offers offers;
    private final MessageSource messages;
    private final Here top;

    OnlyWhen(Form form, Offers offers, MessageSource messages, Here top) {
        this.questions = form.all()
                .filter(it -> it.kind().asks() && !it.fixed())
                .collect(Collectors.toMap(Field::key, Function.identity(), (one, other) -> one));
        this.offers = offers;
        this.messages = messages;
        this.top = top;
    }

    /** What hides the field, without the leading {@code =}; empty for what is always asked. */
    static String condition(@Nullable Field field) {
        var hide = field == null ? null : field.json().path("conditional").path("hide");
        return hide != null && Evaluator.isExpression(hide) ? hide.asText().substring(1) : "";
    }

    /** None when it is always asked. */
    @Nullable
    String words(Field field) {
        var condition = condition(field);
        if (condition.isEmpty()) {
            return null;
        }
        var own = field.property("when");
        return own != null ? own : translate(condition);
    }

    /** Hidden by one answer or another: asked when neither is given. */
    private @Nullable String translate(String condition) {
        var words = new ArrayList<String>();
        for (var test : Arrays.asList(condition.split("\\bor\\b"))) {
            var found = TEST.matcher(test);
            if (!found.matches()) {
                return say("forms.paper.only.other");
            }
            var question = questions.get(found.group(1));
            if (question != null) {
                words.add(asked(question, found.toMatchResult()));
            }
        }
        // what is not answered here is known: it hides the question, or doesn't
        return words.isEmpty()
                ? null
                : say("forms.paper.only", String.join(" " + say("forms.paper.only.and") + " ", words));
    }

    private String asked(Field question, MatchResult test) {
        var hiddenByThis = test.group(2).equals("=");
        var value = test.group(3);
        var label = question.label(Forms.DUTCH);
        if (value.equals("null") || value.equals("\"\"")) {
            return say("forms.paper.only." + (hiddenByThis ? "filled" : "empty"), label);
        }
        if (question.kind() == Kind.CHECKBOX) {
            var ticked = value.equals("true") != hiddenByThis;
            return say("forms.paper.only." + (ticked ? "ticked" : "unticked"), label);
        }
        return say("forms.paper.only." + (hiddenByThis ? "not" : "is"), label, answer(question, value));
    }

    private String answer(Field question, String value) {
        var plain = value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
        return question.kind().chooses()
                ? offers.of(question, top, Forms.DUTCH).stream()
                        .filter(it -> it.value().equals(plain))
                        .map(Offers.Offer::label)
                        .findFirst()
                        .orElse(plain)
                : plain;
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, Forms.DUTCH);
    }
}
