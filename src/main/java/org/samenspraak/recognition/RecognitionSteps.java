package org.samenspraak.recognition;

import java.util.Locale;
import java.util.Objects;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of recognition may ask of this module. */
@ProcessSteps("recognition")
public class RecognitionSteps {

    private final Recognition recognition;
    private final Register register;
    private final Engagements engagements;
    private final Renewals renewals;

    RecognitionSteps(Recognition recognition, Register register, Engagements engagements, Renewals renewals) {
        this.recognition = recognition;
        this.register = register;
        this.engagements = engagements;
        this.renewals = renewals;
    }

    @Step(name = "Aanvraag ontvangen", about = "Neemt de leden en de verklaringen van het formulier over.")
    public void receive(StepContext step) {
        recognition.receive(step.caseId(), step.actor());
    }

    @Step(name = "Aanvulling overnemen", about = "Neemt over wat de raad aanvulde.")
    public void takeSupplement(StepContext step) {
        recognition.takeSupplement(step.caseId(), step.actor());
    }

    @Step(name = "Mag de raad nog aanvullen?", about = "Telt de rondes. Waar zolang het reglement er nog een toelaat.")
    public boolean mayBeSupplemented(StepContext step) {
        return recognition.mayBeSupplemented(step.caseId());
    }

    @Step(name = "Zijn de voorwaarden vervuld?", about = "Toetst de leden en bewaart elke voorwaarde in het dossier.")
    public boolean conditionsMet(StepContext step) {
        var kind = Objects.requireNonNull(step.facts().get("kind"), "kind").toString();
        return recognition.conditionsMet(
                step.caseId(), CouncilKind.valueOf(kind.toUpperCase(Locale.ROOT)), step.actor());
    }

    @Step(
            name = "Beslistermijn starten",
            about = "De termijn telt vanaf de dag waarop de laatste stukken binnenkwamen.")
    public void startDecisionTerm(StepContext step) {
        recognition.startDecisionTerm(step.caseId());
    }

    @Step(name = "Weigering noteren", about = "Noteert in het register dat de raad niet erkend werd.")
    public void refuse(StepContext step) {
        recognition.refuse(step.caseId(), step.actor());
    }

    @Step(name = "Raad erkennen", about = "Schrijft de erkenning met haar termijn in het register.")
    public void register(StepContext step) {
        register.recognise(step.caseId(), step.actor());
    }

    @Step(name = "Raad inschrijven", about = "Schrijft de raad zonder erkenning in het register, op het eerste niveau.")
    public void enrol(StepContext step) {
        register.enrol(step.caseId(), step.actor());
    }

    @Step(
            name = "Getekende verklaring bewaren",
            about = "Bewaart de verklaring met de vier handtekeningen in het dossier.")
    public String fileStatement(StepContext step) {
        engagements.file(step.caseId(), step.actor());
        return "yes";
    }

    @Step(
            name = "Nieuwe termijn om te tekenen",
            about = "Geeft wie nog niet tekende nieuwe tijd en vraagt het opnieuw.")
    public void signAgain(StepContext step) {
        engagements.again(step.caseId());
    }

    @Step(name = "Niet getekend", about = "Stelt vast dat de verklaring niet getekend is.")
    public String notSigned(StepContext step) {
        return "no";
    }

    @Step(name = "Zaak voor de vernieuwing openen", about = "Opent een nieuwe zaak met de antwoorden van de raad.")
    public void renew(StepContext step) {
        renewals.open(step.caseId());
    }

    @Step(
            name = "Erkenning laten aflopen",
            about =
                    "Noteert in het register dat de erkenning afgelopen is. Waar als een vernieuwing nog behandeld wordt.")
    public boolean expire(StepContext step) {
        return register.expire(step.caseId(), step.actor());
    }

    @Step(name = "Erkenning intrekken", about = "Noteert de intrekking met haar reden in het register.")
    public void withdraw(StepContext step) {
        register.withdraw(step.caseId(), step.actor());
    }

    @Step(name = "Bevoegd orgaan", about = "Zoekt in de tabel welk orgaan over deze soort raad beslist.")
    public String organ(StepContext step) {
        return recognition.organ(step.caseId());
    }
}
