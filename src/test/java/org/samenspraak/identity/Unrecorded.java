package org.samenspraak.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Handlers of which no record may be kept, and why. */
final class Unrecorded {

    private static final String SECRET = "a vote is secret: no record may tell who cast it, or when";

    private static final Map<String, String> OF_VOTERS = Map.of(
            "VotePages.ask", "mails the owner of the address, who decides",
            "VotePages.verify", "tells whether a ballot is in the box; nothing is changed",
            "BallotPages.keep", SECRET,
            "BallotPages.check", SECRET,
            "BallotPages.confirm", SECRET);

    private Unrecorded() {}

    /** Together with those that leave a record. */
    static List<String> and(Set<String> recorded) {
        return Stream.concat(recorded.stream(), OF_VOTERS.keySet().stream()).toList();
    }
}
