package org.samenspraak.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.CalendarChange.Kind;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closing days of the town hall, and periods that do not count for terms whose regulation says so. A change moves the open
 * terms that it touches, what is counted back from their ends, and reminders; which terms move can be seen before. A change is
 * one transaction for all cases: half a calendar would be no calendar, and after a failure it can simply be done again.
 */
@Service
public class CalendarChanges {

    private final ClosingDays closingDays;
    private final CalendarRules calendarRules;
    private final TermClocks clocks;
    private final ClockMoves clockMoves;
    private final TermRules rules;
    private final LineTexts texts;
    private final Timeline timeline;
    private final Audit audit;

    CalendarChanges(
            ClosingDays closingDays,
            CalendarRules calendarRules,
            TermClocks clocks,
            ClockMoves clockMoves,
            TermRules rules,
            LineTexts texts,
            Timeline timeline,
            Audit audit) {
        this.closingDays = closingDays;
        this.calendarRules = calendarRules;
        this.clocks = clocks;
        this.clockMoves = clockMoves;
        this.rules = rules;
        this.texts = texts;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Closing days from today on, in order. */
    public List<ClosingDay> toCome() {
        return closingDays.from(rules.today());
    }

    /** The same, days of one closing together. */
    @Transactional(readOnly = true)
    public List<Period> closings() {
        return calendarRules.together(
                toCome(), rules.calculator(closingDays.days()).calendar());
    }

    /** Periods that do not count, but for those that are over. */
    public List<Period> periods() {
        return closingDays.periods(rules.today());
    }

    /**
     * What would move.
     *
     * @throws Refusal for days that are over or many, and for a change that changes nothing
     */
    @Transactional
    public Preview preview(CalendarChange change) {
        return preview(turn(change, closingDays.days()));
    }

    /**
     * Changes the calendar and moves the terms, as far as the change still does what was seen.
     *
     * @param seen {@link Preview#seen()}
     * @return the terms that moved
     * @throws Refusal as the preview, and when other terms would move by now
     */
    @Transactional
    public List<Move> apply(CalendarChange change, String seen, Actor by) {
        var turn = turn(change, closingDays.holdForChange());
        if (!preview(turn).seen().equals(seen)) {
            throw new Refusal("deadlines.refusal.changed");
        }
        return apply(turn, by);
    }

    /**
     * Whether the calendar is already as this change makes it, as for who saves twice.
     *
     * @throws Refusal for days that are over or many
     */
    @Transactional(readOnly = true)
    public boolean isMade(CalendarChange change) {
        var now = closingDays.days();
        return calendarRules.isMade(change, now, rules.calculator(now).calendar(), rules.today());
    }

    /** Closes the town hall on a day and moves the terms that nobody looked at before. */
    @Transactional
    public List<Move> add(LocalDate day, String name, Actor by) {
        return apply(turn(new CalendarChange(Kind.CLOSE, day, day, name), closingDays.holdForChange()), by);
    }

    /** Opens the town hall again on a day that is still to come. */
    @Transactional
    public List<Move> remove(LocalDate day, Actor by) {
        return apply(turn(new CalendarChange(Kind.OPEN, day, day, ""), closingDays.holdForChange()), by);
    }

    private Turn turn(CalendarChange asked, CalendarDays now) {
        var calendar = rules.calculator(now).calendar();
        var change = calendarRules.checked(asked, now, calendar, rules.today());
        var days = calendarRules.days(change, now, calendar);
        var after = now.with(change, days);
        return new Turn(change, days, rules.calculator(now), rules.calculator(after));
    }

    private List<Move> apply(Turn turn, Actor by) {
        var change = turn.change();
        keep(turn, by);
        var moves = moves(turn);
        reminded(turn, moves).forEach(clock -> clockMoves.planReminders(clock, clock.lastDay(), turn.after()));
        for (var moved : moves) {
            var clock = moved.clock();
            clockMoves.move(moved, turn.after());
            timeline.add(clock.caseId(), "clock.calendar", Clocks.args(clock.term(), last(moved)), null, by);
        }
        audit.add(change.act(), by, texts.days(change.from(), change.until(), LineTexts.DUTCH) + ": " + change.name());
        return moves.stream().map(CalendarChanges::move).toList();
    }

    private void keep(Turn turn, Actor by) {
        var change = turn.change();
        switch (change.kind()) {
            case CLOSE ->
                turn.days().forEach(day -> closingDays.add(new ClosingDay(day, change.name(), by.name()), rules.now()));
            case OPEN -> turn.days().forEach(closingDays::remove);
            case PAUSE ->
                closingDays.addPeriod(new Period(change.from(), change.until(), change.name(), by.name()), rules.now());
            case UNPAUSE -> closingDays.removePeriod(change.from());
        }
    }

    private Preview preview(Turn turn) {
        var moved = moves(turn);
        var terms = moved.stream().map(CalendarChanges::move).toList();
        var reminders = reminded(turn, moved)
                .map(clock -> new ReminderMove(
                        clock.caseId(), clock.term(), reminders(clock, turn.before()), reminders(clock, turn.after())))
                .toList();
        var seen = turn.change() + "|" + turn.days() + "|" + terms + "|" + reminders;
        return new Preview(
                turn.change(),
                terms,
                reminders,
                UUID.nameUUIDFromBytes(seen.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** A reminder that counts working days can move while its term does not. */
    private Stream<TermClock> reminded(Turn turn, List<Moved> moves) {
        var moved = moves.stream().map(it -> it.clock().id()).collect(Collectors.toSet());
        return around(turn.change()).stream()
                .filter(clock -> !moved.contains(clock.id()))
                .filter(clock -> !reminders(clock, turn.before()).equals(reminders(clock, turn.after())));
    }

    private List<Instant> reminders(TermClock clock, TermCalculator calculator) {
        return rules.reminders(clock.regulation(), clock.term(), clock.lastDay(), calculator);
    }

    private List<TermClock> around(CalendarChange change) {
        return clocks.around(change.from(), change.until(), rules.today());
    }

    private List<Moved> moves(Turn turn) {
        var moves = new ArrayList<Moved>();
        var ends = new HashMap<End, LocalDate>();
        for (var clock : around(turn.change())) {
            add(clock, rules.count(clock, turn.after()), turn.change(), moves, ends);
        }
        for (var back : clocks.countedBack(rules.now())) {
            var clock = back.clock();
            var end = ends.getOrDefault(new End(clock.caseId(), clock.since(), clock.scope()), back.end());
            add(clock, rules.countBack(clock, end, turn.after()), turn.change(), moves, ends);
        }
        return moves;
    }

    private static void add(
            TermClock clock, Counted counted, CalendarChange change, List<Moved> moves, Map<End, LocalDate> ends) {
        var last = counted.lastDay();
        if (!last.equals(clock.lastDay())) {
            var why = Line.of(change.line(), change.from(), change.name(), last, change.until());
            moves.add(new Moved(clock, last, List.of(why)));
            ends.put(new End(clock.caseId(), clock.term(), clock.scope()), last);
        }
    }

    private static LocalDate last(Moved moved) {
        return Objects.requireNonNull(moved.lastDay());
    }

    private static Move move(Moved moved) {
        var clock = moved.clock();
        return new Move(clock.caseId(), clock.term(), clock.lastDay(), last(moved));
    }

    /** @param days those that change */
    private record Turn(CalendarChange change, List<LocalDate> days, TermCalculator before, TermCalculator after) {}

    /** What a clock can be counted back from. */
    private record End(CaseId caseId, String term, @Nullable String scope) {}

    /**
     * @param change with the name that days have which are as others again
     * @param terms those whose last day moves
     * @param reminders of terms whose last day stays
     * @param seen stands for all of this
     */
    public record Preview(CalendarChange change, List<Move> terms, List<ReminderMove> reminders, String seen) {}

    /** When somebody is reminded of a term, now and then. */
    public record ReminderMove(CaseId caseId, String term, List<Instant> from, List<Instant> to) {}

    /** A term whose last day moves. */
    public record Move(CaseId caseId, String term, LocalDate from, LocalDate to) {

        public boolean isLater() {
            return to.isAfter(from);
        }
    }
}
