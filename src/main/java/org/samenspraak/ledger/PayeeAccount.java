package org.samenspraak.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;

/**
 * An account number of a council.
 *
 * @param enteredBy who entered it; the name only is shown
 * @param settledBy who confirmed or refused it; none while it waits
 * @param refused why it was refused, or none
 * @param payableFrom the first day that money may go there; none unless confirmed
 * @param endedAt when another one took its place
 */
public record PayeeAccount(
        UUID id,
        CouncilId council,
        Iban iban,
        String holder,
        Actor enteredBy,
        Instant enteredAt,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String refused,
        @Nullable LocalDate payableFrom,
        @Nullable Instant endedAt) {

    public boolean waits() {
        return settledAt == null;
    }

    public boolean isCurrent() {
        return payableFrom != null && endedAt == null;
    }

    /** The word for where it stands. */
    public String stage() {
        return waits() ? "waits" : refused != null ? "refused" : endedAt != null ? "ended" : "current";
    }

    /** Whether this is the one who entered it: a second one has to confirm. Of a council it is the person, in whatever function. */
    boolean isEnteredBy(Actor by) {
        return by.kind() == enteredBy.kind()
                && Objects.equals(by.id(), enteredBy.id())
                && (by.kind() == Actor.Kind.PERSON || person(by).equalsIgnoreCase(person(enteredBy)));
    }

    /** The person who entered it, without function or council. */
    public String giver() {
        return person(enteredBy);
    }

    /** "An Peeters" of "An Peeters, voorzitter (Wijkraad Runkst)", as the portal names who answers for a council. */
    private static String person(Actor by) {
        return by.name().split(",", 2)[0].strip();
    }
}
