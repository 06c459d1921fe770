package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Which changes of the calendar may be, and on which days they are. */
@Component
class CalendarRules {

    private static final int LONGEST_NAME = 120;
    /** More at once is a mistyped year. */
    private static final int MOST_DAYS = 366;

    /** The change with its name: that of the days when they become as others again. */
    CalendarChange checked(CalendarChange change, CalendarDays now, OfficeCalendar calendar, LocalDate today) {
        refuseDays(change, today);
        var name = change.kind().isAdded() ? Words.seen(change.name()) : nameNow(change, now);
        if (change.kind().isAdded() && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            throw Refusal.of("name", "deadlines.refusal.name");
        }
        switch (change.kind()) {
            case CLOSE -> refuseClosing(change, now, calendar);
            case OPEN -> {
                if (days(change, now, calendar).isEmpty()) {
                    throw Refusal.of("day", "deadlines.refusal.open-already");
                }
            }
            case PAUSE -> refuseOverlap(change, now);
            case UNPAUSE -> {
                if (now.periods().stream().noneMatch(change::is)) {
                    throw Refusal.of("day", "deadlines.refusal.no-period");
                }
            }
        }
        return new CalendarChange(change.kind(), change.from(), change.until(), name);
    }

    private static void refuseDays(CalendarChange change, LocalDate today) {
        if (change.from().isBefore(today)) {
            throw Refusal.of("day", "deadlines.refusal.day-over");
        }
        refuseFar("day", change.from(), today);
        refuseFar("until", change.until(), today);
        if (change.until().isBefore(change.from())) {
            throw Refusal.of("until", "deadlines.refusal.until-before");
        }
        if (!change.until().isBefore(change.from().plusDays(MOST_DAYS))) {
            throw Refusal.of("until", "deadlines.refusal.days-many", MOST_DAYS);
        }
    }

    private static void refuseFar(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today.plusYears(TermPlans.MOST_YEARS))) {
            throw Refusal.of(field, "deadlines.refusal.far", TermPlans.MOST_YEARS);
        }
    }

    /** Whether the calendar is already as this change makes it. */
    boolean isMade(CalendarChange change, CalendarDays now, OfficeCalendar calendar, LocalDate today) {
        refuseDays(change, today);
        var name = Words.seen(change.name());
        return switch (change.kind()) {
            case CLOSE ->
                days(change, now, calendar).isEmpty()
                        && change.days()
                                .anyMatch(day -> name.equals(now.closed().get(day)));
            case OPEN -> days(change, now, calendar).isEmpty();
            case PAUSE ->
                now.periods().stream()
                        .anyMatch(period -> change.is(period) && period.name().equals(name));
            case UNPAUSE -> now.periods().stream().noneMatch(change::is);
        };
    }

    private static String nameNow(CalendarChange change, CalendarDays now) {
        Stream<String> names = change.kind() == CalendarChange.Kind.OPEN
                ? change.days().flatMap(day -> Optional.ofNullable(now.closed().get(day)).stream())
                : now.periods().stream().filter(change::is).map(Period::name);
        return names.findFirst().orElse("");
    }

    private void refuseClosing(CalendarChange change, CalendarDays now, OfficeCalendar calendar) {
        if (days(change, now, calendar).isEmpty()) {
            var closed = change.days().anyMatch(now.closed()::containsKey);
            throw Refusal.of("day", closed ? "deadlines.refusal.closed-already" : "deadlines.refusal.no-working-day");
        }
    }

    private static void refuseOverlap(CalendarChange change, CalendarDays now) {
        now.periods().stream()
                .filter(period -> !period.until().isBefore(change.from())
                        && !period.from().isAfter(change.until()))
                .findFirst()
                .ifPresent(period -> {
                    throw Refusal.of("day", "deadlines.refusal.overlaps", period.name());
                });
    }

    /** The days that change: of those that close the ones that would be worked. */
    List<LocalDate> days(CalendarChange change, CalendarDays now, OfficeCalendar calendar) {
        return switch (change.kind()) {
            case CLOSE -> change.days().filter(calendar::works).toList();
            case OPEN -> change.days().filter(now.closed()::containsKey).toList();
            case PAUSE, UNPAUSE -> change.days().toList();
        };
    }

    /** Closing days with the same name that only weekends and holidays lie between become one line. */
    List<Period> together(List<ClosingDay> days, OfficeCalendar calendar) {
        var lines = new ArrayList<Period>();
        for (var day : days) {
            var last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (last != null && last.name().equals(day.name()) && follows(last.until(), day.day(), calendar)) {
                lines.set(lines.size() - 1, new Period(last.from(), day.day(), last.name(), last.addedBy()));
            } else {
                lines.add(new Period(day.day(), day.day(), day.name(), day.addedBy()));
            }
        }
        return lines;
    }

    private static boolean follows(LocalDate last, LocalDate day, OfficeCalendar calendar) {
        return last.plusDays(1).datesUntil(day).noneMatch(calendar::works);
    }
}
