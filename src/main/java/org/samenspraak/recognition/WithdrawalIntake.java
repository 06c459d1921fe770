package org.samenspraak.recognition;

import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Only a running recognition or registration can be withdrawn, one withdrawal at a time. */
@Component
class WithdrawalIntake implements TrajectoryIntake {

    static final String TRAJECTORY = "recognition-withdrawal";

    private final RecognitionTerms terms;
    private final Applications applications;
    private final Cases cases;
    private final Councils councils;

    WithdrawalIntake(RecognitionTerms terms, Applications applications, Cases cases, Councils councils) {
        this.terms = terms;
        this.applications = applications;
        this.cases = cases;
        this.councils = councils;
    }

    @Override
    public String trajectory() {
        return TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        var id = CouncilId.parse(Objects.requireNonNull(answers.text("council")));
        applications.reserve(id);
        if (terms.running(id).isEmpty()) {
            throw Refusal.of("council", "recognition.refusal.not-recognised");
        }
        cases.openOf(TRAJECTORY, id).ifPresent(open -> {
            throw Refusal.of("council", "recognition.refusal.open-withdrawal", open.number());
        });
        var council = councils.get(id);
        return new Subject(council.name(), id, council.area());
    }
}
