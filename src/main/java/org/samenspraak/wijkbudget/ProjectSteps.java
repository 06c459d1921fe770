package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of a project may ask of this module. */
@ProcessSteps("budgetProject")
public class ProjectSteps {

    private final ProjectCases projects;
    private final ProjectFeasibility feasibility;
    private final ProjectAdvices advice;

    ProjectSteps(ProjectCases projects, ProjectFeasibility feasibility, ProjectAdvices advice) {
        this.projects = projects;
        this.feasibility = feasibility;
        this.advice = advice;
    }

    @Step(name = "Diensten vragen", about = "Bewaart welke diensten zeggen of het project kan.")
    public void ask(StepContext step) {
        feasibility.ask(step.caseId());
    }

    @Step(
            name = "Diensten",
            about = "Geeft de diensten die nog moeten antwoorden: elk is een tak van een parallelle stap.")
    public List<String> departments(StepContext step) {
        return feasibility.awaited(step.caseId());
    }

    @Step(name = "Antwoord van een dienst bewaren", about = "In een tak: bewaart wat die dienst zei, met de kosten.")
    public void answered(StepContext step) {
        feasibility.answered(step.caseId(), branch(step), step.actor());
    }

    @Step(
            name = "Dienst aanspreken",
            about = "In een tak: bewaart of het bureau nog wacht, of verdergaat zonder het antwoord van die dienst.")
    public void chased(StepContext step) {
        feasibility.chased(step.caseId(), branch(step), step.actor());
    }

    @Step(
            name = "Kosten bewaren",
            about = "Geeft als feit feasible: yes of no. Weigert kosten buiten de grenzen van het reglement.",
            says = "feasible")
    public Map<String, Object> fixCosts(StepContext step) {
        return Map.of("feasible", feasibility.fixCosts(step.caseId(), step.actor()) ? "yes" : "no");
    }

    @Step(name = "Niet haalbaar melden", about = "Zegt aan de indieners dat en waarom het project niet haalbaar is.")
    public void tellInfeasible(StepContext step) {
        feasibility.tellInfeasible(step.caseId());
    }

    @Step(name = "Advies openen", about = "De commissie heeft tot het einde van de fase advies van de ronde.")
    public void openAdvice(StepContext step) {
        projects.openAdvice(step.caseId());
    }

    @Step(name = "Advies bewaren", about = "Bewaart het advies van de commissie over het project.")
    public void advised(StepContext step) {
        advice.keep(step.caseId(), step.actor());
    }

    @Step(
            name = "Geen advies bewaren",
            about = "Bewaart waarom er geen advies is: door een belang zijn er te weinig leden over.")
    public void notAdvised(StepContext step) {
        advice.keepNone(step.caseId(), step.actor());
    }

    @Step(name = "Beslissing nalezen", about = "Geeft als feit chosen: yes of no.", says = "chosen")
    public Map<String, Object> readDecision(StepContext step) {
        return Map.of("chosen", feasibility.isChosen(step.caseId()) ? "yes" : "no");
    }

    private static String branch(StepContext step) {
        return Objects.requireNonNull(step.scope(), "no branch");
    }
}
