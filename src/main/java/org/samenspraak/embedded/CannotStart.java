package org.samenspraak.embedded;

import org.jspecify.annotations.Nullable;

/** The office can't start. Its key begins two texts: what is wrong, and what to do. */
class CannotStart extends RuntimeException {

    private final String key;
    private final Object[] args;

    CannotStart(String key, @Nullable Throwable cause, Object... args) {
        super(key, cause);
        this.key = key;
        this.args = args;
    }

    String key() {
        return key;
    }

    Object[] args() {
        return args;
    }
}
