package org.samenspraak.portal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members whom chair and secretary let send for their council, by mail address in small letters. */
@Repository
public class ChosenSenders {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChosenSenders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<String> of(CouncilId council) {
        return jdbc.sql("select address from portal_sender where council = ?")
                .param(council.value())
                .query(String.class)
                .set();
    }

    /** Who stays keeps who chose them and when. */
    public void replace(CouncilId council, Collection<String> addresses, String by) {
        jdbc.sql("delete from portal_sender where council = :council and address <> all(:addresses)")
                .param("council", council.value())
                .param("addresses", addresses.toArray(String[]::new))
                .update();
        for (var address : addresses) {
            jdbc.sql(
                            """
                            insert into portal_sender (council, address, chosen_at, chosen_by)
                            values (:council, :address, :now, :by) on conflict do nothing""")
                    .param("council", council.value())
                    .param("address", address)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by)
                    .update();
        }
    }
}
