package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** The running terms of cases. Every change of a date leaves one line in words. */
public class Clocks {

    public Optional<ClockView> find(CaseId caseId, String term, @Nullable String scope) {
        throw new UnsupportedOperationException();
    }

    public List<ClockView> of(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Starts a term of the case's regulation, counting from a day; the same term that runs already is left alone. */
    public ClockView start(CaseId caseId, String term, @Nullable String scope, LocalDate from) {
        throw new UnsupportedOperationException();
    }

    /** Moves the end later with a reason; refuses an earlier date, an empty reason, a second extension where one is allowed. */
    public ClockView extend(
            CaseId caseId, String term, @Nullable String scope, LocalDate until, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Ends a clock: what it waited for happened. Reminders stop. */
    public void stop(CaseId caseId, String term, @Nullable String scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param due end of the last day, in the municipality's zone
     * @param lines how the date came about, in Dutch, in order
     * @param article of the parameter behind it, or none when it is an example value
     */
    public record ClockView(
            String term,
            @Nullable String scope,
            LocalDate from,
            LocalDate lastDay,
            Instant due,
            boolean running,
            List<String> lines,
            @Nullable String article) {}
}
