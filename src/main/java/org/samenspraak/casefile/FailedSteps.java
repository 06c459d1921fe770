package org.samenspraak.casefile;

import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Technical steps of cases that failed. */
@Service
public class FailedSteps {

    private final Processes processes;
    private final Cases cases;
    private final Audit audit;

    FailedSteps(Processes processes, Cases cases, Audit audit) {
        this.processes = processes;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * Lets a step be tried again.
     *
     * @throws Refusal when it did not fail, or is done meanwhile
     */
    @Transactional
    public void retry(String id, Actor by) {
        var step = processes.retry(id);
        var number = cases.get(step.caseId()).number();
        audit.add(Act.STEP_RETRIED, by, step.caseId().value(), number + ": " + step.stepName());
    }
}
