package org.samenspraak.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates in words, in the reader's language and the municipality's zone. Takes a {@link LocalDate} or an {@link Instant}. */
@Component("dates")
public class Dates {

    /** Days before the end from which a date is called near. */
    private static final int SOON = 3;

    private final Municipality municipality;
    private final Clock clock;
    private final MessageSource texts;

    Dates(Municipality municipality, Clock clock, MessageSource texts) {
        this.municipality = municipality;
        this.clock = clock;
        this.texts = texts;
    }

    /** "ma 14 september 2026" */
    public String day(@Nullable TemporalAccessor when) {
        return format(when, "EEE d MMMM yyyy");
    }

    /** "ma 14 september"; with its year when that is not this one */
    public String shortDay(@Nullable TemporalAccessor when) {
        return when == null || local(when).getYear() == today().getYear() ? format(when, "EEE d MMMM") : day(when);
    }

    /** "september 2026" */
    public String month(@Nullable TemporalAccessor when) {
        return format(when, "LLLL yyyy");
    }

    /** The number of its week in the year (ISO 8601). */
    public int week(LocalDate day) {
        return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** "12 november 2026, 21.10 uur" */
    public String moment(@Nullable Instant when) {
        return format(when, dutch() ? "d MMMM yyyy, HH.mm 'uur'" : "d MMMM yyyy, HH:mm");
    }

    /** "14.32 uur" */
    public String time(@Nullable Instant when) {
        return format(when, dutch() ? "HH.mm 'uur'" : "HH:mm");
    }

    /** "over 3 dagen", "vandaag", "2 dagen te laat" */
    public String until(@Nullable TemporalAccessor when) {
        if (when == null) {
            return "";
        }
        var days = daysUntil(when);
        return texts.getMessage(untilKey(days), new Object[] {Math.abs(days)}, locale());
    }

    /** {@code late}, {@code soon} or {@code later} */
    public String state(@Nullable TemporalAccessor when) {
        if (when == null) {
            return "later";
        }
        var days = daysUntil(when);
        return days < 0 ? "late" : days <= SOON ? "soon" : "later";
    }

    /** The day that an instant falls on here. */
    public LocalDate local(TemporalAccessor when) {
        return when instanceof Instant instant
                ? LocalDate.ofInstant(instant, municipality.zone())
                : LocalDate.from(when);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone());
    }

    private long daysUntil(TemporalAccessor when) {
        return ChronoUnit.DAYS.between(today(), local(when));
    }

    private static String untilKey(long days) {
        if (days < 0) {
            return days == -1 ? "web.until.yesterday" : "web.until.late";
        }
        return days == 0 ? "web.until.today" : days == 1 ? "web.until.tomorrow" : "web.until.days";
    }

    private String format(@Nullable TemporalAccessor when, String pattern) {
        if (when == null) {
            return "";
        }
        var here = when instanceof Instant instant ? instant.atZone(municipality.zone()) : when;
        return DateTimeFormatter.ofPattern(pattern, locale()).format(here);
    }

    private static boolean dutch() {
        return !Locale.ENGLISH.getLanguage().equals(locale().getLanguage());
    }

    private static Locale locale() {
        var locale = LocaleContextHolder.getLocale();
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : WebSetup.DUTCH;
    }
}
