package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closing days of the town hall. A change moves the open terms that it touches; what it moves can be seen before. */
@Service
public class CalendarChanges {

    private static final int LONGEST_NAME = 120;

    private final ClosingDays closingDays;
    private final TermClocks clocks;
    private final Clocks facade;
    private final TermRules rules;
    private final Timeline timeline;

    CalendarChanges(ClosingDays closingDays, TermClocks clocks, Clocks facade, TermRules rules, Timeline timeline) {
        this.closingDays = closingDays;
        this.clocks = clocks;
        this.facade = facade;
        this.rules = rules;
        this.timeline = timeline;
    }

    /** Closing days from today on, in order. */
    public List<ClosingDay> toCome() {
        return closingDays.from(rules.today());
    }

    /**
     * The terms that would move when this day were closed, or open again.
     *
     * @throws Refusal for a day that is over, or that is closed (or open) already
     */
    @Transactional
    public List<Move> preview(LocalDate day, boolean closed) {
        var days = closingDays.days();
        refuse(day, closed, days);
        return moves(day, with(days, day, closed)).stream().map(Moved::move).toList();
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
        return apply(day, with(days, day, true), by);
    }

    /** Opens the town hall again on a day that is still to come. */
    @Transactional
    public List<Move> remove(LocalDate day, Actor by) {
        var days = closingDays.holdForChange();
        refuse(day, false, days);
        closingDays.remove(day);
        return apply(day, with(days, day, false), by);
    }

    private void refuse(LocalDate day, boolean closed, Set<LocalDate> days) {
        if (day.isBefore(rules.today())) {
            throw Refusal.of("day", "deadlines.refusal.day-over");
        }
        if (days.contains(day) == closed) {
            throw Refusal.of("day", closed ? "deadlines.refusal.closed-already" : "deadlines.refusal.open-already");
        }
        if (closed && !rules.calculator(days).calendar().works(day)) {
            throw Refusal.of("day", "deadlines.refusal.no-working-day");
        }
    }

    private List<Move> apply(LocalDate day, TermCalculator calculator, Actor by) {
        return moves(day, calculator).stream()
                .map(moved -> apply(moved, calculator, by))
                .toList();
    }

    private Move apply(Moved moved, TermCalculator calculator, Actor by) {
        var clock = moved.clock();
        var last = moved.counted().lastDay();
        var why = List.of(Line.of(Line.Kind.CALENDAR, last));
        facade.move(clock, new Counted(last, why), calculator);
        timeline.add(clock.caseId(), "clock.calendar", Clocks.args(clock.term(), last), null, by);
        return moved.move();
    }

    private List<Moved> moves(LocalDate day, TermCalculator calculator) {
        return clocks.around(day, rules.today()).stream()
                .map(clock -> new Moved(clock, rules.count(clock, calculator)))
                .filter(moved -> !moved.counted().lastDay().equals(moved.clock().lastDay()))
                .toList();
    }

    private TermCalculator with(Set<LocalDate> days, LocalDate day, boolean closed) {
        var changed = new HashSet<>(days);
        if (closed) {
            changed.add(day);
        } else {
            changed.remove(day);
        }
        return rules.calculator(changed);
    }

    private record Moved(TermClock clock, Counted counted) {

        Move move() {
            return new Move(clock.caseId(), clock.term(), clock.lastDay(), counted.lastDay());
        }
    }

    /** A term whose last day moves. */
    public record Move(CaseId caseId, String term, LocalDate from, LocalDate to) {}
}
