package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of the execution of a project may ask of this module. */
@ProcessSteps("budgetExecution")
public class ExecutionSteps {

    private final Agreeing agreeing;
    private final CouncilSigning councils;
    private final Running running;
    private final ReachedMilestones milestones;
    private final HandingOver handingOver;
    private final ProjectEnding ending;

    ExecutionSteps(
            Agreeing agreeing,
            CouncilSigning councils,
            Running running,
            ReachedMilestones milestones,
            HandingOver handingOver,
            ProjectEnding ending) {
        this.agreeing = agreeing;
        this.councils = councils;
        this.running = running;
        this.milestones = milestones;
        this.handingOver = handingOver;
        this.ending = ending;
    }

    @Step(
            name = "Afspraak over een project bewaren",
            about = "Geeft als feit agreed: sign (de indiener tekent), city (de stad voert uit) of no (het stopt).",
            says = "agreed")
    public Map<String, Object> keepAgreement(StepContext step) {
        return Map.of("agreed", agreeing.keep(step.caseId()));
    }

    @Step(name = "Handtekening van de indiener vragen", about = "Mailt wie het project trekt een eigen link.")
    public void askSignature(StepContext step) {
        agreeing.askSignature(step.caseId());
    }

    @Step(
            name = "Antwoord van de indiener nalezen",
            about = "Geeft als feit agreed: agreed of refused.",
            says = "agreed")
    public Map<String, Object> readAnswer(StepContext step) {
        return Map.of("agreed", agreeing.answer(step.caseId()));
    }

    @Step(
            name = "Raad van de afspraak",
            about = "Geeft de raad die het geld krijgt, of niets: elk is een tak van een parallelle stap.")
    public List<String> councils(StepContext step) {
        return councils.asked(step.caseId());
    }

    @Step(name = "Antwoord van de raad bewaren", about = "Bewaart wie voor de raad tekende, of waarom niet.")
    public void keepCouncil(StepContext step) {
        councils.keep(step.caseId(), step.actor());
    }

    @Step(
            name = "Antwoord van de raad nalezen",
            about = "Geeft als feit agreed: agreed, of refused als de raad nee of niets zei.",
            says = "agreed")
    public Map<String, Object> readCouncil(StepContext step) {
        return Map.of("agreed", councils.answer(step.caseId()));
    }

    @Step(name = "Handtekening van de stad bewaren", about = "Geeft als feit agreed: agreed of back.", says = "agreed")
    public Map<String, Object> keepCity(StepContext step) {
        return Map.of("agreed", agreeing.keepCity(step.caseId(), step.actor()));
    }

    @Step(name = "Uitvoering beginnen", about = "Legt het geld vast en laat de tijd van het project lopen.")
    public void begin(StepContext step) {
        agreeing.begin(step.caseId(), step.actor());
    }

    @Step(
            name = "Opvolging verwerken",
            about =
                    "Zet het geld van een mijlpaal klaar, verlengt of vraagt een opvolger. Geeft als feit goes: on, spent (financiën bevestigt wat de stad uitgaf), asked, done of stop.",
            says = "goes")
    public Map<String, Object> noted(StepContext step) {
        return Map.of("goes", running.followed(step.caseId(), true, step.actor()));
    }

    @Step(
            name = "Opvolging verwerken zonder bevestiging",
            about =
                    "Zoals “Opvolging verwerken”, voor modellen waarin niemand bevestigt wat de stad uitgaf. Geeft als feit goes: on, asked, done of stop.",
            says = "goes")
    public Map<String, Object> followed(StepContext step) {
        return Map.of("goes", running.followed(step.caseId(), false, step.actor()));
    }

    @Step(
            name = "Uitgave van de stad verwerken",
            about = "Bevestigd: de mijlpaal is klaar en de uitgave telt. Anders noteert het bureau ze opnieuw.")
    public void confirmSpent(StepContext step) {
        milestones.confirm(step.caseId(), step.actor());
    }

    @Step(
            name = "Overname zonder antwoord noteren",
            about = "Wie gevraagd was, antwoordde niet: alles blijft zoals het was.")
    public void successorSilent(StepContext step) {
        handingOver.silent(step.caseId());
    }

    @Step(name = "Voortgang vragen", about = "Vraagt wie het project trekt hoe het gaat.")
    public void askProgress(StepContext step) {
        running.askProgress(step.caseId());
    }

    @Step(name = "Voor het einde waarschuwen", about = "Waarschuwt één keer: first of last.")
    public void warn(StepContext step, String which) {
        running.warn(step.caseId(), which.equals("last"));
    }

    @Step(name = "Te laat noteren", about = "Het project is niet klaar op zijn laatste dag.")
    public void late(StepContext step) {
        running.late(step.caseId());
    }

    @Step(
            name = "Zeggen dat het doorgaat",
            about = "Het college wil niet dat het stopt: wie het project leidt, leest waarom.")
    public void goesOn(StepContext step) {
        ending.goesOn(step.caseId(), step.actor());
    }

    @Step(name = "Project stoppen", about = "Geeft terug wat niet betaald is en zegt aan de indieners waarom.")
    public void stop(StepContext step) {
        ending.stop(step.caseId(), step.actor());
    }
}
