package org.samenspraak.web;

/** The line that shows how far something is. */
public final class StepLine {

    private StepLine() {}

    public enum State {
        DONE,
        NOW,
        AHEAD
    }

    public record Step(String name, State state) {}
}
