package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Until when a council may ask for more time, and what becomes of a day on which nobody works. */
@Component
class MoreDays {

    private final Cases cases;
    private final TermEndings endings;

    MoreDays(Cases cases, TermEndings endings) {
        this.cases = cases;
        this.endings = endings;
    }

    /** {@code moreFrom} and {@code moreLast}; {@code moreMoved}: the days between on which the term can't end, with the one that it ends on then. */
    Map<String, Object> after(CaseId caseId, @Nullable LocalDate lastDay) {
        if (lastDay == null) {
            return Map.of();
        }
        var from = lastDay.plusDays(1);
        var to = lastDay.plusYears(1);
        var moved = endings.moved(cases.get(caseId).regulation(), AskedTerm.TERM, from, to).entrySet().stream()
                .map(one -> Map.of("day", one.getKey().toString(), "becomes", AskedTerm.day(one.getValue())))
                .toList();
        return Map.of("moreFrom", from.toString(), "moreLast", to.toString(), "moreMoved", moved);
    }
}
