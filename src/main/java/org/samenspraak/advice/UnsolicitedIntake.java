package org.samenspraak.advice;

import java.util.Objects;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Component;

/** A council advises by itself; an official says for which council a paper came in. Called by what it is about. */
@Component
class UnsolicitedIntake implements TrajectoryIntake {

    private final Councils councils;

    UnsolicitedIntake(Councils councils) {
        this.councils = councils;
    }

    @Override
    public String trajectory() {
        return Unsolicited.TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        var id = by.kind() == Actor.Kind.COUNCIL
                ? new CouncilId(Objects.requireNonNull(by.id()))
                : CouncilId.parse(Objects.requireNonNull(answers.text("council"), "council"));
        var subject = Objects.requireNonNull(answers.text("subject"), "subject").strip();
        return new Subject(subject, id, councils.get(id).area());
    }
}
