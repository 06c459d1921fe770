package org.samenspraak.regulation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Pattern;
import org.samenspraak.kernel.Refusal;

/** What a value of a regulation is, and how it is written. */
public enum ParameterType {
    /** Calendar days. */
    DAYS,
    WORKING_DAYS,
    WEEKS,
    MONTHS,
    YEARS,
    /** Euros with at most two decimals. */
    AMOUNT,
    /** A whole number, zero or more. */
    NUMBER,
    PERCENTAGE,
    /** A part of a whole, {@code 2/3}. */
    FRACTION,
    /** A day in every year, {@code --10-01}. */
    DATE_IN_YEAR,
    CHOICE,
    /** Terms before the end of a term, {@code 14 d, 10 wd, 3 w, 1 m}; {@code 0 d} is the last day itself. */
    REMINDERS,
    /** Sentences for a letter. */
    TEXT;

    private static final int LONGEST_TEXT = 4000;
    private static final Pattern TERM = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}([.]\\d{1,2})?");
    private static final Pattern SHARE = Pattern.compile("[1-9]\\d{0,3}/[1-9]\\d{0,3}");
    private static final Pattern REMINDER_LIST =
            Pattern.compile("((0|[1-9]\\d{0,3}) (d|wd|w|m)(, (0|[1-9]\\d{0,3}) (d|wd|w|m))*)?");

    /** Whether it is a length of time that a clock can count. */
    public boolean isTerm() {
        return this == DAYS || this == WORKING_DAYS || this == WEEKS || this == MONTHS || this == YEARS;
    }

    /** The value, trimmed; refuses what this type can't hold. */
    String checked(String text, List<String> choices) {
        var value = text.strip();
        if (!isValid(value, choices)) {
            throw Refusal.of("value", "regulation.refusal." + name());
        }
        return value;
    }

    private boolean isValid(String value, List<String> choices) {
        return switch (this) {
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS -> TERM.matcher(value).matches();
            case NUMBER -> WHOLE.matcher(value).matches();
            case AMOUNT -> DECIMAL.matcher(value).matches();
            case PERCENTAGE ->
                DECIMAL.matcher(value).matches() && new BigDecimal(value).compareTo(BigDecimal.valueOf(100)) <= 0;
            case FRACTION -> SHARE.matcher(value).matches() && isAtMostOne(value);
            case DATE_IN_YEAR -> isDayInYear(value);
            case CHOICE -> choices.contains(value);
            case REMINDERS -> REMINDER_LIST.matcher(value).matches();
            case TEXT -> !value.isEmpty() && value.length() <= LONGEST_TEXT;
        };
    }

    private static boolean isAtMostOne(String share) {
        var terms = share.split("/");
        return Integer.parseInt(terms[0]) <= Integer.parseInt(terms[1]);
    }

    private static boolean isDayInYear(String value) {
        try {
            MonthDay.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
