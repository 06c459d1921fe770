package org.samenspraak.advice;

import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;
import org.springframework.transaction.annotation.Transactional;

/** What the models of advice may ask of this module. */
@ProcessSteps("advice")
public class AdviceSteps {

    private final Drafting drafting;
    private final SendingOut sendingOut;
    private final AdviceAnswers answering;
    private final Readings readings;
    private final MoreTime moreTime;
    private final Waiting waiting;
    private final Replies replies;
    private final Concluding concluding;
    private final Feedback feedback;
    private final Publishing publishing;

    AdviceSteps(
            Drafting drafting,
            SendingOut sendingOut,
            AdviceAnswers answering,
            Readings readings,
            MoreTime moreTime,
            Waiting waiting,
            Replies replies,
            Concluding concluding,
            Feedback feedback,
            Publishing publishing) {
        this.drafting = drafting;
        this.sendingOut = sendingOut;
        this.answering = answering;
        this.readings = readings;
        this.moreTime = moreTime;
        this.waiting = waiting;
        this.replies = replies;
        this.concluding = concluding;
        this.feedback = feedback;
        this.publishing = publishing;
    }

    @Step(
            name = "Adviesvraag ontvangen",
            about = "Neemt de vraag over. Geeft als feit organ: college of gemeenteraad.",
            says = "organ")
    public Map<String, Object> receive(StepContext step) {
        return Map.of("organ", drafting.receive(step.caseId(), step.actor()).onBehalfOf());
    }

    @Step(
            name = "Keuze van raden en termijn bewaren",
            about = "Weigert een te korte termijn, en een voorgestelde raad die zonder reden ontbreekt.")
    public void choose(StepContext step) {
        drafting.choose(step.caseId());
    }

    @Step(name = "Vraag naar de raden sturen", about = "Opent een zaak voor elke raad en laat hun termijn beginnen.")
    public void sendOut(StepContext step) {
        sendingOut.send(step.caseId(), step.actor());
    }

    @Step(
            name = "Antwoord van de raad nagaan",
            about = "Weigert wat geen antwoord kan zijn, zolang de raad het nog kan verbeteren.")
    public void check(StepContext step) {
        answering.check(step.caseId());
    }

    @Step(
            name = "Advies overnemen",
            about =
                    "Bewaart de punten en de stemming, vraagt andere raden om zich aan te sluiten en meldt het aan de vraag.")
    public void take(StepContext step) {
        answering.take(step.caseId());
    }

    @Step(name = "Geen advies binnen de termijn", about = "Noteert dat de raad niet antwoordde. Hij mag het nog.")
    public void silent(StepContext step) {
        answering.silent(step.caseId());
    }

    @Step(
            name = "Reactie bewaren",
            about =
                    "Van een raad die enkel ingelicht werd. Geeft als feit answer: read, of advice als hij iets schreef.",
            says = "answer")
    public Map<String, Object> keepReading(StepContext step) {
        return Map.of("answer", readings.keep(step.caseId()));
    }

    @Step(
            name = "Geen reactie",
            about = "Noteert dat een raad die enkel ingelicht werd niets liet weten. Geeft als feit answer: unread.",
            says = "answer")
    public Map<String, Object> unread(StepContext step) {
        return Map.of("answer", readings.unread(step.caseId()));
    }

    @Step(name = "Meer tijd vragen", about = "Bewaart de vraag. De termijn loopt minstens tot er beslist is.")
    public void askMoreTime(StepContext step) {
        moreTime.ask(step.caseId());
    }

    @Step(
            name = "Meer tijd geven",
            about = "Verlengt de termijn van deze raad, en van de vraag als het de laatste is. Ook als niemand"
                    + " besliste.")
    public void grantMoreTime(StepContext step) {
        moreTime.grant(step.caseId(), "granted".equals(step.facts().get("moreTime")), step.actor());
    }

    @Step(name = "Meer tijd weigeren", about = "Noteert dat de raad niet meer tijd krijgt.")
    public void refuseMoreTime(StepContext step) {
        moreTime.refuse(step.caseId());
    }

    @Step(
            name = "Termijn van de raden sluiten",
            about = "Sluit de termijn van de vraag, behalve als een raad nog schrijft.")
    @Transactional
    public void closeTerm(StepContext step) {
        waiting.close(step.caseId());
    }

    @Step(name = "Antwoorden nagaan", about = "Weigert zolang een adviespunt geen antwoord heeft.")
    public void checkReplies(StepContext step) {
        replies.refuseUnlessComplete(step.caseId());
    }

    @Step(name = "Antwoorden vastleggen", about = "Vanaf nu komt er geen advies meer bij. Sluit de zaken van de raden.")
    public void agree(StepContext step) {
        concluding.agree(step.caseId(), step.actor());
    }

    @Step(
            name = "Besluit vastleggen",
            about = "Bewaart het besluit. Weigert een besluit voor de termijnen voorbij zijn, behalve met een reden.")
    public void decide(StepContext step) {
        concluding.decide(step.caseId());
    }

    @Step(
            name = "Terugkoppelen naar de raden",
            about = "Stuurt elke raad zijn punten met de antwoorden en het besluit.")
    public void tell(StepContext step) {
        feedback.tell(step.caseId(), step.actor());
    }

    @Step(
            name = "Zeggen wat er gedaan is",
            about = "Stuurt elke raad wat er van de beloften kwam, en zet het op de openbare pagina.")
    public void tellLookBack(StepContext step) {
        feedback.lookBack(step.caseId(), step.actor());
    }

    @Step(name = "Publiceren", about = "Toont de vraag, de adviezen, de antwoorden en het besluit aan iedereen.")
    public void publish(StepContext step) {
        publishing.publish(step.caseId(), step.actor());
    }
}
