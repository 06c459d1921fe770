package org.samenspraak.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.correspondence.ReminderRound;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.deadlines.DaysOff.DayOff;
import org.samenspraak.deadlines.DaysOff.Kind;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.EngineClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happens when, counted back from the first start; between two steps every timer and reminder has its moment. */
@Component
@Profile("demo")
class Agenda {

    /** The regulation of Hasselt holds from this day: nothing can have been received before. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 12, 20);

    private final DemoClock clock;
    private final EngineClock engine;
    private final ReminderSchedule reminders;
    private final ReminderRound reminderMails;
    private final PastMails mails;
    private final DaysOff off;
    private final Municipality municipality;
    private Set<LocalDate> holidays = Set.of();
    private final List<Planned> plan = new ArrayList<>();
    private Instant start = Instant.EPOCH;

    Agenda(
            DemoClock clock,
            EngineClock engine,
            ReminderSchedule reminders,
            ReminderRound reminderMails,
            PastMails mails,
            DaysOff off,
            Municipality municipality) {
        this.clock = clock;
        this.engine = engine;
        this.reminders = reminders;
        this.reminderMails = reminderMails;
        this.mails = mails;
        this.off = off;
        this.municipality = municipality;
    }

    /** Goes to the first day: people and areas were there before every case. */
    void begin() {
        start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        plan.clear();
        holidays = off.between(FIRST_DAY, start()).stream()
                .filter(day -> day.kind() == Kind.HOLIDAY)
                .map(DayOff::day)
                .collect(Collectors.toSet());
        set(at(FIRST_DAY, 8));
    }

    /** The day of the first start. */
    LocalDate start() {
        return LocalDate.ofInstant(start, municipality.zone());
    }

    /** The day it is in the story. */
    LocalDate now() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone());
    }

    /** A working day so many days before the first start; never before the first day. */
    LocalDate day(int ago) {
        return day(ago, holidays);
    }

    private LocalDate day(int ago, Set<LocalDate> without) {
        var day = start().minusDays(ago);
        while (isWeekend(day) || without.contains(day)) {
            day = day.minusDays(1);
        }
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
    }

    /** How many lie between two days, without these. */
    long workingDays(LocalDate after, LocalDate before) {
        return after.plusDays(1)
                .datesUntil(before)
                .filter(day -> !isWeekend(day) && !holidays.contains(day))
                .count();
    }

    /** The last working day of the year it is at the first start: never over. */
    LocalDate lastDayOfYear() {
        var day = start().with(TemporalAdjusters.lastDayOfYear());
        while (isWeekend(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * Returns the day and hour on which it happens. What comes back from a weekend or holiday happens after all else of that day, or a
     * step could overtake the one it follows; steps planned for one moment happen in the order they were planned.
     */
    Instant plan(int ago, int hour, Runnable step) {
        return plan(ago, hour, Instant.EPOCH, step);
    }

    /** The same after another step, also on a holiday when it comes that soon after it. */
    Instant plan(int ago, int hour, Instant after, Runnable step) {
        var working = at(day(ago), hour);
        var moment = working.isBefore(after) ? at(day(ago, Set.of()), hour) : working;
        plan.add(new Planned(at(start().minusDays(ago), hour), moment, step));
        return moment;
    }

    void run() {
        var order = Comparator.comparing(this::dayOf).thenComparing(Planned::meant);
        plan.stream().sorted(order).forEach(planned -> {
            var now = clock.instant();
            goTo(planned.moment().isBefore(now) ? now : planned.moment());
            planned.step().run();
            engine.runDue();
            mails.leave();
        });
        goTo(start);
        mails.leave();
    }

    private LocalDate dayOf(Planned planned) {
        return LocalDate.ofInstant(planned.moment(), municipality.zone());
    }

    void reset() {
        clock.reset();
        engine.reset();
    }

    private Instant at(LocalDate day, int hour) {
        var moment = day.atTime(hour, 0).atZone(municipality.zone()).toInstant();
        return moment.isAfter(start) ? start : moment;
    }

    private void goTo(Instant moment) {
        for (var next = next(); next.isPresent() && !next.get().isAfter(moment); next = next()) {
            set(next.get());
            reminders.giveDue();
            reminderMails.queueDue();
            engine.runDue();
            if (next().equals(next)) {
                throw new IllegalStateException("What is due at " + next.get() + " does not happen");
            }
        }
        set(moment);
    }

    private Optional<Instant> next() {
        return Stream.of(engine.nextTimer(), reminders.next(), reminderMails.next())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void set(Instant moment) {
        var now = clock.instant();
        var later = moment.isBefore(now) && now.isBefore(start) ? now : moment;
        clock.set(later);
        engine.set(later);
    }

    /**
     * @param meant before weekends and holidays were left out
     */
    private record Planned(Instant meant, Instant moment, Runnable step) {}
}
