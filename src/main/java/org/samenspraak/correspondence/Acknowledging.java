package org.samenspraak.correspondence;

import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;

/** Questions that a council may say it got, before it answers. Implemented by the module that keeps it. */
public interface Acknowledging {

    /** Whether this question is one of those, and the council has not said so yet. */
    boolean isAwaited(OpenTask task);

    /** Once is enough; a second time changes nothing. */
    void acknowledge(OpenTask task, Actor by);
}
