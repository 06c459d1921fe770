package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closing days of the town hall. A change moves the open terms that it touches, what is counted back from their ends, and
 * reminders; which terms move can be seen before. A change is one transaction for all cases: half a calendar would be no
 * calendar, and after a failure it can simply be done again.
 */
@Service
public class CalendarChanges {

    private static final int LONGEST_NAME = 120;

    private final ClosingDays closingDays;
    private final TermClocks clocks;
    private final ClockMoves clockMoves;
    private final TermRules rules;
    private final Timeline timeline;
    private final Audit audit;

    CalendarChanges(
            ClosingDays closingDays,
            TermClocks clocks,
            ClockMoves clockMoves,
            TermRules rules,
            Timeline timeline,
            Audit audit) {
        this.closingDays = closingDays;
        this.clocks = clocks;
        this.clockMoves = clockMoves;
        this.rules = rules;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Closing days from today on, in order. */
    public List<ClosingDay> toCome() {
        return closingDays.from(rules.today());
    }

    /**
     * What would move when this day were closed, or open again.
     *
     * @throws Refusal for a day that is over, or that is closed (or open) already
     */
    @Transactional
    public Preview preview(LocalDate day, boolean closed) {
        var days = closingDays.days();
        refuse(day, closed, days);
        var after = with(days, day, closed ? "" : null);
        var moves = moves(day, after);
        return new Preview(
                moves.stream().map(Moved::move).toList(), reminderMoves(day, moves, rules.calculator(days), after));
    }

    /** Closes the town hall on a day and moves the terms; refuses a day without a name. Gives the terms that moved. */
    @Transactional
    public List<Move> add(LocalDate day, String name, Actor by) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.of("name", "deadlines.refusal.name");
        }
        var days = closingDays.holdForChange();
        refuse(day, true, days);
        closingDays.add(new ClosingDay(day, name.strip(), by.name()), rules.now());
        audit.add(Act.CLOSING_DAY_ADDED, by, day + " " + name.strip());
        return apply(new Change(day, name.strip(), Line.Kind.CLOSED, days, with(days, day, name.strip())), by);
    }

    /** Opens the town hall again on a day that is still to come. */
    @Transactional
    public List<Move> remove(LocalDate day, Actor by) {
        var days = closingDays.holdForChange();
        refuse(day, false, days);
        closingDays.remove(day);
        var name = days.getOrDefault(day, "");
        audit.add(Act.CLOSING_DAY_REMOVED, by, day + " " + name);
        return apply(new Change(day, name, Line.Kind.OPENED, days, with(days, day, null)), by);
    }

    private void refuse(LocalDate day, boolean closed, Map<LocalDate, String> days) {
        if (day.isBefore(rules.today())) {
            throw Refusal.of("day", "deadlines.refusal.day-over");
        }
        if (days.containsKey(day) == closed) {
            throw Refusal.of("day", closed ? "deadlines.refusal.closed-already" : "deadlines.refusal.open-already");
        }
        if (closed && !rules.calculator(days).calendar().works(day)) {
            throw Refusal.of("day", "deadlines.refusal.no-working-day");
        }
    }

    private List<Move> apply(Change change, Actor by) {
        var moves = moves(change.day(), change.after());
        planReminders(change, moves);
        for (var moved : moves) {
            var clock = moved.clock();
            var last = moved.counted().lastDay();
            var line = Line.of(change.kind(), change.day(), change.name(), last);
            clockMoves.moveAlone(clock, new Counted(last, List.of(line)), change.after());
            timeline.add(clock.caseId(), "clock.calendar", Clocks.args(clock.term(), last), null, by);
        }
        return moves.stream().map(Moved::move).toList();
    }

    /** A reminder that counts working days can move while its term does not. */
    private void planReminders(Change change, List<Moved> moves) {
        var before = rules.calculator(change.before());
        reminded(change.day(), moves, before, change.after())
                .forEach(clock -> clockMoves.planReminders(clock, clock.lastDay(), change.after()));
    }

    private Stream<TermClock> reminded(LocalDate day, List<Moved> moves, TermCalculator before, TermCalculator after) {
        var moved = moves.stream().map(it -> it.clock().id()).collect(Collectors.toSet());
        return clocks.around(day, rules.today()).stream()
                .filter(clock -> !moved.contains(clock.id()))
                .filter(clock -> !reminders(clock, before).equals(reminders(clock, after)));
    }

    private List<ReminderMove> reminderMoves(
            LocalDate day, List<Moved> moves, TermCalculator before, TermCalculator after) {
        return reminded(day, moves, before, after)
                .map(clock -> new ReminderMove(
                        clock.caseId(), clock.term(), reminders(clock, before), reminders(clock, after)))
                .toList();
    }

    private List<Instant> reminders(TermClock clock, TermCalculator calculator) {
        return rules.reminders(clock.regulation(), clock.term(), clock.lastDay(), calculator);
    }

    private List<Moved> moves(LocalDate day, TermCalculator calculator) {
        var moves = new ArrayList<Moved>();
        var ends = new HashMap<End, LocalDate>();
        for (var clock : clocks.around(day, rules.today())) {
            add(clock, rules.count(clock, calculator), moves, ends);
        }
        for (var back : clocks.countedBack(rules.now())) {
            var clock = back.clock();
            var end = ends.getOrDefault(new End(clock.caseId(), clock.since(), clock.scope()), back.end());
            add(clock, rules.countBack(clock, end, calculator), moves, ends);
        }
        return moves;
    }

    private static void add(TermClock clock, Counted counted, List<Moved> moves, Map<End, LocalDate> ends) {
        if (!counted.lastDay().equals(clock.lastDay())) {
            moves.add(new Moved(clock, counted));
            ends.put(new End(clock.caseId(), clock.term(), clock.scope()), counted.lastDay());
        }
    }

    /** @param name of the day when it closes, none when it opens */
    private TermCalculator with(Map<LocalDate, String> days, LocalDate day, @Nullable String name) {
        var changed = new HashMap<>(days);
        if (name == null) {
            changed.remove(day);
        } else {
            changed.put(day, name);
        }
        return rules.calculator(changed);
    }

    private record Change(
            LocalDate day, String name, Line.Kind kind, Map<LocalDate, String> before, TermCalculator after) {}

    /** What a clock can be counted back from. */
    private record End(CaseId caseId, String term, @Nullable String scope) {}

    private record Moved(TermClock clock, Counted counted) {

        Move move() {
            return new Move(clock.caseId(), clock.term(), clock.lastDay(), counted.lastDay());
        }
    }

    /**
     * @param terms those whose last day moves
     * @param reminders of terms whose last day stays
     */
    public record Preview(List<Move> terms, List<ReminderMove> reminders) {}

    /** When somebody is reminded of a term, now and then. */
    public record ReminderMove(CaseId caseId, String term, List<Instant> from, List<Instant> to) {}

    /** A term whose last day moves. */
    public record Move(CaseId caseId, String term, LocalDate from, LocalDate to) {}
}
