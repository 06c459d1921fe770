package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils.Inscribed;
import org.samenspraak.council.Councils.Inscription;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code council_inscription}. */
@Repository
class InscriptionRecords {

    private final JdbcClient jdbc;

    InscriptionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CouncilId council, Inscription inscription) {
        jdbc.sql(
                        """
                        insert into council_inscription (id, council_id, recognised, from_day, until_day, level,
                            conditions, decision_number, decided_on, case_id)
                        values (:id, :council, :recognised, :from, :until, :level,
                            :conditions, :decisionNumber, :decidedOn, :case)
                        """)
                .param("id", UUID.randomUUID())
                .param("council", council.value())
                .param("recognised", inscription.recognised())
                .param("from", inscription.from())
                .param("until", inscription.until())
                .param("level", inscription.level())
                .param("conditions", inscription.conditions())
                .param("decisionNumber", inscription.decisionNumber())
                .param("decidedOn", inscription.decidedOn())
                .param("case", inscription.caseId().value())
                .update();
    }

    /** Says whether one was running. */
    boolean endRunning(CouncilId council, LocalDate on, @Nullable Standing as, @Nullable String reason) {
        return jdbc.sql(
                                """
                                update council_inscription
                                set ended_on = :on, ended_as = :as, ended_reason = :reason
                                where council_id = :council and ended_on is null
                                """)
                        .param("on", on)
                        .param("as", as == null ? null : as.name())
                        .param("reason", reason)
                        .param("council", council.value())
                        .update()
                == 1;
    }

    /** The newest first. */
    List<Inscribed> of(CouncilId council) {
        return jdbc.sql(
                        """
                        select * from council_inscription where council_id = :council
                        order by from_day desc, ended_on desc nulls first, id
                        """)
                .param("council", council.value())
                .query(InscriptionRecords::inscribed)
                .list();
    }

    private static Inscribed inscribed(ResultSet row, int number) throws SQLException {
        var endedAs = row.getString("ended_as");
        return new Inscribed(
                new Inscription(
                        row.getBoolean("recognised"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("level"),
                        row.getString("conditions"),
                        row.getString("decision_number"),
                        row.getObject("decided_on", LocalDate.class),
                        new CaseId(row.getObject("case_id", UUID.class))),
                row.getObject("ended_on", LocalDate.class),
                endedAs == null ? null : Standing.valueOf(endedAs),
                row.getString("ended_reason"));
    }
}
