package org.samenspraak.recognition;

import java.util.Map;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Intake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A council that answers the invitation to renew gets a recognition case of its own. */
@Service
class Renewals {

    private static final String FORM = "recognition-renewal";

    private final Intake intake;
    private final Forms forms;
    private final Recognition recognition;
    private final Cases cases;
    private final Councils councils;

    Renewals(Intake intake, Forms forms, Recognition recognition, Cases cases, Councils councils) {
        this.intake = intake;
        this.forms = forms;
        this.recognition = recognition;
        this.cases = cases;
        this.councils = councils;
    }

    @Transactional
    public void open(CaseId termCase) {
        var council = recognition.councilOf(termCase);
        if (cases.openOf(Recognition.TRAJECTORY, council).isPresent()) {
            return; // the council applied by itself meanwhile: that case goes on
        }
        var answers = recognition.answers(termCase, FORM);
        var kind = Conditions.word(new ApplicationForm(answers).kind());
        intake.start(
                Recognition.TRAJECTORY,
                forms.shipped(FORM),
                answers,
                Map.of("kind", kind),
                recognition.today(),
                false,
                Actor.council(council, councils.get(council).name()));
    }
}
