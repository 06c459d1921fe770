package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Objects;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the model of the survey on a round may ask of this module. */
@ProcessSteps("budgetSurvey")
public class SurveySteps {

    private final SurveyDesk desk;

    SurveySteps(SurveyDesk desk) {
        this.desk = desk;
    }

    @Step(
            name = "Indieners bevragen",
            about = "Mailt elke indiener een link; de genoemde commissie en de diensten van de ronde krijgen een taak.")
    public void open(StepContext step, String committee) {
        desk.open(step.caseId(), committee);
    }

    @Step(name = "Indieners herinneren", about = "Mailt wie nog niet antwoordde.")
    public void remind(StepContext step) {
        desk.remind(step.caseId());
    }

    @Step(
            name = "Bevraagde groepen",
            about = "Geeft de commissie en de diensten van de ronde: elk is een tak van een parallelle stap.")
    public List<String> groups(StepContext step) {
        return desk.groups(step.caseId());
    }

    @Step(name = "Antwoord van een groep bewaren", about = "In een tak: telt mee wat die groep zei, zonder persoon.")
    public void answered(StepContext step) {
        desk.keep(step.caseId(), Objects.requireNonNull(step.scope(), "no branch"));
    }

    @Step(name = "Bevraging sluiten", about = "Er komen geen antwoorden meer bij; de cijfers zijn publiek.")
    public void close(StepContext step) {
        desk.close(step.caseId());
    }
}
