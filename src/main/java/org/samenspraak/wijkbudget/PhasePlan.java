package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.regulation.RegulationId;
import org.springframework.stereotype.Component;

/** Lays the phases of a round out by the lengths of its regulation: each begins on the day after the one before it. */
@Component
class PhasePlan {

    private final TermEndings days;

    PhasePlan(TermEndings days) {
        this.days = days;
    }

    List<PhaseDays> from(RegulationId regulation, LocalDate opens) {
        var plan = new ArrayList<PhaseDays>();
        var begins = opens;
        for (var phase : Phase.values()) {
            var ends = ends(regulation, phase, begins);
            plan.add(new PhaseDays(phase, begins, ends));
            begins = ends.plusDays(1);
        }
        return plan;
    }

    /** Its last day by the length that the regulation gives it. */
    LocalDate ends(RegulationId regulation, Phase phase, LocalDate begins) {
        return days.count(regulation, phase.term(), begins.minusDays(1)).lastDay();
    }

    /** The last day to adopt the round: of the regulation, or sooner so that the call can open as planned; never before today. */
    LocalDate adoption(RegulationId regulation, LocalDate today, LocalDate opens) {
        var last = days.count(regulation, BudgetRound.ADOPTION, today).lastDay();
        while (last.isAfter(today) && earliest(regulation, last).isAfter(opens)) {
            last = last.minusDays(1);
        }
        return last;
    }

    /** The first day on which the call may open when the round is adopted today. */
    LocalDate earliest(RegulationId regulation, LocalDate today) {
        return days.count(regulation, BudgetRound.ANNOUNCEMENT, today).lastDay().plusDays(1);
    }
}
