package org.samenspraak.embedded;

import org.jspecify.annotations.Nullable;

/** The office can't start, said to who starts it: what is wrong, and what to do. */
class CannotStart extends RuntimeException {

    private final String action;

    CannotStart(String description, String action) {
        super(description);
        this.action = action;
    }

    CannotStart(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
