package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When cases of a council were opened, and how they ended. */
@Repository
class CaseYears implements CouncilYears {

    private final JdbcClient jdbc;

    CaseYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "cases";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isForCouncil() {
        return true;
    }

    @Override
    public List<Happening> before(CouncilId council, Place place, int limit) {
        return jdbc.sql(
                        """
                        select c.number, c.title, coalesce(c.outcome, '') as outcome, moment.day, moment.key, moment.kind
                        from casefile_case c, lateral (values
                            (c.opened_at, c.id::text || ' 0', 'council.case-opened'),
                            (c.closed_at, c.id::text || ' 1', 'council.case-' || lower(c.status))
                        ) moment (day, key, kind)
                        where c.council_id = :council and c.number is not null
                        and (moment.day, moment.key collate "C") < (:day, :key)
                        order by moment.day desc, moment.key collate "C" desc limit :limit
                        """)
                .param("council", council.value())
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query(CaseYears::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        return Happening.inCase(row, Map.of("outcome", Objects.requireNonNull(row.getString("outcome"))));
    }
}
