package org.samenspraak.council;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of members that a council chose, by the membership they were chosen with: the person keeps it when that changes. */
class ChosenMembers {

    private final JdbcClient jdbc;
    private final String table;

    ChosenMembers(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Who of them are members on that day: the membership they were chosen by, by the one of that day. */
    Map<UUID, UUID> on(CouncilId council, LocalDate day) {
        var found = new HashMap<UUID, UUID>();
        jdbc.sql(
                        """
                        select m.id, r.membership_id from %s r
                        join council_membership chosen on chosen.id = r.membership_id and chosen.council_id = :council
                        join council_membership m on m.council_id = chosen.council_id and m.person_key = chosen.person_key
                        where m.from_day <= :day and (m.until_day is null or m.until_day >= :day)
                        order by r.membership_id"""
                                .formatted(table))
                .param("council", council.value())
                .param("day", day)
                .query(row -> {
                    found.putIfAbsent(row.getObject("id", UUID.class), row.getObject("membership_id", UUID.class));
                });
        return found;
    }

    /** Leaves these as they are and takes all others away. */
    void keep(CouncilId council, Collection<UUID> kept) {
        jdbc.sql(
                        """
                        delete from %s where membership_id <> all(:kept) and membership_id in
                          (select id from council_membership where council_id = :council)"""
                                .formatted(table))
                .param("council", council.value())
                .param("kept", kept.toArray(UUID[]::new))
                .update();
    }
}
