package org.samenspraak.wijkbudget;

import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the model of the choice may ask of this module. */
@ProcessSteps("wijkbudgetChoice")
public class ChoiceSteps {

    private final Choosing choosing;
    private final Counting counting;

    ChoiceSteps(Choosing choosing, Counting counting) {
        this.choosing = choosing;
        this.counting = counting;
    }

    @Step(
            name = "Keuze openen",
            about =
                    "Opent het stemmen en maakt de controlecode van het lot bekend. Een project waarvan nog niet geweten is of het kan,"
                            + " stopt, en zijn indieners lezen waarom.")
    public void open(StepContext step) {
        choosing.open(step.caseId());
    }

    @Step(
            name = "Keuze sluiten",
            about =
                    "Sluit het stemmen: wat bevestigd is, telt, en niets komt er nog bij. Geeft als feit toCount: yes of no.",
            says = "toCount")
    public Map<String, Object> close(StepContext step) {
        return Map.of("toCount", choosing.close(step.caseId()) ? "yes" : "no");
    }

    @Step(
            name = "Uitslag bewaren",
            about =
                    "Maakt de uitslag en de code van het lot bekend. Weigert zolang niemand telde, en aan wie zelf telde.")
    public void settle(StepContext step) {
        counting.settle(step.caseId(), step.actor());
    }
}
