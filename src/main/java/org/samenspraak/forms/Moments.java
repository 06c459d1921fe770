package org.samenspraak.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times: as typed, as kept (ISO, as form-js serialises them) and as shown. */
public final class Moments {

    // bounded input, no nested repetition: safe with java.util.regex
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern OUR_DAY = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.u](\\d{2})(?::00)?(?: ?uur| ?([ap])m)?", Pattern.CASE_INSENSITIVE);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Moments() {}

    /** Day before month, or ISO. */
    public static Optional<LocalDate> day(String text) {
        var iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        var our = OUR_DAY.matcher(text);
        return our.matches() ? day(our.group(3), our.group(2), our.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Somebody who types another year made a mistake. */
    static boolean isLikely(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 2200;
    }

    static Optional<LocalTime> time(String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        var hour = hour(Integer.parseInt(time.group(1)), time.group(3));
        var minute = Integer.parseInt(time.group(2));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** @param half of the day, {@code a} or {@code p}; none on a clock of 24 hours */
    private static int hour(int read, @Nullable String half) {
        if (half == null) {
            return read;
        }
        return read < 1 || read > 12 ? 24 : read % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    static Optional<LocalDateTime> both(String text) {
        var split = Math.max(text.indexOf('T'), text.indexOf(' '));
        if (split < 0) {
            return Optional.empty();
        }
        return day(text.substring(0, split))
                .flatMap(day -> time(text.substring(split + 1).strip()).map(day::atTime));
    }

    /** As kept: {@code utc_offset}, {@code utc_normalized} or (default) without zone. */
    static String keep(LocalDateTime moment, String format, ZoneId zone) {
        return switch (format) {
            case "utc_offset" -> DAY_AND_MINUTES.format(moment) + offset(moment, zone);
            case "utc_normalized" ->
                DAY_AND_MINUTES.format(moment.atZone(zone).withZoneSameInstant(ZoneOffset.UTC)) + "Z";
            default -> DAY_AND_MINUTES.format(moment);
        };
    }

    /** A time has no day of its own: the offset is that of {@code today}. */
    static String keep(LocalTime time, String format, ZoneId zone, LocalDate today) {
        var moment = today.atTime(time);
        return switch (format) {
            case "utc_offset" -> MINUTES.format(time) + offset(moment, zone);
            case "utc_normalized" -> MINUTES.format(moment.atZone(zone).withZoneSameInstant(ZoneOffset.UTC)) + "Z";
            default -> MINUTES.format(time);
        };
    }

    private static String offset(LocalDateTime moment, ZoneId zone) {
        var offset = zone.getRules().getOffset(moment);
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    /** A kept value as its HTML control wants it: local, without zone. What isn't a moment stays as it is. */
    static String control(String kept, String subtype, ZoneId zone, LocalDate today) {
        try {
            if (!kept.matches(".*(Z|[+-]\\d{2}:\\d{2})")) {
                return kept;
            }
            return subtype.equals("time")
                    ? MINUTES.format(OffsetTime.parse(kept).atDate(today).atZoneSameInstant(zone))
                    : DAY_AND_MINUTES.format(OffsetDateTime.parse(kept).atZoneSameInstant(zone));
        } catch (DateTimeException e) {
            return kept;
        }
    }

    /** In words: "14 september 2026", "14 september 2026, 10:30". */
    static String show(String control, Locale locale) {
        var days = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        return both(control)
                .map(it -> days.format(it) + ", " + MINUTES.format(it))
                .or(() -> day(control).map(days::format))
                .orElse(control);
    }
}
