package org.samenspraak.wijkbudget;

import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the model of the decision on a round may ask of this module. */
@ProcessSteps("budgetDecision")
public class DecisionSteps {

    private final RoundDeciding deciding;

    DecisionSteps(RoundDeciding deciding) {
        this.deciding = deciding;
    }

    @Step(
            name = "Beslissing over de ronde bewaren",
            about = "Bewaart per project wat beslist is en reserveert het geld. Weigert meer dan een gebied heeft.")
    public void decide(StepContext step) {
        deciding.decide(step.caseId(), step.actor());
    }

    @Step(
            name = "Alle indieners inlichten",
            about = "Zegt elke indiener wat beslist is en waarom. Pas daarna leest iedereen de uitslag.")
    public void tell(StepContext step) {
        deciding.tell(step.caseId());
    }
}
