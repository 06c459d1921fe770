package org.samenspraak.membership;

import java.util.Objects;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Component;

/** A council proposes about itself; an official says for which council a paper came in. */
@Component
class MembershipIntake implements TrajectoryIntake {

    private final MembershipChanges changes;
    private final Councils councils;

    MembershipIntake(MembershipChanges changes, Councils councils) {
        this.changes = changes;
        this.councils = councils;
    }

    @Override
    public String trajectory() {
        return MembershipChanges.TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        var id = by.councilId()
                .orElseGet(() -> CouncilId.parse(Objects.requireNonNull(answers.text("council"), "council")));
        changes.refuseImpossible(id, new Proposal(answers));
        var council = councils.get(id);
        return new Subject(council.name(), id, council.area());
    }
}
