package org.samenspraak.council;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code council_sender}. */
@Repository
class SenderRecords {

    private final JdbcClient jdbc;
    private final ChosenMembers chosen;
    private final Clock clock;

    SenderRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.chosen = new ChosenMembers(jdbc, "council_sender");
        this.clock = clock;
    }

    Map<UUID, UUID> on(CouncilId council, LocalDate day) {
        return chosen.on(council, day);
    }

    /** Who stays keeps who chose them and when. */
    void replace(CouncilId council, Collection<UUID> kept, Collection<UUID> added, String by) {
        chosen.keep(council, kept);
        for (var membership : added) {
            jdbc.sql(
                            """
                            insert into council_sender (membership_id, chosen_at, chosen_by)
                            values (:id, :now, :by) on conflict do nothing""")
                    .param("id", membership)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by)
                    .update();
        }
    }
}
