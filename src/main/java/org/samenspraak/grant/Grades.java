package org.samenspraak.grant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What councils say of the cooperation after they were paid. */
@Repository
class Grades {

    private static final String OF_ROUND =
            """
            from grant_grant g join council_council o on o.id = g.council_id
            left join grant_grant l on l.council_id = g.council_id and l.year = g.year - 1
            where g.round = :round and g.grade is not null
            """;

    private final JdbcClient jdbc;

    Grades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, after the last one of the page before. */
    List<Given> page(CaseId round, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        "select o.id council, o.name, g.grade, g.remarks, l.grade last_year " + OF_ROUND
                                + """
                         and (:after::uuid is null or (lower(o.name), o.id) > (
                             select lower(name), id from council_council where id = :after::uuid))
                        order by lower(o.name), o.id limit :limit
                        """)
                .param("round", round.value())
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query(Given.class)
                .list();
    }

    /** Of all; of last year only the same councils. None while nobody gave one. */
    Optional<Mean> mean(CaseId round) {
        return jdbc.sql("select count(*) many, round(avg(g.grade), 1) mean, round(avg(l.grade), 1) last_year "
                        + OF_ROUND)
                .param("round", round.value())
                .query(Mean.class)
                .optional()
                .filter(mean -> mean.many() > 0);
    }

    /** @param lastYear what the same council gave a year before, or none */
    record Given(UUID council, String name, int grade, @Nullable String remarks, @Nullable Integer lastYear) {}

    record Mean(int many, @Nullable BigDecimal mean, @Nullable BigDecimal lastYear) {}
}
