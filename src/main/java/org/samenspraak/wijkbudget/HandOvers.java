package org.samenspraak.wijkbudget;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who leads projects after somebody else, or is asked to: {@code wijkbudget_handover}. */
@Repository
class HandOvers {

    private final JdbcClient jdbc;

    HandOvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(UUID project, @Nullable UUID former, @Nullable UUID successor, String reason, LocalDate on) {
        jdbc.sql(
                        """
                        insert into wijkbudget_handover (project, former, successor, reason, asked_on)
                        values (:project, :former, :successor, :reason, :on)
                        """)
                .param("project", project)
                .param("former", former, Types.OTHER)
                .param("successor", successor, Types.OTHER)
                .param("reason", reason)
                .param("on", on)
                .update();
    }

    /**
     * Ends the one that waits.
     *
     * @return false when none does
     */
    boolean answer(UUID project, boolean taken, @Nullable String refusal, LocalDate on) {
        return jdbc.sql(
                                """
                                update wijkbudget_handover set answered_on = :on, taken = :taken, refusal = :refusal
                                 where project = :project and answered_on is null
                                """)
                        .param("on", on)
                        .param("taken", taken)
                        .param("refusal", refusal, Types.VARCHAR)
                        .param("project", project)
                        .update()
                == 1;
    }

    Optional<HandOver> waiting(UUID project) {
        return of(project).stream().filter(HandOver::waits).findFirst();
    }

    /** Those that came about, the first one first. */
    List<HandOver> taken(UUID project) {
        return of(project).stream().filter(HandOver::taken).toList();
    }

    /** In the order that they were asked. */
    List<HandOver> of(UUID project) {
        return jdbc.sql("select * from wijkbudget_handover where project = ? order by id")
                .param(project)
                .query(HandOver.class)
                .list();
    }

    /** Projects that this resident led once, or was asked to lead. */
    List<UUID> seenBy(UUID resident) {
        return jdbc.sql(
                        "select distinct project from wijkbudget_handover where :id in (former, successor) order by project")
                .param("id", resident)
                .query(UUID.class)
                .list();
    }
}
