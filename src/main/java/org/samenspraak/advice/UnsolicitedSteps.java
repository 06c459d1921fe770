package org.samenspraak.advice;

import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the model of advice that nobody asked for may ask of this module, beside {@link AdviceSteps}. */
@ProcessSteps("unsolicited")
public class UnsolicitedSteps {

    private final Unsolicited unsolicited;

    UnsolicitedSteps(Unsolicited unsolicited) {
        this.unsolicited = unsolicited;
    }

    @Step(name = "Advies nagaan", about = "Weigert een advies zonder punten, of een stemming zonder stemmen.")
    public void check(StepContext step) {
        unsolicited.check(step.caseId());
    }

    @Step(
            name = "Advies ontvangen",
            about = "Bewaart de punten en de stemming. Noteert als de samenstelling van de raad niet klopt.")
    public void receive(StepContext step) {
        unsolicited.receive(step.caseId(), step.actor());
    }

    @Step(name = "Dienst aanwijzen", about = "De taken van responsible@case gaan naar de dienst die het bureau koos.")
    public void assign(StepContext step) {
        unsolicited.assign(step.caseId());
    }

    @Step(
            name = "Antwoorden vastleggen",
            about = "Weigert zolang een punt geen antwoord heeft. Wat doorgegeven is, wordt een taak voor anderen.")
    public void agree(StepContext step) {
        unsolicited.agree(step.caseId(), step.actor());
    }
}
