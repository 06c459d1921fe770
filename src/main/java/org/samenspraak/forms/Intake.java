package org.samenspraak.forms;

import java.time.LocalDate;
import java.util.Map;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.Actor;

/** Starts a trajectory from its start form: case, submission and process in one transaction. */
public class Intake {

    /**
     * @param facts of the form, see {@link Forms.Judgement}
     * @param received the day the clocks count from; for paper, the day it came in
     * @throws org.samenspraak.kernel.Refusal from the trajectory's own {@link TrajectoryIntake}
     */
    public CaseView start(
            String trajectory,
            Form form,
            Answers answers,
            Map<String, Object> facts,
            LocalDate received,
            boolean onPaper,
            Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Completes a task with its form: submission, files, facts and engine step in one transaction. */
    public void answer(String taskId, Form form, Forms.Judgement judgement, boolean onPaper, Actor by) {
        throw new UnsupportedOperationException();
    }
}
