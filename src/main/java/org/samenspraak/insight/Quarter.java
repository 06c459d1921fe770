package org.samenspraak.insight;

import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Three months of a year; in an address {@code 2026-Q4}. */
record Quarter(int year, int number) {

    private static final Pattern CODE = Pattern.compile("([12]\\d{3})-Q([1-4])");

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** What makes no sense is the other one. */
    static Quarter parse(@Nullable String code, Quarter other) {
        var parts = CODE.matcher(code == null ? "" : code);
        return parts.matches()
                ? new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
                : other;
    }

    LocalDate first() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    /** This one and the ones before. */
    Stream<Quarter> back(int count) {
        return Stream.iterate(this, it -> of(it.first().minusDays(1))).limit(count);
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
