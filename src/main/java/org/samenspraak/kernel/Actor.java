package org.samenspraak.kernel;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and for whom when it is done in somebody's place.
 *
 * @param id the person or the council; none for a resident or the system itself
 * @param name as it is shown and kept ("Wijkmanager Runkst", "Voorzitter, wijkraad Runkst")
 * @param inPlaceOf the one it is done for, or none
 */
public record Actor(Kind kind, @Nullable UUID id, String name, @Nullable Holder inPlaceOf) {

    /** @param name as it is shown and kept; empty where only the id travels */
    public record Holder(PersonId id, String name) {}

    public enum Kind {
        PERSON,
        COUNCIL,
        RESIDENT,
        SYSTEM
    }

    /** The clock, the engine, the outbox: nobody pressed a button. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "", null);

    /** The name of the one it is done for; none where nobody is, or only the id travelled. */
    public @Nullable String onBehalfOf() {
        return inPlaceOf == null || inPlaceOf.name().isEmpty() ? null : inPlaceOf.name();
    }

    /** The council that acts, or none. */
    public Optional<CouncilId> councilId() {
        return kind == Kind.COUNCIL && id != null ? Optional.of(new CouncilId(id)) : Optional.empty();
    }

    /** The same person in somebody's place. */
    public Actor inPlaceOf(Holder holder) {
        return new Actor(kind, id, name, holder);
    }

    /** Whether this person does their own work, or somebody's in whose place they act. */
    public boolean actsFor(@Nullable PersonId person) {
        return person != null && (person.value().equals(id) || (inPlaceOf != null && person.equals(inPlaceOf.id())));
    }

    public static Actor person(PersonId id, String name) {
        return new Actor(Kind.PERSON, id.value(), name, null);
    }

    public static Actor council(CouncilId id, String name) {
        return new Actor(Kind.COUNCIL, id.value(), name, null);
    }

    public static Actor resident(String name) {
        return new Actor(Kind.RESIDENT, null, name, null);
    }
}
