package org.samenspraak.council;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CalendarLines.Event;
import org.samenspraak.council.CalendarLines.Property;

/**
 * When and where the events of a calendar are, between two days. Takes a rule of repetition only when it is one of days,
 * weeks, months or years: finer ones are no meetings, and could keep the office busy for ever.
 */
class CalendarDates {

    /** More than a council meets in these months. */
    static final int MOST = 500;

    private static final Pattern RULE =
            Pattern.compile("(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\\d{0,2}|COUNT=[1-9]\\d{0,3}"
                    + "|(?:BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS)=[-+0-9A-Z,]{1,100}|WKST=[A-Z]{2})");
    private static final Pattern WHEN = Pattern.compile("(\\d{8})(?:T(\\d{6})(Z?))?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int LONGEST_PLACE = 200;

    /** A series that began earlier is of another council by now. */
    private static final int YEARS_BACK = 20;

    private final LocalDate from;
    private final LocalDate until;
    private final ZoneId zone;

    /** @param until the last day */
    CalendarDates(LocalDate from, LocalDate until, ZoneId zone) {
        this.from = from;
        this.until = until;
        this.zone = zone;
    }

    /** By day; what makes no sense is left out. */
    List<CouncilMeeting> of(List<Event> events) {
        var moved = events.stream()
                .filter(event -> event.has("RECURRENCE-ID"))
                .flatMap(event -> event.values("RECURRENCE-ID").stream()
                        .flatMap(this::whens)
                        .map(when -> event.text("UID") + "|" + when.day()))
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> !event.text("STATUS").equalsIgnoreCase("CANCELLED"))
                .flatMap(event -> meetings(event, moved))
                .filter(meeting ->
                        !meeting.day().isBefore(from) && !meeting.day().isAfter(until))
                .sorted(Comparator.comparing(CouncilMeeting::day))
                .limit(MOST)
                .toList();
    }

    private Stream<CouncilMeeting> meetings(Event event, Set<String> moved) {
        var start = event.values("DTSTART").stream().flatMap(this::whens).findFirst();
        if (start.isEmpty()) {
            return Stream.empty();
        }
        var place = place(event.text("LOCATION"));
        var time = start.get().time();
        if (event.has("RECURRENCE-ID")) {
            return Stream.of(meeting(start.get().day(), time, place));
        }
        var days = new HashSet<>(repeated(start.get(), event.text("RRULE")));
        event.values("RDATE").stream().flatMap(this::whens).map(When::day).forEach(days::add);
        event.values("EXDATE").stream().flatMap(this::whens).map(When::day).forEach(days::remove);
        return days.stream()
                .filter(day -> !moved.contains(event.text("UID") + "|" + day))
                .map(day -> meeting(day, time, place));
    }

    private static CouncilMeeting meeting(LocalDate day, @Nullable LocalTime time, String place) {
        return new CouncilMeeting(UUID.randomUUID(), day, time, place, true);
    }

    private List<LocalDate> repeated(When start, String rule) {
        var first = start.day();
        var parts = new ArrayList<>(List.of(rule.toUpperCase(Locale.ROOT).split(";", 20)));
        var last = parts.stream()
                .filter(part -> part.startsWith("UNTIL="))
                .flatMap(part -> lastDay(part.substring(6), start.time()))
                .findFirst()
                .filter(end -> end.isBefore(until))
                .orElse(until);
        parts.removeIf(part -> part.startsWith("UNTIL="));
        if (rule.isEmpty()
                || first.isBefore(from.minusYears(YEARS_BACK))
                || !parts.stream().allMatch(part -> RULE.matcher(part).matches())) {
            return List.of(first);
        }
        try {
            return new Recur<LocalDate>(String.join(";", parts))
                    .getDates(first, from, last.plusDays(1), MOST).stream()
                            .filter(day -> !day.isAfter(last))
                            .toList();
        } catch (IllegalArgumentException | DateTimeException noRule) {
            return List.of(first);
        }
    }

    /** Of a series of moments the last one lies before that moment. */
    private Stream<LocalDate> lastDay(String text, @Nullable LocalTime time) {
        return time == null
                ? when(text.substring(0, Math.min(text.length(), 8)), null).map(When::day)
                : when(text, null)
                        .map(end -> end.time() != null && end.time().isBefore(time)
                                ? end.day().minusDays(1)
                                : end.day());
    }

    private Stream<When> whens(Property property) {
        return Stream.of(property.value().split(",", MOST)).flatMap(text -> when(text, property.zone()));
    }

    /** On the clock of the municipality. A zone that only its maker knows is taken for our own. */
    private Stream<When> when(String text, @Nullable String named) {
        var found = WHEN.matcher(text.split("/", 2)[0].strip());
        if (!found.matches()) {
            return Stream.empty();
        }
        try {
            var day = LocalDate.parse(found.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            if (found.group(2) == null) {
                return Stream.of(new When(day, null));
            }
            var there = LocalDateTime.of(day, LocalTime.parse(found.group(2), TIME));
            var here = there.atZone("Z".equals(found.group(3)) ? ZoneOffset.UTC : zone(named))
                    .withZoneSameInstant(zone);
            return Stream.of(new When(here.toLocalDate(), here.toLocalTime().withSecond(0)));
        } catch (DateTimeException noMoment) {
            return Stream.empty();
        }
    }

    private ZoneId zone(@Nullable String named) {
        try {
            return named == null ? zone : ZoneId.of(named);
        } catch (DateTimeException unknown) {
            return zone;
        }
    }

    private static String place(String text) {
        var plain = text.replaceAll("\\\\[nN]", " ")
                .replaceAll("\\\\(.)", "$1")
                .replaceAll("\\p{Cc}+", " ")
                .strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_PLACE));
    }

    private record When(LocalDate day, @Nullable LocalTime time) {}
}
