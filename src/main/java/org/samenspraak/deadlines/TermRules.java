package org.samenspraak.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    /** No term that leaves out days of each year is longer. */
    private static final int YEARS_AHEAD = 3;

    private final Regulations regulations;
    private final Municipality municipality;
    private final Clock clock;
    private final Holidays holidays;
    private final QuietRules quiet;

    TermRules(Regulations regulations, Municipality municipality, Clock clock, QuietRules quiet) {
        this.regulations = regulations;
        this.municipality = municipality;
        this.clock = clock;
        this.holidays = new Holidays(municipality.jurisdiction());
        this.quiet = quiet;
    }

    TermCalculator calculator(CalendarDays days) {
        return new TermCalculator(new OfficeCalendar(holidays, days.closed(), days.periods()));
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
        return saysNextWorkingDay(regulation, term)
                .orElseGet(() -> regulations.find(regulation, term).isPresent());
    }

    private Optional<Boolean> saysNextWorkingDay(RegulationId regulation, String term) {
        return regulations.find(regulation, term + ".next-working-day").map(Parameter::yes);
    }

    /** Whether the end of a term follows from a decision: then nobody gives it another by hand. */
    boolean isDecided(RegulationId regulation, String term) {
        return isDecided(find(regulation, byHand(term)).orElse(null));
    }

    static boolean isDecided(@Nullable Parameter byHand) {
        return byHand != null && !byHand.yes();
    }

    static String byHand(String term) {
        return term + ".by-hand";
    }

    /** What the regulation says about an end that lies later than it gives; none where it gives none. */
    Optional<Parameter> departs(TermClock clock, LocalDate last, TermCalculator calculator) {
        return find(clock.regulation(), clock.term())
                .filter(length -> last.isAfter(counted(clock, calculator).lastDay()))
                .map(length ->
                        find(clock.regulation(), clock.term() + ".extension").orElse(length));
    }

    /** Whether the first round of a term counts from the day the case was received. */
    boolean countsFromReceipt(RegulationId regulation, String term) {
        return regulations
                .find(regulation, term + ".counts-from")
                .filter(from -> from.value().equals("received"))
                .isPresent();
    }

    /** The end of a term that starts. */
    Counted count(RegulationId regulation, String term, LocalDate from, String since, TermCalculator calculator) {
        return count(regulation, term, from, since, List.of(), calculator);
    }

    /** An end that somebody gives. */
    Counted until(RegulationId regulation, String term, LocalDate lastDay, TermCalculator calculator) {
        return given(regulation, term, lastDay, Line.of(Line.Kind.UNTIL, lastDay), calculator);
    }

    private Counted given(
            RegulationId regulation, String term, LocalDate lastDay, Line why, TermCalculator calculator) {
        return calculator.given(today(), lastDay, nextWorkingDay(regulation, term), Rest.NONE, why);
    }

    /**
     * An end that somebody gives, earlier than the regulation does, with what it may not come before.
     *
     * @param least the term of the regulation that councils have all the same
     */
    Counted sooner(
            RegulationId regulation,
            String term,
            String least,
            LocalDate lastDay,
            String reason,
            TermCalculator calculator) {
        var given = given(regulation, term, lastDay, Line.of(Line.Kind.SOONER, lastDay, reason), calculator);
        var lines = new ArrayList<>(
                count(regulation, least, today(), least, calculator).lines());
        lines.addAll(given.lines());
        return new Counted(given.lastDay(), lines);
    }

    /** An end that leaves time for the next term, after what the regulation gives. */
    Counted leaving(
            RegulationId regulation,
            String term,
            LocalDate lastDay,
            String next,
            LocalDate nextEnds,
            TermCalculator calculator) {
        var lines = new ArrayList<>(
                count(regulation, term, today(), term, calculator).lines());
        lines.add(Line.of(Line.Kind.LEAVING, lastDay, next, nextEnds));
        return new Counted(lastDay, lines);
    }

    private Counted count(
            RegulationId regulation,
            String term,
            LocalDate from,
            String since,
            List<Suspension> suspensions,
            TermCalculator calculator) {
        var periods = calculator.calendar().periods();
        var heeded = periods.isEmpty() || heedsPeriods(regulation, term) ? periods : List.<Period>of();
        heeded = withYearly(heeded, regulation, term, from);
        return calculator.after(
                from,
                since,
                length(regulation, term),
                saysNextWorkingDay(regulation, term).orElse(true),
                new Rest(suspensions, heeded));
    }

    /** The end of a clock by a calendar, and by what it was suspended. */
    Counted count(TermClock clock, TermCalculator calculator) {
        var given = clock.given();
        return given == null
                ? counted(clock, calculator)
                : calculator.given(
                        clock.from(),
                        given,
                        nextWorkingDay(clock.regulation(), clock.term()),
                        new Rest(clock.unsettled(), List.of()),
                        Line.of(Line.Kind.UNTIL, given));
    }

    /** The end that nobody gave: what the regulation makes of the first day. */
    private Counted counted(TermClock clock, TermCalculator calculator) {
        return count(clock.regulation(), clock.term(), clock.from(), clock.since(), clock.suspensions(), calculator);
    }

    /** Until when somebody may put the end, by the regulation; none where it sets no limit. However often the end moved. */
    Optional<LocalDate> limit(TermClock clock, TermCalculator calculator) {
        return find(clock.regulation(), clock.term() + ".extension").map(extension -> {
            var counted = find(clock.regulation(), clock.term()).isPresent()
                    ? counted(clock, calculator).lastDay()
                    : clock.lastDay();
            return calculator
                    .after(counted, clock.term(), extension, true, Rest.NONE)
                    .lastDay();
        });
    }

    /**
     * The same with the days of each year that the regulation itself leaves out ({@code <term>.not-counting.from} and {@code
     * .until}), but for years in which the office entered a period over them.
     */
    private List<Period> withYearly(List<Period> periods, RegulationId regulation, String term, LocalDate from) {
        var first = find(regulation, term + ".not-counting.from");
        if (first.isEmpty()) {
            return periods;
        }
        var last = MonthDay.parse(
                regulations.get(regulation, term + ".not-counting.until").value());
        var all = new ArrayList<>(periods);
        for (int year = from.getYear(); year <= from.getYear() + YEARS_AHEAD; year++) {
            var yearly = new Period(
                    MonthDay.parse(first.get().value()).atYear(year),
                    last.atYear(year),
                    Objects.requireNonNullElse(first.get().article(), regulation.name()),
                    "");
            if (periods.stream()
                    .noneMatch(it ->
                            !it.until().isBefore(yearly.from()) && !it.from().isAfter(yearly.until()))) {
                all.add(yearly);
            }
        }
        return all;
    }

    private boolean heedsPeriods(RegulationId regulation, String term) {
        return regulations
                .find(regulation, term + ".not-counting")
                .filter(Parameter::yes)
                .isPresent();
    }

    /** The day of a clock that lies so long before the end of another. */
    Counted countBack(TermClock earlier, LocalDate end, TermCalculator calculator) {
        return calculator.before(
                end,
                length(earlier.regulation(), earlier.term()),
                nextWorkingDay(earlier.regulation(), earlier.term()));
    }

    /** The day so long before another one; the days that the term leaves out make it longer. */
    Counted countBack(RegulationId regulation, String term, LocalDate end, TermCalculator calculator) {
        var periods = heedsPeriods(regulation, term) ? calculator.calendar().periods() : List.<Period>of();
        return calculator.before(
                end, length(regulation, term), withYearly(periods, regulation, term, end.minusYears(YEARS_AHEAD - 1)));
    }

    /** The moments of the reminders from today on, none on a quiet day. */
    List<Instant> reminders(RegulationId regulation, String term, LocalDate lastDay, TermCalculator calculator) {
        return regulations.find(regulation, term + ".reminders").stream()
                .flatMap(parameter -> Reminders.days(parameter.value(), lastDay, LocalDate.MIN, calculator).stream())
                .map(day -> quiet.moved(day, lastDay, calculator.calendar()))
                .filter(day -> !day.isBefore(today()))
                .distinct()
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
