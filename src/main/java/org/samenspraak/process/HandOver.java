package org.samenspraak.process;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/**
 * Gives a task to a person, who has it from then on, or to a group, which it is offered to instead of the groups of its
 * model until somebody hands it over again; also when the case moves or the model changes.
 *
 * @param holder who has the task as the one who hands over sees it, or nobody
 * @param person or none when it goes to a group
 * @param group its scope an id; or none when it goes to a person
 */
public record HandOver(
        @Nullable PersonId holder, @Nullable PersonId person, @Nullable GroupId group, @Nullable String note) {

    public HandOver {
        if ((person == null) == (group == null)) {
            throw new IllegalArgumentException("to a person or to a group");
        }
    }
}
