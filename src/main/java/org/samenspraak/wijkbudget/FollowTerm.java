package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.stereotype.Component;

/** By when the office looks at a project that runs. */
@Component
class FollowTerm {

    /** The time to agree who carries out a project, and to look again when somebody does not or writes. */
    private static final String AGREE = "wijkbudget-agree";

    private final Executions executions;
    private final Cases cases;
    private final Clocks clocks;
    private final TermEndings terms;
    private final TermChanges changes;
    private final Dates dates;

    FollowTerm(Executions executions, Cases cases, Clocks clocks, TermEndings terms, TermChanges changes, Dates dates) {
        this.executions = executions;
        this.cases = cases;
        this.clocks = clocks;
        this.terms = terms;
        this.changes = changes;
        this.dates = dates;
    }

    /**
     * No later than the last day of the project, nor than what its leader wrote is owed an answer: what is late stays so on the lists of
     * the office.
     */
    void again(BudgetProject project) {
        var due = Objects.requireNonNull(executions.get(project.id()).due(), "due");
        var owed = executions.progress(project.id()).stream()
                .filter(Progress::waits)
                .map(one -> end(project.caseId(), AGREE, dates.local(one.at())));
        var next = Stream.concat(Stream.of(due, end(project.caseId(), Running.FORM, dates.today())), owed)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        clocks.startUntil(project.caseId(), Running.FORM, null, next);
    }

    /** The task that is open comes sooner. */
    void sooner(CaseId project, String why) {
        var soon = end(project, AGREE, dates.today());
        clocks.find(project, Running.FORM, null)
                .filter(clock -> clock.running() && clock.lastDay().isAfter(soon))
                .ifPresent(clock -> changes.change(
                        project, Running.FORM, null, new TermChange(TermChange.Kind.MOVE, soon, why), Actor.SYSTEM));
    }

    private LocalDate end(CaseId project, String term, LocalDate from) {
        return terms.count(cases.get(project).regulation(), term, from).lastDay();
    }
}
