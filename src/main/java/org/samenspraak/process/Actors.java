package org.samenspraak.process;

import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;

/**
 * Who causes what the engine does now. Within one call it is the caller's actor; what runs later (a job) finds kind, id
 * and the id of whom it is for in a variable, never a name.
 */
final class Actors {

    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    private Actors() {}

    /** Runs something in the name of this actor. */
    static <T> T as(Actor actor, Supplier<T> action) {
        var before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return action.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    static Actor of(VariableScope scope) {
        var current = CURRENT.get();
        return current != null ? current : read((String) scope.getVariable(Facts.ACTOR));
    }

    static String write(Actor actor) {
        var holder = actor.inPlaceOf();
        return actor.kind() + "|" + text(actor.id()) + "|" + text(holder == null ? null : holder.id());
    }

    static Actor read(@Nullable String written) {
        if (written == null) {
            return Actor.SYSTEM;
        }
        var parts = written.split("\\|", 3);
        return new Actor(
                Actor.Kind.valueOf(parts[0]),
                parts[1].isEmpty() ? null : UUID.fromString(parts[1]),
                "",
                parts[2].isEmpty() ? null : new Actor.Holder(PersonId.parse(parts[2]), ""));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
