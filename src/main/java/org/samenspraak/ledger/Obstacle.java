package org.samenspraak.ledger;

import java.util.Locale;

/** Why a payment can't go to the bank now. */
enum Obstacle {
    /** The council has no account number that was confirmed. */
    NO_ACCOUNT,
    /** Another account number waits for a second signatory. */
    CHANGING,
    /** The account number was confirmed today. */
    TOO_EARLY,
    /** The bank could not pay it on this account. */
    RETURNED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
