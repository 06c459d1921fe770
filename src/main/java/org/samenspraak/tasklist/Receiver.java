package org.samenspraak.tasklist;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.HandOver;

/** Who gets a task: a person or a group. In a form {@code person:<id>} or {@code group:<group>}. */
record Receiver(@Nullable PersonId person, @Nullable GroupId group) {

    private static final String PERSON = "person:";
    private static final String GROUP = "group:";

    static Optional<Receiver> parse(String text) {
        try {
            return text.startsWith(PERSON)
                    ? Optional.of(new Receiver(PersonId.parse(text.substring(PERSON.length())), null))
                    : text.startsWith(GROUP)
                            ? Optional.of(new Receiver(null, GroupId.parse(text.substring(GROUP.length()))))
                            : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    HandOver of(Chosen task, @Nullable String note) {
        return new HandOver(task.holder(), person, group, note);
    }
}
