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
     * @param onBehalfOf for whom it was done, when it was in somebody's place
     */
    public record Step(String name, State state, @Nullable Instant done, String who, @Nullable String onBehalfOf) {

        public Step(String name, State state) {
            this(name, state, null, "", null);
        }
    }
}
