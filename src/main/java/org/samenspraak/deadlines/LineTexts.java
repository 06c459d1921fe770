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
            case LEAVING -> leaving(args, locale);
            case EXTENDED, GIVEN, SOONER -> byHand(line, locale);
            case PERIOD -> say("period", locale, date(args.get(0), locale), date(args.get(1), locale), args.get(2));
            case LATER, EARLIER -> say(key(line), locale, date(args.get(0), locale));
            case SUSPENDED, RESUMED, SUSPENDED_WITH -> suspension(line, locale);
            case CLOSED, OPENED, PAUSED, UNPAUSED -> calendar(line, locale);
        };
    }

    private String leaving(List<String> args, Locale locale) {
        var next = messages.getMessage("deadlines.term." + args.get(1), null, locale);
        return say("leaving", locale, date(args.get(0), locale), next, date(args.get(2), locale));
    }

    /** What followed from something else has nobody who did it. */
    private String byHand(Line line, Locale locale) {
        var args = line.args();
        return args.size() < 3 || !args.get(2).isEmpty()
                ? say(key(line), locale, date(args.get(0), locale), args.get(1), args.size() < 3 ? "" : args.get(2))
                : say(key(line) + ".model", locale, date(args.get(0), locale), args.get(1));
    }

    private String suspension(Line line, Locale locale) {
        var args = line.args();
        return switch (line.kind()) {
            case SUSPENDED ->
                args.get(1).isEmpty()
                        ? say("suspended.model", locale, date(args.get(0), locale))
                        : say("suspended", locale, date(args.get(0), locale), args.get(1), args.get(2));
            case RESUMED ->
                say(
                        args.get(3).isEmpty() ? "resumed.model" : "resumed",
                        locale,
                        date(args.get(0), locale),
                        Integer.valueOf(args.get(1)),
                        date(args.get(2), locale),
                        args.get(3),
                        args.get(4));
            default -> say("suspended.with", locale);
        };
    }

    /** Days of the calendar that changed; older lines have one day and no last of them. */
    private String calendar(Line line, Locale locale) {
        var args = line.args();
        return args.size() < 4 || args.get(3).equals(args.get(0))
                ? say(key(line), locale, weekday(args.get(0), locale), args.get(1), date(args.get(2), locale))
                : say(
                        key(line) + ".days",
                        locale,
                        date(args.get(0), locale),
                        args.get(1),
                        date(args.get(2), locale),
                        date(args.get(3), locale));
    }

    private static String key(Line line) {
        return line.kind().name().toLowerCase(Locale.ROOT);
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

    String days(LocalDate from, LocalDate until, Locale locale) {
        return from.equals(until) ? date(from, locale) : say("days", locale, date(from, locale), date(until, locale));
    }

    static String date(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
    }

    private static String weekday(String iso, Locale locale) {
        return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern("EEEE d MMMM", locale));
    }
}
