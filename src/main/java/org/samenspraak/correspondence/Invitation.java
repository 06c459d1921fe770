package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A meeting that somebody is invited to, or that is called off.
 *
 * @param text name of the mail that goes with it
 * @param fields what that mail shows besides what the case knows
 * @param sequence how many were sent before for this meeting: calendar programs put the newest over the others
 * @param guests those besides the chair and the secretary of the council
 * @param off whether it is called off
 */
public record Invitation(
        String text,
        Map<String, Object> fields,
        int sequence,
        Instant begins,
        Instant ends,
        String place,
        List<Guest> guests,
        boolean off) {

    /** Somebody of the city. */
    public record Guest(String name, String address) {}
}
