package org.samenspraak.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds and their councils: {@code grant_round}, {@code grant_round_council}. */
@Repository
class Rounds {

    /** After so many failures it waits for somebody. */
    static final int MOST_ATTEMPTS = 5;

    private static final String TAKEN =
            """
            exists (select from grant_round_council c join grant_round r on r.case_id = c.round
                     where r.year = :year and r.closed_at is null and c.council_id = o.id and c.left_out_reason is null)
            """;

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of this transaction nobody else starts a round or puts councils in one. */
    void lock() {
        jdbc.sql("lock table grant_round in share row exclusive mode").update();
    }

    /** Those that are in the register and in no round of that year that runs. */
    List<CouncilId> toInvite(int year) {
        return jdbc.sql("select o.id from council_council o where standing in ('RECOGNISED', 'REGISTERED') and not "
                        + TAKEN)
                .param("year", year)
                .query((row, number) -> new CouncilId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Those of these that are in a round of that year that runs. */
    Set<CouncilId> taken(int year, Collection<CouncilId> councils) {
        return Set.copyOf(jdbc.sql("select o.id from council_council o where id = any(:councils) and " + TAKEN)
                .param("year", year)
                .param("councils", councils.stream().map(CouncilId::value).toArray(UUID[]::new))
                .query((row, number) -> new CouncilId(row.getObject("id", UUID.class)))
                .list());
    }

    /** How many of these are in the register now. */
    int inRegister(Collection<CouncilId> councils) {
        return jdbc.sql(
                        "select count(*) from council_council where id = any(?) and standing in ('RECOGNISED', 'REGISTERED')")
                .param(councils.stream().map(CouncilId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** @return whether it was not there yet */
    boolean add(Opened round) {
        return jdbc.sql(
                                """
                                insert into grant_round (case_id, year, closing_day, late_reason)
                                values (:case, :year, :closing, :late) on conflict (case_id) do nothing
                                """)
                        .param("case", round.caseId().value())
                        .param("year", round.year())
                        .param("closing", round.closing())
                        .param("late", round.lateReason())
                        .update()
                == 1;
    }

    /** One that was left out takes part after all. */
    void addCouncils(CaseId round, Collection<CouncilId> councils) {
        jdbc.sql(
                        """
                        insert into grant_round_council (round, council_id) select :round, unnest(:councils)
                        on conflict (round, council_id) do update set left_out_reason = null
                        """)
                .param("round", round.value())
                .param("councils", councils.stream().map(CouncilId::value).toArray(UUID[]::new))
                .update();
    }

    /** Why the councils of a round are invited so late, where nobody said so when it started. */
    void lateReason(CaseId round, String reason) {
        jdbc.sql("update grant_round set late_reason = ? where case_id = ? and late_reason is null")
                .params(reason, round.value())
                .update();
    }

    void leaveOut(CaseId round, CouncilId council, String reason) {
        jdbc.sql("update grant_round_council set left_out_reason = ? where round = ? and council_id = ?")
                .params(reason, round.value(), council.value())
                .update();
    }

    /** The names of those that a round of today would have. */
    List<String> toInviteByName(int year) {
        return jdbc.sql("select o.name from council_council o where standing in ('RECOGNISED', 'REGISTERED') and not "
                        + TAKEN + " order by lower(o.name), o.id")
                .param("year", year)
                .query(String.class)
                .list();
    }

    /** The numbers of the rounds of a year that run under a regulation, in whatever version of it. */
    List<String> running(int year, String regulation) {
        return jdbc.sql("select c.number from grant_round r join casefile_case c on c.id = r.case_id"
                        + " where r.year = ? and r.closed_at is null and c.regulation_name = ? order by c.number")
                .params(year, regulation)
                .query(String.class)
                .list();
    }

    Optional<Opened> find(CaseId caseId) {
        return jdbc.sql("select * from grant_round where case_id = ?")
                .param(caseId.value())
                .query(Rounds::opened)
                .optional();
    }

    Opened get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    private static Opened opened(ResultSet row, int number) throws SQLException {
        return new Opened(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("year"),
                row.getObject("closing_day", LocalDate.class),
                row.getString("late_reason"),
                row.getTimestamp("closed_at") != null);
    }

    /** The next one whose talk has not begun, held for this transaction; none when there is nothing, or others hold it. */
    Optional<Waiting> hold() {
        return jdbc.sql(
                        """
                        select c.round, c.council_id from grant_round_council c join grant_round r on r.case_id = c.round
                         where c.talk is null and c.left_out_reason is null and c.attempts < ? and r.closed_at is null
                         order by c.attempts, c.round, c.council_id limit 1 for update of c skip locked
                        """)
                .param(MOST_ATTEMPTS)
                .query((row, number) -> new Waiting(
                        new CaseId(row.getObject("round", UUID.class)),
                        new CouncilId(row.getObject("council_id", UUID.class))))
                .optional();
    }

    void begun(Waiting one, CaseId talk) {
        jdbc.sql("update grant_round_council set talk = ?, problem = null where round = ? and council_id = ?")
                .params(talk.value(), one.round().value(), one.council().value())
                .update();
    }

    void failed(Waiting one, String problem) {
        jdbc.sql(
                        "update grant_round_council set attempts = attempts + 1, problem = ? where round = ? and council_id = ? and talk is null")
                .params(problem, one.round().value(), one.council().value())
                .update();
    }

    /** Gives those that failed new attempts. */
    int tryAgain(CaseId round) {
        return jdbc.sql("update grant_round_council set attempts = 0 where round = ? and talk is null and attempts > 0")
                .param(round.value())
                .update();
    }

    void close(CaseId round, @Nullable String leftReason, Instant at) {
        jdbc.sql(
                        "update grant_round set closed_at = :at, left_reason = :reason where case_id = :case and closed_at is null")
                .param("at", Timestamp.from(at))
                .param("reason", leftReason)
                .param("case", round.value())
                .update();
    }

    /** @param closing the day from which everything is laid out backwards */
    record Opened(CaseId caseId, int year, LocalDate closing, @Nullable String lateReason, boolean closed) {}

    record Waiting(CaseId round, CouncilId council) {}
}
