package org.samenspraak.grant;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which councils of a round may ask for their grant, and have no case for it yet. */
@Repository
class GrantStarts {

    private static final String WAITS =
            """
            rc.left_out_reason is null and t.state <> 'STOPPED' and rc.grant_attempts < :most
            and not exists (select from grant_grant g where g.round = rc.round and g.council_id = rc.council_id)
            """;

    private final JdbcClient jdbc;

    GrantStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rounds with councils that still have no grant. */
    List<Open> rounds() {
        return jdbc.sql(
                        """
                        select distinct r.case_id, r.year, r.closing_day from grant_round r
                          join grant_round_council rc on rc.round = r.case_id join grant_talk t on t.case_id = rc.talk
                         where
                        """
                                + WAITS + " order by r.year, r.case_id")
                .param("most", Rounds.MOST_ATTEMPTS)
                .query((row, number) -> new Open(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getInt("year"),
                        row.getObject("closing_day", LocalDate.class)))
                .list();
    }

    /** The next one that may ask, held for this transaction: its talk is over, or all of the round may. */
    Optional<Waiting> hold(CaseId round, boolean all) {
        return jdbc.sql(
                        """
                        select rc.council_id, rc.talk from grant_round_council rc join grant_talk t on t.case_id = rc.talk
                         where rc.round = :round and (:all or t.state in ('CONFIRMED', 'WAIVED')) and
                        """
                                + WAITS
                                + " order by rc.grant_attempts, rc.council_id limit 1 for update of rc skip locked")
                .param("round", round.value())
                .param("all", all)
                .param("most", Rounds.MOST_ATTEMPTS)
                .query((row, number) -> new Waiting(
                        round,
                        new CouncilId(row.getObject("council_id", UUID.class)),
                        new CaseId(row.getObject("talk", UUID.class))))
                .optional();
    }

    /** Tried once more; none of the text when nothing was wrong. */
    void failed(Waiting one, int attempts, @Nullable String problem) {
        jdbc.sql(
                        """
                        update grant_round_council set grant_attempts = grant_attempts + :attempts, grant_problem = :problem
                         where round = :round and council_id = :council
                        """)
                .param("attempts", attempts)
                .param("problem", problem, Types.VARCHAR)
                .param("round", one.round().value())
                .param("council", one.council().value())
                .update();
    }

    record Open(CaseId round, int year, LocalDate closing) {}

    record Waiting(CaseId round, CouncilId council, CaseId talk) {}
}
