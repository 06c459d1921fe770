package org.samenspraak.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;

/** Work of officials that is no task of a process; it stands beside the work list and in the mail of the day. */
public interface OtherWork {

    /** Message key of the heading. */
    String titleKey();

    /** Message key of what one of it is called, where its own words may not stand. */
    String nameKey();

    /** Where all of it stands. */
    String url();

    /** What is open for the groups of this person, by day, at most {@code limit}. */
    List<Line> open(SignedIn me, int limit);

    /**
     * @param number of the case it comes from
     * @param about the name of the council, or of what else it is about
     * @param due its last day, or none where it only waits
     */
    record Line(String what, String number, String about, @Nullable LocalDate due, String url) {}
}
