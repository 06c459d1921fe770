package org.samenspraak.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.deadlines.TermEndings.Ending;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.RegulationId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Until when councils have to give advice: the term of the regulation, later, or sooner when it is urgent. */
@Component
class AskedTerm {

    static final String TERM = "advice";
    static final String LEAST = "advice.urgent-minimum";

    private final TermEndings days;
    private final Clock clock;
    private final Municipality municipality;

    AskedTerm(TermEndings days, Clock clock, Municipality municipality) {
        this.days = days;
        this.clock = clock;
        this.municipality = municipality;
    }

    /**
     * How a term ends that starts today.
     *
     * @param wished the last day that was chosen, or none for the term of the regulation
     * @param urgency why sooner than that, or none
     * @throws Refusal when it is too short
     */
    Ending judge(RegulationId regulation, @Nullable LocalDate wished, @Nullable String urgency) {
        var usual = usual(regulation);
        if (wished == null) {
            if (urgency != null) {
                throw Refusal.of("lastDay", "advice.refusal.urgent-without-day");
            }
            return usual;
        }
        if (wished.isBefore(usual.lastDay())) {
            if (urgency == null || urgency.isBlank()) {
                throw Refusal.of("lastDay", "advice.refusal.short", day(usual.lastDay()));
            }
            var least = least(regulation).lastDay();
            if (wished.isBefore(least)) {
                throw Refusal.of("lastDay", "advice.refusal.too-short", day(least));
            }
        }
        if (wished.isAfter(today().plusYears(1))) {
            throw Refusal.of("lastDay", "advice.refusal.far");
        }
        return isUrgent(regulation, wished, urgency)
                ? days.sooner(regulation, TERM, LEAST, wished, Objects.requireNonNull(urgency))
                : days.given(regulation, TERM, wished);
    }

    /** Whether a day is sooner than the term of the regulation, for a reason. */
    boolean isUrgent(RegulationId regulation, LocalDate lastDay, @Nullable String urgency) {
        return urgency != null && lastDay.isBefore(usual(regulation).lastDay());
    }

    /**
     * Before it is known whether the question is urgent.
     *
     * @throws Refusal for a day that is too early even then, with the first that can be, and for one that is too far
     */
    void refuseImpossible(RegulationId regulation, @Nullable LocalDate wished) {
        if (wished == null) {
            return;
        }
        var least = least(regulation).lastDay();
        if (wished.isBefore(least)) {
            throw Refusal.of("wishedDay", "advice.refusal.too-short", day(least));
        }
        if (wished.isAfter(today().plusYears(1))) {
            throw Refusal.of("wishedDay", "advice.refusal.far");
        }
    }

    Ending usual(RegulationId regulation) {
        return days.count(regulation, TERM, today());
    }

    /** The first day that an urgent term may end on. */
    Ending least(RegulationId regulation) {
        return days.count(regulation, LEAST, today());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(municipality.zone()));
    }

    static String day(LocalDate day) {
        return day(day, LocaleContextHolder.getLocale());
    }

    static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }
}
