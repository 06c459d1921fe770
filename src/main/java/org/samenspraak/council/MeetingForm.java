package org.samenspraak.council;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Refusal;

/**
 * Meetings as they were typed.
 *
 * @param days one on each line, day before month or ISO
 * @param starts "20:00", "20.00 uur" or nothing
 */
public record MeetingForm(@Nullable String days, @Nullable String starts, @Nullable String place) {

    public static final MeetingForm EMPTY = new MeetingForm("", "", "");

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.u](\\d{2})(?: ?uur)?");

    /** @throws Refusal for a line that is no day; the first of them */
    public List<LocalDate> typedDays() {
        var found = new ArrayList<LocalDate>();
        text(days)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(1_000)
                .forEach(line -> {
                    if (!found.contains(day(line))) {
                        found.add(day(line));
                    }
                });
        return found;
    }

    /** @throws Refusal for what is no time */
    public @Nullable LocalTime typedStart() {
        var typed = text(starts).strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return null;
        }
        var found = TIME.matcher(typed);
        try {
            if (found.matches()) {
                return LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
            }
        } catch (DateTimeException noTime) {
            // said below
        }
        throw Refusal.of("starts", "council.refusal.no-time");
    }

    public String typedPlace() {
        return text(place);
    }

    private static LocalDate day(String line) {
        var ours = DAY.matcher(line);
        try {
            if (ours.matches()) {
                return LocalDate.of(
                        Integer.parseInt(ours.group(3)),
                        Integer.parseInt(ours.group(2)),
                        Integer.parseInt(ours.group(1)));
            }
        } catch (DateTimeException noDay) {
            throw noDay(line);
        }
        return TypedDay.of(line).orElseThrow(() -> noDay(line));
    }

    private static Refusal noDay(String line) {
        return Refusal.of("days", "council.refusal.no-day", line.substring(0, Math.min(line.length(), 40)));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
