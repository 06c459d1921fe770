package org.samenspraak.regulation;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Parameters in the reader's words: "10 werkdagen", "14 dagen en 3 dagen vooraf". */
@Component("parameterTexts")
public class ParameterTexts {

    private final MessageSource messages;
    private final Names names;

    ParameterTexts(MessageSource messages, Names names) {
        this.messages = messages;
        this.names = names;
    }

    public String value(Parameter parameter) {
        var value = parameter.value();
        return switch (parameter.type()) {
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS ->
                unit(parameter.type().name(), parameter.number());
            case AMOUNT -> amount(new BigDecimal(value));
            case PERCENTAGE -> say("regulation.value.percentage", value);
            case DATE_IN_YEAR ->
                MonthDay.parse(value).format(DateTimeFormatter.ofPattern("d MMMM", LocaleContextHolder.getLocale()));
            case CHOICE -> choice(value);
            case REMINDERS -> value.isEmpty() ? say("regulation.value.none") : reminders(value);
            case NUMBER, FRACTION, TEXT -> value;
        };
    }

    private String amount(BigDecimal euros) {
        var whole = euros.stripTrailingZeros().scale() <= 0;
        return say(whole ? "regulation.value.amount" : "regulation.value.amount-cents", euros);
    }

    public String choice(String value) {
        var text = messages.getMessage("regulation.choice." + value, null, value, LocaleContextHolder.getLocale());
        return text == null ? value : text;
    }

    /** What a parameter is called: "aanvraag nakijken", "aanvraag nakijken: herinneringen". */
    public String name(String key) {
        var known = product(key);
        if (known.isEmpty()) {
            known = names.find(key)
                    .map(it -> english() ? it.english() : it.dutch())
                    .orElse("");
        }
        var dot = key.lastIndexOf('.');
        if (!known.isEmpty() || dot < 0) {
            return known.isEmpty() ? key : known;
        }
        var whole = new Object[] {name(key.substring(0, dot))};
        return String.valueOf(messages.getMessage(
                "regulation.part." + key.substring(dot + 1), whole, key, LocaleContextHolder.getLocale()));
    }

    /** Whether it needs no name of its own: the texts of the product have one, or what it is a part of does. */
    public boolean isNamed(String key) {
        var dot = key.lastIndexOf('.');
        return !product(key).isEmpty()
                || (dot > 0
                        && !text("regulation.part." + key.substring(dot + 1)).isEmpty());
    }

    private String product(String key) {
        var own = text("regulation.name." + key);
        return own.isEmpty() ? text("deadlines.term." + key) : own;
    }

    private String text(String key) {
        return String.valueOf(messages.getMessage(key, new Object[] {""}, "", LocaleContextHolder.getLocale()));
    }

    public String sentence(Parameter parameter) {
        return english() ? parameter.sentenceEn() : parameter.sentence();
    }

    /** Why an example value is what it is; nothing when it has an article. */
    public @Nullable String reason(Parameter parameter) {
        return english() ? parameter.reasonEn() : parameter.reason();
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private String reminders(String value) {
        var terms = Stream.of(value.split(", "))
                .map(term -> term.split(" "))
                .map(term -> unit(unitOf(term[1]), Integer.parseInt(term[0])))
                .collect(Collectors.joining(", "));
        return say("regulation.value.before", terms);
    }

    private static String unitOf(String word) {
        return switch (word) {
            case "wd" -> "WORKING_DAYS";
            case "w" -> "WEEKS";
            case "m" -> "MONTHS";
            default -> "DAYS";
        };
    }

    private String unit(String unit, int amount) {
        return say("regulation.unit." + unit, amount);
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** What the office calls the values that it added. */
    interface Names {
        Optional<ParameterName> find(String key);
    }
}
