package org.samenspraak.grant;

import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of open forums and of meetings with all councils may ask of this module. */
@ProcessSteps("meeting")
public class MeetingSteps {

    private final ForumCare forums;
    private final GatheringCare gatherings;
    private final Gatherings rows;
    private final Submissions submissions;

    MeetingSteps(ForumCare forums, GatheringCare gatherings, Gatherings rows, Submissions submissions) {
        this.forums = forums;
        this.gatherings = gatherings;
        this.rows = rows;
        this.submissions = submissions;
    }

    @Step(
            name = "Open forum opnemen",
            about = "Bewaart dag en plaats en nodigt de raad en de wijkmanager uit, ook voor hun eigen agenda.")
    public void register(StepContext step) {
        forums.register(step.caseId(), step.actor());
    }

    @Step(name = "Open forum verzetten", about = "Geeft het open forum een andere dag en past ieders agenda aan.")
    public void move(StepContext step) {
        forums.move(step.caseId(), step.actor());
    }

    @Step(name = "Verslag van open forum", about = "Bewaart dat het open forum er was. Weigert dat voor de dag zelf.")
    public void reported(StepContext step) {
        forums.reported(step.caseId());
    }

    @Step(name = "Open forum opvolgen", about = "Bewaart de afspraken, of dat het open forum er niet was.")
    public void followed(StepContext step) {
        forums.followed(step.caseId());
    }

    @Step(name = "Afzeggen", about = "Zegt een open forum of een vergadering af bij iedereen die uitgenodigd was.")
    public void callOff(StepContext step) {
        forums.callOff(step.caseId(), reason(step.caseId()), step.actor());
    }

    private String reason(CaseId caseId) {
        var form = rows.get(caseId).council() == null ? GatheringCare.REPORT : ForumCare.REPORT;
        return Typed.text(submissions.latest(caseId, form).orElseThrow(), "offReason");
    }

    @Step(name = "Vergadering opnemen", about = "Bewaart met wie de raden vergaderen en wie het thema kiest.")
    public void open(StepContext step) {
        gatherings.open(step.caseId());
    }

    @Step(name = "Thema’s vragen", about = "Mailt alle raden dat zij een thema kunnen voorstellen en kiezen.")
    public void askThemes(StepContext step) {
        gatherings.askThemes(step.caseId(), step.actor());
    }

    @Step(
            name = "Thema tellen",
            about = "Bewaart de keuze van een raad. Weigert als geen vergadering een thema vraagt.")
    public void countTheme(StepContext step) {
        gatherings.countTheme(step.caseId());
    }

    @Step(name = "Thema vastleggen", about = "Bewaart het thema. Raden kiezen niet meer.")
    public void fixTheme(StepContext step) {
        gatherings.fixTheme(step.caseId());
    }

    @Step(name = "Vergadering plannen", about = "Bewaart dag en plaats. Weigert een dag die voorbij is.")
    public void plan(StepContext step) {
        gatherings.plan(step.caseId());
    }

    @Step(name = "Alle raden uitnodigen", about = "Nodigt alle raden uit, elk apart, ook voor hun eigen agenda.")
    public void invite(StepContext step) {
        gatherings.invite(step.caseId(), step.actor());
    }

    @Step(name = "Vergadering bewaren", about = "Bewaart dat de vergadering er was, en de afspraken.")
    public void recorded(StepContext step) {
        gatherings.recorded(step.caseId());
    }

    @Step(name = "Verslag sturen", about = "Mailt het verslag van de vergadering aan alle raden.")
    public void sendReport(StepContext step) {
        gatherings.sendReport(step.caseId(), step.actor());
    }
}
