package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Public holidays, and the days that the town hall is closed on top of them. */
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

    private Optional<DayOff> dayOff(LocalDate day, OfficeCalendar calendar) {
        var name = calendar.name(day);
        return switch (calendar.kind(day)) {
            case HOLIDAY -> Optional.of(new DayOff(day, holiday(name), true));
            case CLOSED -> Optional.of(new DayOff(day, name, false));
            default -> Optional.empty();
        };
    }

    private String holiday(String word) {
        return texts.getMessage("deadlines.holiday." + word, null, LocaleContextHolder.getLocale());
    }

    /**
     * @param name of a holiday in the reader's language, of a closing day as somebody typed it
     * @param holiday or a closing day of the town hall
     */
    public record DayOff(LocalDate day, String name, boolean holiday) {}
}
