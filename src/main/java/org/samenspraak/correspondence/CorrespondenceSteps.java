package org.samenspraak.correspondence;

import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;
import org.springframework.transaction.annotation.Transactional;

/** What a model may send. */
@ProcessSteps("correspondence")
public class CorrespondenceSteps {

    private final Letters letters;
    private final Notices notices;
    private final SendingAgain sendingAgain;

    CorrespondenceSteps(Letters letters, Notices notices, SendingAgain sendingAgain) {
        this.letters = letters;
        this.notices = notices;
        this.sendingAgain = sendingAgain;
    }

    @Step(
            name = "Brief sturen",
            about =
                    "Schrijft een brief uit een sjabloon, bewaart hem in het dossier en mailt hem naar voorzitter en secretaris.")
    @Transactional
    public void letter(StepContext step, String template) {
        letters.send(step.caseId(), name(template), "council", Map.of("facts", step.facts()), step.actor());
    }

    @Step(
            name = "Mail sturen",
            about = "Mailt voorzitter en secretaris een korte tekst uit een sjabloon, zonder brief in het dossier.")
    @Transactional
    public void mail(StepContext step, String template) {
        notices.send(step.caseId(), name(template), step.facts(), step.actor());
    }

    @Step(
            name = "Opnieuw mailen",
            about =
                    "Mailt opnieuw wat in deze zaak niet aankwam of bij de verkeerde lezer kwam, naar dezelfde adressen.")
    @Transactional
    public void sendAgain(StepContext step) {
        sendingAgain.send(step.caseId());
    }

    /** A model names a template, never a way to another file. */
    private static String name(String template) {
        if (!isName(template)) {
            throw new IllegalArgumentException("no template " + template);
        }
        return template;
    }

    static boolean isName(String template) {
        return template.matches("[a-z0-9-]{1,80}");
    }
}
