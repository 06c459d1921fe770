package org.samenspraak.recognition;

import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.springframework.stereotype.Component;

/** An application finds or makes its council before the case opens. */
@Component
class RecognitionIntake implements TrajectoryIntake {

    private final Recognition recognition;
    private final Councils councils;

    RecognitionIntake(Recognition recognition, Councils councils) {
        this.recognition = recognition;
        this.councils = councils;
    }

    @Override
    public String trajectory() {
        return Recognition.TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        var council = councils.get(recognition.applicant(new ApplicationForm(answers), by));
        return new Subject(council.name(), council.id(), council.area());
    }
}
