package org.samenspraak.casefile;

import java.util.Map;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;
import org.springframework.transaction.annotation.Transactional;

/** What a model may do with the file of its case. */
@ProcessSteps("casefile")
public class CaseSteps {

    private final Cases cases;
    private final Timeline timeline;

    CaseSteps(Cases cases, Timeline timeline) {
        this.cases = cases;
        this.timeline = timeline;
    }

    @Step(name = "Mijlpaal", about = "Zet in de tijdlijn dat de zaak een mijlpaal haalde.")
    @Transactional
    public void milestone(StepContext step, String name) {
        timeline.add(step.caseId(), "case.milestone", Map.of("name", name), null, step.actor());
    }

    @Step(name = "Notitie", about = "Zet een vaste zin in de tijdlijn van de zaak.")
    @Transactional
    public void note(StepContext step, String text) {
        timeline.add(step.caseId(), "case.note", Map.of(), text, step.actor());
    }

    @Step(
            name = "Dossierbeheerder",
            about = "Maakt wie de vorige taak deed dossierbeheerder; was dat geen medewerker, dan verandert er niets.")
    @Transactional
    public void own(StepContext step) {
        var who = step.actor();
        if (who.kind() == Actor.Kind.PERSON && who.id() != null) {
            var version = cases.get(step.caseId()).version();
            cases.own(step.caseId(), version, new PersonId(who.id()), who);
        }
    }

    @Step(
            name = "Verantwoordelijke groep",
            about =
                    "De taken voor responsible@case gaan vanaf nu naar deze groep, zoals een formulier ze met valuesKey departments aanbiedt.")
    @Transactional
    public void responsible(StepContext step, String group) {
        cases.entrust(step.caseId(), GroupId.parse(group));
    }

    @Step(
            name = "Zaak afsluiten",
            about = "Sluit de zaak af met deze uitkomst, ook als het proces nog even verder loopt.")
    @Transactional
    public void close(StepContext step, String outcome) {
        cases.close(step.caseId(), outcome, step.actor());
    }
}
