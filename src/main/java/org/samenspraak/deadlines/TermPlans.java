package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What a change of a term does, the term itself first; refuses what may not be. */
@Component
class TermPlans {

    /** Later than this somebody mistyped the year. */
    static final int MOST_YEARS = 20;

    private static final int LONGEST_REASON = 1_000;

    private final ClockMoves moves;
    private final TermRules rules;

    TermPlans(ClockMoves moves, TermRules rules) {
        this.moves = moves;
        this.rules = rules;
    }

    List<Moved> plan(TermClock clock, TermChange change, Actor by, TermCalculator calculator) {
        refuse(clock, change, by);
        return switch (change.kind()) {
            case EXTEND -> {
                refuseExtension(clock, given(change), calculator);
                yield moved(clock, change, by, calculator);
            }
            case MOVE -> {
                refuseMove(clock, given(change), calculator);
                var moved = moved(clock, change, by, calculator);
                refuseSame(clock, moved.get(0));
                yield moved;
            }
            case SUSPEND -> {
                if (clock.lastDay().isBefore(rules.today())) {
                    throw new Refusal("deadlines.refusal.over");
                }
                yield moves.suspended(clock, Line.of(Line.Kind.SUSPENDED, rules.today(), change.reason(), by.name()));
            }
            case RESUME -> resumed(clock, change, by, calculator);
        };
    }

    private void refuse(TermClock clock, TermChange change, Actor by) {
        if (change.reason().isBlank() && !by.equals(Actor.SYSTEM)) {
            throw Refusal.of("reason", "deadlines.refusal.reason-missing");
        }
        if (change.reason().length() > LONGEST_REASON) {
            throw Refusal.of("reason", "deadlines.refusal.reason-long", LONGEST_REASON);
        }
        if (clock.atStart()) {
            throw new Refusal("deadlines.refusal.follows");
        }
        var resumes = change.kind() == TermChange.Kind.RESUME;
        if (!resumes && !by.equals(Actor.SYSTEM) && rules.isDecided(clock.regulation(), clock.term())) {
            throw new Refusal("deadlines.refusal.decided");
        }
        if (resumes != (clock.suspendedOn() != null)) {
            throw new Refusal(resumes ? "deadlines.refusal.not-suspended" : "deadlines.refusal.suspended");
        }
    }

    private void refuseExtension(TermClock clock, LocalDate until, TermCalculator calculator) {
        if (!until.isAfter(clock.lastDay())) {
            throw Refusal.of("until", "deadlines.refusal.not-later");
        }
        refuseLater(clock, until, calculator);
    }

    private void refuseMove(TermClock clock, LocalDate until, TermCalculator calculator) {
        if (until.isAfter(clock.lastDay())) {
            refuseLater(clock, until, calculator);
        } else {
            refuseFar(until, null);
        }
    }

    /** Once is once, also by hand. */
    private void refuseLater(TermClock clock, LocalDate until, TermCalculator calculator) {
        var limit = rules.limit(clock, calculator);
        if (limit.isPresent() && clock.extensions() > 0) {
            throw new Refusal("deadlines.refusal.extended-already");
        }
        refuseFar(until, limit.orElse(null));
    }

    /** Also when the day that was chosen moves to the one it is already. */
    private static void refuseSame(TermClock clock, Moved moved) {
        if (clock.lastDay().equals(moved.lastDay())) {
            throw Refusal.of("until", "deadlines.refusal.same-day");
        }
    }

    private void refuseFar(LocalDate until, @Nullable LocalDate limit) {
        if (until.isBefore(rules.today())) {
            throw Refusal.of("until", "deadlines.refusal.day-over");
        }
        if (limit != null && until.isAfter(limit)) {
            throw Refusal.of("until", "deadlines.refusal.too-late", LineTexts.date(limit, Clocks.locale()));
        }
        if (until.isAfter(rules.today().plusYears(MOST_YEARS))) {
            throw Refusal.of("until", "deadlines.refusal.far", MOST_YEARS);
        }
    }

    private List<Moved> moved(TermClock clock, TermChange change, Actor by, TermCalculator calculator) {
        var until = given(change);
        var why = Line.of(change.kind().line, until, change.reason(), by.name());
        var rule = rules.nextWorkingDay(clock.regulation(), clock.term());
        return moves.moves(clock, calculator.given(clock.from(), until, rule, Rest.NONE, why), calculator);
    }

    private List<Moved> resumed(TermClock clock, TermChange change, Actor by, TermCalculator calculator) {
        var today = rules.today();
        var over = new Suspension(Objects.requireNonNull(clock.suspendedOn()), today, false);
        var counted = rules.count(clock.resumed(over), calculator);
        var lines = new ArrayList<>(counted.lines().stream()
                .filter(line -> line.kind() == Line.Kind.MOVED)
                .toList());
        var plain = lines.isEmpty()
                ? counted.lastDay()
                : LocalDate.parse(lines.get(0).args().get(0));
        if (plain.isBefore(today)) {
            lines.clear(); // it was suspended in the days over which its end had moved
            plain = counted.lastDay();
        }
        lines.add(0, Line.of(Line.Kind.RESUMED, today, over.days(), plain, change.reason(), by.name()));
        return moves.moves(clock, new Counted(counted.lastDay(), lines), calculator);
    }

    private static LocalDate given(TermChange change) {
        return Objects.requireNonNull(change.until());
    }
}
