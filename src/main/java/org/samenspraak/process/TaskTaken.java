package org.samenspraak.process;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;

/** The "no" to the second of two people who want one task. */
public class TaskTaken extends Refusal {

    private final @Nullable PersonId holder;

    TaskTaken(@Nullable PersonId holder) {
        super("process.refusal.task-taken");
        this.holder = holder;
    }

    /** Who was first and has the task now; none when it was given back meanwhile. */
    public @Nullable PersonId holder() {
        return holder;
    }
}
