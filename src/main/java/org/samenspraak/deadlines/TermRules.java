package org.samenspraak.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** What the regulation of a case says about a term, and when a day begins and ends here. */
@Component
class TermRules {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    /** A reminder or an invitation is no message for the night. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Regulations regulations;
    private final Municipality municipality;
    private final Clock clock;
    private final Holidays holidays;

    TermRules(Regulations regulations, Municipality municipality, Clock clock) {
        this.regulations = regulations;
        this.municipality = municipality;
        this.clock = clock;
        this.holidays = new Holidays(municipality.jurisdiction());
    }

    TermCalculator calculator(Map<LocalDate, String> closingDays) {
        return new TermCalculator(new OfficeCalendar(holidays, closingDays));
    }

    Parameter length(RegulationId regulation, String term) {
        return regulations.get(regulation, term);
    }

    Optional<Parameter> find(RegulationId regulation, String key) {
        return regulations.find(regulation, key);
    }

    Map<String, Parameter> all(RegulationId regulation) {
        return regulations.effective(regulation);
    }

    /** A term of the regulation moves unless it says no; an end that only a person gave stays where it is. */
    boolean nextWorkingDay(RegulationId regulation, String term) {
        return regulations
                .find(regulation, term + ".next-working-day")
                .map(Parameter::yes)
                .orElseGet(() -> regulations.find(regulation, term).isPresent());
    }

    /** Whether the first round of a term counts from the day the case was received. */
    boolean countsFromReceipt(RegulationId regulation, String term) {
        return regulations
                .find(regulation, term + ".counts-from")
                .filter(from -> from.value().equals("received"))
                .isPresent();
    }

    /** The end of a clock under another calendar. */
    Counted count(TermClock counted, TermCalculator calculator) {
        var moves = nextWorkingDay(counted.regulation(), counted.term());
        var given = counted.given();
        if (given != null) {
            return calculator.until(given, moves, Line.of(Line.Kind.UNTIL, given));
        }
        return calculator.after(counted.from(), counted.since(), length(counted.regulation(), counted.term()), moves);
    }

    /** The day of a clock that lies so long before the end of another. */
    Counted countBack(TermClock earlier, LocalDate end, TermCalculator calculator) {
        return calculator.before(
                end,
                length(earlier.regulation(), earlier.term()),
                nextWorkingDay(earlier.regulation(), earlier.term()));
    }

    /** The moments of the reminders from today on. */
    List<Instant> reminders(RegulationId regulation, String term, LocalDate lastDay, TermCalculator calculator) {
        return regulations.find(regulation, term + ".reminders").stream()
                .flatMap(parameter -> Reminders.days(parameter.value(), lastDay, today(), calculator).stream())
                .map(this::morning)
                .toList();
    }

    Instant due(LocalDate day, boolean atStart) {
        return atStart
                ? morning(day)
                : day.atTime(END_OF_DAY).atZone(municipality.zone()).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone());
    }

    Instant now() {
        return clock.instant();
    }

    private Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(municipality.zone()).toInstant();
    }
}
