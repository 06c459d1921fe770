package org.samenspraak.portal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** More questions than are answered at one moment. */
    private static final int PLACES = 64;

    private final Intake intake;
    private final Prompts prompts;
    private final Lock[] turns =
            Stream.generate(ReentrantLock::new).limit(PLACES).toArray(Lock[]::new);

    Answering(Intake intake, Prompts prompts) {
        this.intake = intake;
        this.prompts = prompts;
    }

    /**
     * Whoever presses at the same question at the same moment comes after the other: keeping what was typed and sending it are
     * two transactions, and nobody is asked to choose between texts of which one has just been sent. People on two nodes
     * are kept apart by {@link Intake#answer} alone: one is taken.
     */
    <T> T inTurn(String taskId, Supplier<T> press) {
        var turn = turns[Math.floorMod(taskId.hashCode(), PLACES)];
        turn.lock();
        try {
            return press.get();
        } finally {
            turn.unlock();
        }
    }

    /** Whether somebody was first, also on another node at this moment. */
    boolean isOver(String taskId) {
        return intake.isOver(taskId);
    }

    /** @throws org.samenspraak.kernel.Refusal when somebody else was first, or the trajectory refuses the answer */
    @Transactional
    public void send(OpenTask task, Form form, Judgement judgement, Actor by, String shownAs) {
        intake.answer(task.id(), form, judgement, false, by);
        prompts.received(task, shownAs);
    }
}
