package org.samenspraak.correspondence;

import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;
import org.springframework.transaction.annotation.Transactional;

/** What a model may send. */
@ProcessSteps("correspondence")
public class CorrespondenceSteps {

    private final Letters letters;

    CorrespondenceSteps(Letters letters) {
        this.letters = letters;
    }

    @Step(
            name = "Brief sturen",
            about =
                    "Schrijft een brief uit een sjabloon, bewaart hem in het dossier en mailt hem naar voorzitter en secretaris.")
    @Transactional
    public void letter(StepContext step, String template) {
        letters.send(step.caseId(), template, "council", Map.of("facts", step.facts()), step.actor());
    }
}
