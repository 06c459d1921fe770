package org.samenspraak.identity;

import java.io.Serializable;
import java.security.Principal;

/**
 * What a session remembers of somebody of a council. Of which, and what they may do there, is read anew at each request.
 *
 * @param address mail address, in small letters
 * @param mark of that address for the browser ({@link BrowserMark}); gives no access and tells nobody who it is
 */
record CouncilAccount(String address, String mark) implements Principal, Serializable {

    /** Never the address: names of sessions stand in their table. */
    @Override
    public String getName() {
        return "council " + mark;
    }

    @Override
    public String toString() {
        return getName();
    }
}
