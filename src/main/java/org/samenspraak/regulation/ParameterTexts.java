package org.samenspraak.regulation;

import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    ParameterTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String value(Parameter parameter) {
        var value = parameter.value();
        return switch (parameter.type()) {
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS ->
                unit(parameter.type().name(), parameter.number());
            case AMOUNT -> say("regulation.value.amount", value);
            case PERCENTAGE -> say("regulation.value.percentage", value);
            case DATE_IN_YEAR ->
                MonthDay.parse(value).format(DateTimeFormatter.ofPattern("d MMMM", LocaleContextHolder.getLocale()));
            case CHOICE -> choice(value);
            case REMINDERS -> value.isEmpty() ? say("regulation.value.none") : reminders(value);
            case NUMBER, FRACTION, TEXT -> value;
        };
    }

    public String choice(String value) {
        var text = messages.getMessage("regulation.choice." + value, null, value, LocaleContextHolder.getLocale());
        return text == null ? value : text;
    }

    /** What a parameter is called: "aanvraag nakijken", "aanvraag nakijken: herinneringen". */
    public String name(String key) {
        var locale = LocaleContextHolder.getLocale();
        var own = messages.getMessage("regulation.name." + key, null, "", locale);
        var known =
                String.valueOf(own).isEmpty() ? messages.getMessage("deadlines.term." + key, null, "", locale) : own;
        if (!String.valueOf(known).isEmpty()) {
            return String.valueOf(known);
        }
        var dot = key.lastIndexOf('.');
        return dot < 0
                ? key
                : messages.getMessage(
                        "regulation.part." + key.substring(dot + 1),
                        new Object[] {name(key.substring(0, dot))},
                        key,
                        locale);
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
}
