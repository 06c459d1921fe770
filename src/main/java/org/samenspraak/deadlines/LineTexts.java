package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lines in words: "30 kalenderdagen na ontvangst op 1 juli 2026 = 31 juli 2026". */
@Component
class LineTexts {

    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final MessageSource messages;

    LineTexts(MessageSource messages) {
        this.messages = messages;
    }

    List<String> of(List<Line> lines, Locale locale) {
        return lines.stream().map(line -> of(line, locale)).toList();
    }

    String of(Line line, Locale locale) {
        var args = line.args();
        return switch (line.kind()) {
            case COUNTED ->
                say(
                        "counted",
                        locale,
                        unit(args.get(0), args.get(1), locale),
                        since(args.get(3), locale),
                        date(args.get(2), locale),
                        date(args.get(4), locale));
            case FIXED -> say("fixed", locale, date(args.get(0), locale), date(args.get(1), locale));
            case NOT_COUNTED ->
                say("not-counted." + args.get(1), locale, weekday(args.get(0), locale), name(args, locale));
            case MOVED ->
                say(
                        "moved." + args.get(1),
                        locale,
                        weekday(args.get(0), locale),
                        name(args, locale),
                        weekday(args.get(3), locale));
            case BEFORE ->
                say(
                        "before",
                        locale,
                        unit(args.get(0), args.get(1), locale),
                        date(args.get(2), locale),
                        date(args.get(3), locale));
            case UNTIL -> say("until", locale, date(args.get(0), locale));
            case EXTENDED -> say("extended", locale, date(args.get(0), locale), args.get(1), args.get(2));
            case CLOSED, OPENED ->
                say(
                        line.kind().name().toLowerCase(Locale.ROOT),
                        locale,
                        weekday(args.get(0), locale),
                        args.get(1),
                        date(args.get(2), locale));
        };
    }

    private String say(String key, Locale locale, Object... args) {
        return messages.getMessage("deadlines.line." + key, args, locale);
    }

    private String unit(String unit, String amount, Locale locale) {
        return messages.getMessage("regulation.unit." + unit, new Object[] {Integer.valueOf(amount)}, locale);
    }

    /** "na", "na ontvangst op": what the first day is. */
    private String since(String word, Locale locale) {
        var plain = messages.getMessage("deadlines.since", null, locale);
        var text = messages.getMessage("deadlines.since." + word, null, plain, locale);
        return text == null ? plain : text;
    }

    private String name(List<String> args, Locale locale) {
        return args.get(1).equals("HOLIDAY")
                ? messages.getMessage("deadlines.holiday." + args.get(2), null, locale)
                : args.get(2);
    }

    private static String date(String iso, Locale locale) {
        return date(LocalDate.parse(iso), locale);
    }

    static String date(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
    }

    private static String weekday(String iso, Locale locale) {
        return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern("EEEE d MMMM", locale));
    }
}
