package org.samenspraak.advice;

import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the model of a point that was passed on may ask of this module. */
@ProcessSteps("passedOn")
public class PassedOnSteps {

    private final PassedOn points;

    PassedOnSteps(PassedOn points) {
        this.points = points;
    }

    @Step(
            name = "Resultaat van een doorgegeven punt",
            about = "Zet bij het antwoord aan de raad wat er met het punt gebeurde, door wie en wanneer.")
    public void handled(StepContext step) {
        points.handled(step.caseId(), step.actor());
    }
}
