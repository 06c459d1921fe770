package org.samenspraak.advice;

import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.identity.Role;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/** A request is called by its subject, and lies in the area that it is about. */
@Component
class AdviceIntake implements TrajectoryIntake {

    @Override
    public String trajectory() {
        return Drafting.REQUEST;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        if (Role.find(Drafting.said(answers, "asker")).isEmpty()) {
            throw Refusal.of("asker", "advice.refusal.asker");
        }
        var area = answers.text("area");
        return new Subject(Drafting.said(answers, "subject").strip(), null, area == null ? null : AreaId.parse(area));
    }
}
