package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Public holidays, the days that the town hall is closed on top of them, and those that do not count for some terms. */
@Service
public class DaysOff {

    private final ClosingDays closingDays;
    private final TermRules rules;
    private final MessageSource texts;

    DaysOff(ClosingDays closingDays, TermRules rules, MessageSource texts) {
        this.closingDays = closingDays;
        this.rules = rules;
        this.texts = texts;
    }

    /** In order; weekends only when they are a holiday. */
    public List<DayOff> between(LocalDate from, LocalDate until) {
        var calendar = rules.calculator(closingDays.days()).calendar();
        return from.datesUntil(until.plusDays(1))
                .flatMap(day -> dayOff(day, calendar).stream())
                .toList();
    }

    /** The first day after it that the town hall works. */
    public LocalDate workingDayAfter(LocalDate day) {
        return rules.calculator(closingDays.days()).calendar().plusWorkingDays(day, 1, every -> true);
    }

    private Optional<DayOff> dayOff(LocalDate day, OfficeCalendar calendar) {
        var name = calendar.name(day);
        return switch (calendar.kind(day)) {
            case HOLIDAY -> Optional.of(new DayOff(day, holiday(name), Kind.HOLIDAY));
            case CLOSED -> Optional.of(new DayOff(day, name, Kind.CLOSED));
            case WEEKEND -> Optional.empty();
            case WORKING ->
                calendar.periods().stream()
                        .filter(period -> period.has(day))
                        .findFirst()
                        .map(period -> new DayOff(day, period.name(), Kind.NOT_COUNTING));
        };
    }

    private String holiday(String word) {
        return texts.getMessage("deadlines.holiday." + word, null, LocaleContextHolder.getLocale());
    }

    public enum Kind {
        HOLIDAY,
        /** The town hall is closed. */
        CLOSED,
        /** People work, but the day does not count for some terms. */
        NOT_COUNTING
    }

    /** @param name of a holiday in the reader's language, else as somebody typed it */
    public record DayOff(LocalDate day, String name, Kind kind) {}
}
