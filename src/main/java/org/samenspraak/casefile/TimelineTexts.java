package org.samenspraak.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samenspraak.regulation.ParameterTexts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * A timeline entry in words. The message {@code timeline.<kind>} names its arguments: {@code {name}} is shown as it is (in
 * English {@code name_en} when there is one),
 * {@code {until|date}} as a day, {@code {outcome|outcome}} by the message {@code outcome.<value>} when there is one. An
 * apostrophe is written once.
 */
@Component("timelineTexts")
public class TimelineTexts {

    private static final String TERM = "deadlines.term";
    private static final Pattern ARGUMENT = Pattern.compile("\\{([\\w-]+)(?:\\|([\\w.-]+))?}");

    private final MessageSource messages;
    private final UnaryOperator<String> terms;

    @Autowired
    TimelineTexts(MessageSource messages, ParameterTexts parameters) {
        this(messages, parameters::name);
    }

    /** @param terms what a term is called that has no text of the product */
    TimelineTexts(MessageSource messages, UnaryOperator<String> terms) {
        this.messages = messages;
        this.terms = terms;
    }

    public String of(Timeline.Entry entry) {
        var locale = LocaleContextHolder.getLocale();
        var text = message("timeline." + entry.kind(), entry.kind(), locale);
        return ARGUMENT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(show(found, entry.args(), locale)));
    }

    private String show(MatchResult found, Map<String, String> args, Locale locale) {
        var value = args.getOrDefault(found.group(1), "");
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            value = args.getOrDefault(found.group(1) + "_en", value);
        }
        var how = found.group(2);
        if (how == null || value.isEmpty()) {
            return value;
        }
        if (how.equals("date")) {
            return LocalDate.parse(value).format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
        }
        var text = message(how + "." + value, "", locale);
        return !text.isEmpty() ? text : how.equals(TERM) ? terms.apply(value) : value;
    }

    /** Without arguments Spring hands out the text as it stands. */
    private String message(String key, String otherwise, Locale locale) {
        var text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }
}
