package org.samenspraak.portal;

import org.samenspraak.correspondence.Prompts;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends an answer: submission, engine step and receipt in one transaction. */
@Component
class Answering {

    private final Intake intake;
    private final Prompts prompts;

    Answering(Intake intake, Prompts prompts) {
        this.intake = intake;
        this.prompts = prompts;
    }

    /** @throws org.samenspraak.kernel.Refusal when somebody else was first, or the trajectory refuses the answer */
    @Transactional
    public void send(OpenTask task, Form form, Judgement judgement, Actor by, String shownAs) {
        intake.answer(task.id(), form, judgement, false, by);
        prompts.received(task, shownAs);
    }
}
