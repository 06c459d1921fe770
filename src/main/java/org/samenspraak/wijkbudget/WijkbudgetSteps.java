package org.samenspraak.wijkbudget;

import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of the neighbourhood budget may ask of this module. */
@ProcessSteps("wijkbudget")
public class WijkbudgetSteps {

    private final BudgetRound round;
    private final IdeaReceiving receiving;
    private final IdeaJudging judging;
    private final LateIdeas late;
    private final ProjectCases projects;
    private final UndecidedIdeas undecided;

    WijkbudgetSteps(
            BudgetRound round,
            IdeaReceiving receiving,
            IdeaJudging judging,
            LateIdeas late,
            ProjectCases projects,
            UndecidedIdeas undecided) {
        this.round = round;
        this.receiving = receiving;
        this.judging = judging;
        this.late = late;
        this.projects = projects;
        this.undecided = undecided;
    }

    @Step(name = "Geld verdelen", about = "Verdeelt het geld van de ronde over haar gebieden, tot op de cent.")
    public void openRound(StepContext step) {
        round.open(step.caseId());
    }

    @Step(
            name = "Termijn van het besluit starten",
            about =
                    "Start de termijn om vast te stellen. Die eindigt niet na de dag waarop de oproep nog op tijd kan beginnen.")
    public void openAdoption(StepContext step) {
        round.openAdoption(step.caseId());
    }

    @Step(name = "Vaststellen", about = "Legt de dagen van alle fasen vast. Weigert een oproep die te vroeg begint.")
    public void adopt(StepContext step) {
        round.adopt(step.caseId());
    }

    @Step(name = "Fase beginnen", about = "Noteert welke fase van de ronde begint.")
    public void begin(StepContext step, String phase) {
        var begun = Phase.of(phase);
        round.begin(step.caseId(), begun);
        if (begun == Phase.FEASIBILITY || begun == Phase.ADVICE) {
            receiving.settleAll(step.caseId());
        }
        if (begun == Phase.FEASIBILITY) {
            projects.beginFeasibility(step.caseId());
        }
    }

    @Step(
            name = "Open ideeën melden",
            about =
                    "Meldt welke ideeën bij het einde van een fase niet beslist zijn, aan het bureau en de wijkmanager.")
    public void undecided(StepContext step, String phase) {
        undecided.tell(step.caseId(), Phase.of(phase));
    }

    @Step(name = "Ronde sluiten", about = "Sluit de ronde: er komt niets meer bij.")
    public void closeRound(StepContext step) {
        round.close(step.caseId());
    }

    @Step(
            name = "Idee ontvangen",
            about =
                    "Bewaart een idee en mailt wie erachter staat een link. Geeft als feit confirmed: yes, no, of late als het na de oproep binnenkwam.",
            says = {"confirmed", "verdict"})
    public Map<String, Object> receive(StepContext step) {
        return Map.of("confirmed", receiving.receive(step.caseId()).code(), "verdict", "received");
    }

    @Step(
            name = "Zeggen dat het idee te laat is",
            about =
                    "Weigert een idee dat na de oproep binnenkwam, en zegt aan de indiener tot wanneer die mag vragen om te herbekijken.",
            says = {"verdict", "ending"})
    public Map<String, Object> tooLate(StepContext step) {
        return late.refuse(step.caseId());
    }

    @Step(
            name = "Idee laten vervallen",
            about = "Niemand bevestigde het: het doet niet mee. Geeft als feit ending.",
            says = {"verdict", "ending"})
    public Map<String, Object> lapse(StepContext step) {
        receiving.lapse(step.caseId());
        return Map.of("verdict", "lapsed", "ending", "lapsed");
    }

    @Step(name = "Nalezen bewaren", about = "Maakt het idee publiek of niet, en zegt dat aan de indiener.")
    public void moderate(StepContext step) {
        judging.moderate(step.caseId());
    }

    @Step(
            name = "Toelating bewaren",
            about = "Bewaart het besluit over een idee en zegt het aan de indiener. Weigert wat geen reden heeft.",
            says = "ending")
    public Map<String, Object> check(StepContext step) {
        return judging.check(step.caseId());
    }

    @Step(
            name = "Herbekijken bewaren",
            about =
                    "Bewaart wat iemand anders besliste en zegt het aan de indiener. Geeft als feit verdict: admitted, upheld, regular als de dienst nog moet antwoorden, of in-time als het toch niet te laat was.",
            says = {"verdict", "ending"})
    public Map<String, Object> review(StepContext step) {
        return judging.review(step.caseId());
    }

    @Step(
            name = "Antwoord van de dienst bewaren",
            about =
                    "Geeft als feit verdict: done als de dienst het overneemt, handled als daarop al herbekeken is, again als het bureau opnieuw kijkt.",
            says = {"verdict", "ending"})
    public Map<String, Object> takeOver(StepContext step) {
        return judging.takeOver(step.caseId());
    }

    @Step(
            name = "Project zoeken",
            about = "Geeft als feit inProject: yes of no.",
            says = {"inProject", "ending"})
    public Map<String, Object> settle(StepContext step) {
        return judging.settle(step.caseId());
    }

    @Step(name = "Idee laten stoppen", about = "Zegt aan de indiener waarom het idee in geen project kwam.")
    public void drop(StepContext step) {
        judging.drop(step.caseId());
    }
}
