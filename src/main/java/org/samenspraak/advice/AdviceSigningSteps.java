package org.samenspraak.advice;

import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the model that has advice signed may ask of this module. */
@ProcessSteps("adviceSigning")
public class AdviceSigningSteps {

    private final AdviceSigning signing;

    AdviceSigningSteps(AdviceSigning signing) {
        this.signing = signing;
    }

    @Step(
            name = "Wie moet nog tekenen?",
            about =
                    "chair, secretary of nobody. Niemand als het reglement één handtekening vraagt, of als de andere functie vrij is.")
    public String signer(StepContext step) {
        return signing.signer(step.caseId());
    }

    @Step(
            name = "Niet bevestigd",
            about =
                    "Noteert dat de bevestiging uitbleef. Het advies gaat uit met de naam van wie het schreef: geeft yes.")
    public String unconfirmed(StepContext step) {
        signing.unconfirmed(step.caseId(), step.actor());
        return "yes";
    }
}
