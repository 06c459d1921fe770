package org.samenspraak.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A day with entries.
 *
 * @param count of all entries; {@link AgendaSource#MANY} means that many or more
 */
public record AgendaDay(LocalDate day, List<AgendaEntry> first, int count) {

    static AgendaDay of(AgendaEntry entry) {
        return new AgendaDay(entry.day(), List.of(entry), 1);
    }

    /** @param most how many entries to keep */
    AgendaDay and(AgendaDay other, int most) {
        var both =
                Stream.concat(first.stream(), other.first.stream()).limit(most).toList();
        return new AgendaDay(day, both, Math.min(count + other.count, AgendaSource.MANY));
    }

    /** How many are not shown: "+7", "+95 of meer". */
    public int more() {
        return count - first.size();
    }

    public boolean isCountedOut() {
        return count >= AgendaSource.MANY;
    }
}
