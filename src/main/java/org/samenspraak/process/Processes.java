package org.samenspraak.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Starts, signals and stops the trajectories of cases. */
public class Processes {

    /** Starts a trajectory for a case. The case id is the business key; facts are what gateways read. */
    public void start(String processKey, CaseId caseId, Map<String, Object> facts, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Hands a message to the case; refuses when nothing in the case waits for it. */
    public void signal(CaseId caseId, String message, Map<String, Object> facts, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Whether something in the case waits for this message. */
    public boolean awaits(CaseId caseId, String message) {
        throw new UnsupportedOperationException();
    }

    /** Stops everything that runs for a case. */
    public void cancel(CaseId caseId, String reason, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Moves the due date of tasks and the timers that hang on a term. */
    public void moveTerm(CaseId caseId, String term, @Nullable String scope, Instant due) {
        throw new UnsupportedOperationException();
    }

    /** The shipped and published models that start with a form, newest version of each. */
    public List<Trajectory> trajectories() {
        throw new UnsupportedOperationException();
    }

    public Optional<Trajectory> trajectory(String processKey) {
        throw new UnsupportedOperationException();
    }

    /** The BPMN of the model version that a case runs on, for its drawing. */
    public Optional<String> diagram(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Steps that failed and wait for somebody, newest first. */
    public List<FailedStep> failedSteps(int limit) {
        throw new UnsupportedOperationException();
    }

    public void retry(String failedStepId) {
        throw new UnsupportedOperationException();
    }
}
