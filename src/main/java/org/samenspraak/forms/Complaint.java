package org.samenspraak.forms;

import java.util.List;

/** What is wrong with an answer and what to do; {@code key} goes after {@code forms.error.}. */
record Complaint(String key, List<Object> args) {

    static Complaint of(String key, Object... args) {
        return new Complaint(key, List.of(args));
    }
}
