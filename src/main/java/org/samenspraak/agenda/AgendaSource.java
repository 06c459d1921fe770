package org.samenspraak.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts entries of one kind in the agenda. Sources stand in the order of their {@code @Order} within a day. */
public interface AgendaSource {

    /** Counting stops here: it is enough to know that there are many. */
    int MANY = 100;

    /** Its code; the message {@code agenda.kind.<kind>} names it. */
    String kind();

    /**
     * Entries from a day on until the end of what is asked, in order of day and place.
     *
     * @param after the place of the entry of that day to read on from, or none
     */
    List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit);

    /** The first entries of each day that has some; a source with many a month asks its database for no more than that. */
    default List<AgendaDay> days(AgendaQuery query, int most) {
        var days = new TreeMap<LocalDate, AgendaDay>();
        entries(query, query.from(), null, MANY)
                .forEach(entry -> days.merge(entry.day(), AgendaDay.of(entry), (all, one) -> all.and(one, most)));
        return List.copyOf(days.values());
    }
}
