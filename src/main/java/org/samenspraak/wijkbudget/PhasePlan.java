package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** Lays the phases of a round out by the lengths of its regulation: each begins on the day after the one before it. */
@Component
class PhasePlan {

    /** Later is a slip of the pen: nobody plans a round that far ahead. */
    private static final int YEARS_AHEAD = 2;

    private static final String METHOD_ADVICE = "wijkbudget-method-advice";

    private final TermEndings days;
    private final Dates dates;

    PhasePlan(TermEndings days, Dates dates) {
        this.days = days;
        this.dates = dates;
    }

    /** @throws Refusal for a call that opens before it could be announced, or years ahead */
    void refuse(RegulationId regulation, LocalDate opens) {
        refuse(opens, earliest(regulation, dates.today()));
    }

    /** @throws Refusal for one that leaves the committee no time for its advice before the college adopts it, or years ahead */
    void refuseStart(RegulationId regulation, LocalDate opens) {
        refuse(opens, earliest(regulation, before(regulation, opens).advised()));
    }

    /** The last days to advise on a round that is prepared today, and to adopt it after that. */
    Before before(RegulationId regulation, LocalDate opens) {
        var advised = days.count(regulation, METHOD_ADVICE, dates.today()).lastDay();
        return new Before(advised, adoption(regulation, advised, opens).orElseGet(() -> days.count(
                        regulation, BudgetRound.ADOPTION, advised)
                .lastDay()));
    }

    private void refuse(LocalDate opens, LocalDate earliest) {
        var latest = dates.today().plusYears(YEARS_AHEAD);
        if (opens.isBefore(earliest) || opens.isAfter(latest)) {
            throw Refusal.of("opens", "wijkbudget.refusal.opens", dates.day(earliest), dates.day(latest));
        }
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

    /**
     * The last day on which a working office can adopt the round so that the call opens as planned; none where the regulation gives
     * no more time than that, or where that day is past: then another day has to be planned.
     */
    Optional<LocalDate> adoption(RegulationId regulation, LocalDate today, LocalDate opens) {
        var whole = days.count(regulation, BudgetRound.ADOPTION, today).lastDay();
        return Stream.iterate(whole, day -> !day.isBefore(today), day -> day.minusDays(1))
                .filter(day -> !earliest(regulation, day).isAfter(opens))
                .filter(day -> days.given(regulation, BudgetRound.ADOPTION, day)
                        .lastDay()
                        .equals(day))
                .findFirst()
                .filter(day -> day.isBefore(whole));
    }

    /** The first day on which the call may open when the round is adopted today. */
    LocalDate earliest(RegulationId regulation, LocalDate today) {
        return days.count(regulation, BudgetRound.ANNOUNCEMENT, today).lastDay().plusDays(1);
    }

    record Before(LocalDate advised, LocalDate adopted) {}
}
