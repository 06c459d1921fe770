package org.samenspraak.council;

import java.util.Optional;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.kernel.CouncilId;

/**
 * Mails for somebody of a council go elsewhere from now on, or nowhere.
 *
 * @param name of the member, or of the council for its shared mailbox
 * @param before the address that they went to
 */
public record AddressChanged(CouncilId council, String name, String before) {

    /** In whatever letters: an address that is only written otherwise is the same. */
    static Optional<AddressChanged> between(CouncilId council, NewMember now, NewMember next) {
        return Optional.ofNullable(now.email())
                .filter(before -> !before.equalsIgnoreCase(next.email()))
                .map(before -> new AddressChanged(council, now.name(), before));
    }
}
