package org.samenspraak.wijkbudget;

import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of the neighbourhood budget may ask of this module. */
@ProcessSteps("wijkbudget")
public class WijkbudgetSteps {

    private final BudgetRound round;

    WijkbudgetSteps(BudgetRound round) {
        this.round = round;
    }

    @Step(name = "Geld verdelen", about = "Verdeelt het geld van de ronde over haar gebieden, tot op de cent.")
    public void openRound(StepContext step) {
        round.open(step.caseId());
    }

    @Step(name = "Vaststellen", about = "Legt de dagen van alle fasen vast. Weigert een oproep die te vroeg begint.")
    public void adopt(StepContext step) {
        round.adopt(step.caseId());
    }

    @Step(name = "Fase beginnen", about = "Noteert welke fase van de ronde begint.")
    public void begin(StepContext step, String phase) {
        round.begin(step.caseId(), Phase.of(phase));
    }

    @Step(name = "Ronde sluiten", about = "Sluit de ronde: er komt niets meer bij.")
    public void closeRound(StepContext step) {
        round.close(step.caseId());
    }
}
