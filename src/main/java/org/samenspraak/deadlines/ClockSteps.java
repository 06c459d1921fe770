package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;
import org.springframework.transaction.annotation.Transactional;

/** What a model may ask of the terms of its case. */
@ProcessSteps("clock")
public class ClockSteps {

    private final Clocks clocks;
    private final TermChanges changes;
    private final TermRules rules;

    ClockSteps(Clocks clocks, TermChanges changes, TermRules rules) {
        this.clocks = clocks;
        this.changes = changes;
        this.rules = rules;
    }

    @Step(
            name = "Einde van een termijn",
            about = "Geeft het einde van de termijn; een termijn die nog niet loopt, begint nu.")
    @Transactional
    public Instant due(StepContext step, String term) {
        return orNever(clocks.due(step.caseId(), term, step.scope()));
    }

    @Step(
            name = "Een tijd voor een einde",
            about =
                    "Geeft de dag die zo lang voor het einde van een andere termijn ligt, bijvoorbeeld om te vernieuwen.")
    @Transactional
    public Instant before(StepContext step, String end, String term) {
        return orNever(clocks.before(step.caseId(), end, term, step.scope()));
    }

    @Step(name = "Termijn beginnen", about = "Laat de termijn vandaag beginnen; een termijn die al loopt, loopt door.")
    @Transactional
    public void start(StepContext step, String term) {
        clocks.start(step.caseId(), term, step.scope(), rules.today());
    }

    @Step(
            name = "Termijn tot een dag",
            about = "Laat een termijn lopen tot en met een dag, bijvoorbeeld het einde van een erkenning.")
    @Transactional
    public void until(StepContext step, String term, String lastDay) {
        clocks.startUntil(step.caseId(), term, step.scope(), LocalDate.parse(lastDay));
    }

    @Step(
            name = "Termijn stoppen",
            about = "Stopt de termijn: wat ze afwachtte, is gebeurd. Er komen geen herinneringen meer.")
    @Transactional
    public void stop(StepContext step, String term) {
        clocks.stop(step.caseId(), term, step.scope());
    }

    @Step(
            name = "Termijn opschorten",
            about =
                    "Schort een termijn die loopt op: er is geen einddatum tot ze hervat wordt. Anders gebeurt er niets.")
    @Transactional
    public void suspend(StepContext step, String term) {
        changes.ofModel(step.caseId(), term, step.scope(), TermChange.Kind.SUSPEND);
    }

    @Step(
            name = "Termijn hervatten",
            about = "Laat een opgeschorte termijn weer lopen: de dagen dat ze opgeschort was, komen erbij.")
    @Transactional
    public void resume(StepContext step, String term) {
        changes.ofModel(step.caseId(), term, step.scope(), TermChange.Kind.RESUME);
    }

    private static Instant orNever(@Nullable Instant due) {
        return due == null ? Processes.NEVER : due;
    }
}
