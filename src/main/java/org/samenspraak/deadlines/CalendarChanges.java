package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        return moves(day, with(days, day, closed ? "" : null)).stream()
                .map(Moved::move)
                .toList();
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
        return apply(day, name.strip(), Line.Kind.CLOSED, with(days, day, name.strip()), by);
    }

    /** Opens the town hall again on a day that is still to come. */
    @Transactional
    public List<Move> remove(LocalDate day, Actor by) {
        var days = closingDays.holdForChange();
        refuse(day, false, days);
        closingDays.remove(day);
        return apply(day, days.getOrDefault(day, ""), Line.Kind.OPENED, with(days, day, null), by);
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

    private List<Move> apply(LocalDate day, String name, Line.Kind change, TermCalculator calculator, Actor by) {
        var moves = moves(day, calculator);
        for (var moved : moves) {
            var clock = moved.clock();
            var last = moved.counted().lastDay();
            facade.move(clock, new Counted(last, List.of(Line.of(change, day, name, last))), calculator);
            timeline.add(clock.caseId(), "clock.calendar", Clocks.args(clock.term(), last), null, by);
        }
        return moves.stream().map(Moved::move).toList();
    }

    private List<Moved> moves(LocalDate day, TermCalculator calculator) {
        return clocks.around(day, rules.today()).stream()
                .map(clock -> new Moved(clock, rules.count(clock, calculator)))
                .filter(moved -> !moved.counted().lastDay().equals(moved.clock().lastDay()))
                .toList();
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

    private record Moved(TermClock clock, Counted counted) {

        Move move() {
            return new Move(clock.caseId(), clock.term(), clock.lastDay(), counted.lastDay());
        }
    }

    /** A term whose last day moves. */
    public record Move(CaseId caseId, String term, LocalDate from, LocalDate to) {}
}
