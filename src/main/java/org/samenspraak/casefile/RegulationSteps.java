package org.samenspraak.casefile;

import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;
import org.samenspraak.regulation.Regulations;

/** What a model may ask of the regulation its case is bound to. */
@ProcessSteps("regulation")
public class RegulationSteps {

    private final Cases cases;
    private final Regulations regulations;

    RegulationSteps(Cases cases, Regulations regulations) {
        this.cases = cases;
        this.regulations = regulations;
    }

    @Step(name = "Waarde uit het reglement", about = "Geeft de waarde van een parameter van het reglement van de zaak.")
    public String value(StepContext step, String key) {
        return regulations.get(cases.get(step.caseId()).regulation(), key).value();
    }
}
