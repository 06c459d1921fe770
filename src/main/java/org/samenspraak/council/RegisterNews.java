package org.samenspraak.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register wrote down last: who came in and who went out. */
@Repository
public class RegisterNews {

    private final JdbcClient jdbc;
    private final Today today;

    RegisterNews(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * The newest first, until today.
     *
     * @param only of these councils, or none for all
     */
    public List<Written> newest(@Nullable Set<CouncilId> only, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.name, happened.day, happened.kind
                          from council_inscription i join council_council c on c.id = i.council_id
                         cross join lateral (values
                               (i.from_day, case when i.recognised then 'recognised' else 'registered' end),
                               (case when i.ended_as is not null then i.ended_on end, 'ended')) happened (day, kind)
                         where happened.day <= :today
                        """
                                + (only == null ? "" : " and c.id = any(:only)")
                                + " order by happened.day desc, c.id, happened.kind limit :limit")
                .param("today", today.date())
                .param(
                        "only",
                        only == null
                                ? null
                                : only.stream().map(CouncilId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, number) -> new Written(
                        new CouncilId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("day", LocalDate.class),
                        row.getString("kind")))
                .list();
    }

    /** @param kind {@code recognised}, {@code registered} or {@code ended}; its sentence is the message {@code news.<kind>} */
    public record Written(CouncilId council, String name, LocalDate day, String kind) {}
}
