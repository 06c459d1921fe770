package org.samenspraak.membership;

import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the model of a change of members may ask of this module. */
@ProcessSteps("membership")
public class MembershipSteps {

    private final MembershipChanges changes;

    MembershipSteps(MembershipChanges changes) {
        this.changes = changes;
    }

    @Step(name = "Voorstel ontvangen", about = "Onthoudt over welk lid het gaat en hoe dat in het register stond.")
    public void receive(StepContext step) {
        changes.receive(step.caseId());
    }

    @Step(name = "Register wijzigen", about = "Schrijft wat de raad voorstelde in het register.")
    public void apply(StepContext step) {
        changes.apply(step.caseId(), step.actor());
    }
}
