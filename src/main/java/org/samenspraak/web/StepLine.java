package org.samenspraak.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The line that shows how far something is. */
public final class StepLine {

    private StepLine() {}

    public enum State {
        DONE,
        NOW,
        AHEAD
    }

    /**
     * @param done when it was done, or none
     * @param who did it, or who it waits for; empty when that is nobody or not told
     */
    public record Step(String name, State state, @Nullable Instant done, String who) {

        public Step(String name, State state) {
            this(name, state, null, "");
        }
    }
}
