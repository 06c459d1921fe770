package org.samenspraak.council;

import org.samenspraak.kernel.CouncilId;

/** Knows the mail addresses at which somebody read what was not for them; implemented by the module that mails. */
public interface AddressDoubts {

    /** Whether nothing goes there, and nobody signs in with it, until the office found out. */
    boolean isDoubted(CouncilId council, String address);

    /** In the running transaction: somebody found out that it is right. What waited for that goes out. */
    void confirm(CouncilId council, String address);
}
