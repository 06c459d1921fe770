package org.samenspraak.voting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as they stand in {@code .pb} files: 16.09.2023, 16/9/2023, 16-9-2023, 2023-09-16, 2023-09, 09.2023 or only 2023. */
final class PbDates {

    private static final Pattern DAY_FIRST = Pattern.compile("(?:(\\d{1,2})[./-])?(\\d{1,2})[./-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:[./-](\\d{1,2})(?:[./-](\\d{1,2}))?)?");

    private PbDates() {}

    /** The first day that the text can mean; none when it is no date. */
    static Optional<LocalDate> first(String text) {
        return day(text, false);
    }

    /** The last day that the text can mean: 31 December of a year; none when it is no date. */
    static Optional<LocalDate> last(String text) {
        return day(text, true);
    }

    private static Optional<LocalDate> day(String text, boolean last) {
        var dayFirst = DAY_FIRST.matcher(text.strip());
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), last);
        }
        var yearFirst = YEAR_FIRST.matcher(text.strip());
        return yearFirst.matches()
                ? day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), last)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, @Nullable String month, @Nullable String day, boolean last) {
        try {
            var of = YearMonth.of(Integer.parseInt(year), month == null ? last ? 12 : 1 : Integer.parseInt(month));
            return Optional.of(day == null ? last ? of.atEndOfMonth() : of.atDay(1) : of.atDay(Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
