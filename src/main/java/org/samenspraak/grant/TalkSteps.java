package org.samenspraak.grant;

import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of the yearly talks may ask of this module. */
@ProcessSteps("talk")
public class TalkSteps {

    private final Round round;
    private final ExtraTalks extra;
    private final Preparing preparing;
    private final Planning planning;
    private final Reporting reporting;
    private final Levels levels;

    TalkSteps(
            Round round, ExtraTalks extra, Preparing preparing, Planning planning, Reporting reporting, Levels levels) {
        this.round = round;
        this.extra = extra;
        this.preparing = preparing;
        this.planning = planning;
        this.reporting = reporting;
        this.levels = levels;
    }

    @Step(name = "Ronde openen", about = "Zet alle raden van het register in de ronde; voor elk begint een zaak.")
    public void openRound(StepContext step) {
        round.open(step.caseId());
    }

    @Step(name = "Ronde sluiten", about = "Bewaart wat er bleef liggen en waarom.")
    public void closeRound(StepContext step) {
        round.close(step.caseId());
    }

    @Step(name = "Extra gesprek ontvangen", about = "Bewaart de vraag om een gesprek buiten de ronde.")
    public void receive(StepContext step) {
        extra.receive(step.caseId());
    }

    @Step(
            name = "Voorbereiding bewaren",
            about = "Bewaart doelen en gewenst niveau. Weigert een kort of geen gesprek als er iets verandert.")
    public void prepare(StepContext step) {
        preparing.keep(step.caseId(), step.actor());
    }

    @Step(name = "Niet voorbereid", about = "Noteert dat de raad het gesprek niet voorbereidde.")
    public void unprepared(StepContext step) {
        preparing.late(step.caseId());
    }

    @Step(
            name = "Planning nagaan",
            about = "Weigert een dag die voorbij is, en zonder reden een dag die niet past bij de ronde of de agenda.")
    public void plan(StepContext step) {
        planning.plan(step.caseId());
    }

    @Step(name = "Uitnodigen", about = "Legt de dag vast en nodigt iedereen uit, ook voor hun eigen agenda.")
    public void invite(StepContext step) {
        planning.invite(step.caseId(), step.actor());
    }

    @Step(name = "Gesprek afzeggen", about = "Zegt het gesprek af bij iedereen die uitgenodigd was.")
    public void unplan(StepContext step) {
        planning.unplan(step.caseId(), step.actor());
    }

    @Step(name = "Verslag bewaren", about = "Maakt het verslag en bewaart de afspraken.")
    public void report(StepContext step) {
        reporting.keep(step.caseId(), step.actor());
    }

    @Step(name = "Opmerkingen toevoegen", about = "Zet de opmerkingen van de raad bij het verslag.")
    public void confirm(StepContext step) {
        reporting.confirm(step.caseId(), step.actor());
    }

    @Step(name = "Stilte telt als akkoord", about = "De raad zei niets: hij is akkoord met het verslag.")
    public void silent(StepContext step) {
        reporting.silent(step.caseId());
    }

    @Step(name = "Niveau nagaan", about = "Geeft als feit levelChange: yes of no.", says = "levelChange")
    public Map<String, Object> conclude(StepContext step) {
        return Map.of("levelChange", levels.isToDecide(step.caseId()) ? "yes" : "no");
    }

    @Step(name = "Niveau vastleggen", about = "Schrijft het niveau van de raad in het register.")
    public void decideLevel(StepContext step) {
        levels.decide(step.caseId(), step.actor());
    }
}
