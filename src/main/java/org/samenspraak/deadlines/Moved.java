package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.deadlines.TermCalculator.Counted;

/**
 * A clock and what becomes of its end.
 *
 * @param lastDay none while it is suspended
 */
record Moved(TermClock clock, @Nullable LocalDate lastDay, List<Line> lines) {

    static Moved to(TermClock clock, Counted counted) {
        return new Moved(clock, counted.lastDay(), counted.lines());
    }
}
