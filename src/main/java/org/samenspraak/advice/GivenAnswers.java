package org.samenspraak.advice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code advice_given}: what each council that was asked answered, or not. */
@Repository
class GivenAnswers {

    private final JdbcClient jdbc;

    GivenAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A council that is asked today. */
    void await(CaseId caseId, CaseId request, CouncilId council, LocalDate on, LocalDate lastDay, int version) {
        jdbc.sql(
                        """
                        insert into advice_given (case_id, request, council_id, asked_on, last_day, question_version)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(caseId.value(), request.value(), council.value(), on, lastDay, version)
                .update();
    }

    /** False when it said so before. */
    boolean acknowledge(CaseId caseId, Instant at) {
        return jdbc.sql("update advice_given set acknowledged_at = ? where case_id = ? and acknowledged_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), caseId.value())
                        .update()
                == 1;
    }

    void lastDay(CaseId caseId, LocalDate lastDay) {
        jdbc.sql("update advice_given set last_day = ? where case_id = ?")
                .params(lastDay, caseId.value())
                .update();
    }

    /** Keeps what a council sent, instead of what it sent before; who joins it is kept by {@link #jointWith}. */
    void take(CaseId caseId, Sent sent, Instant at) {
        jdbc.sql(
                        """
                        update advice_given set answer = :answer, given_at = :at, late = :late, reason = :reason,
                            consensus = :consensus, votes_for = :for, votes_against = :against, votes_abstained = :abstained,
                            minority = :minority, chair = :chair, secretary = :secretary, not_legal = :notLegal,
                            joint_with = '{}', question_version = :version, asked_again = false
                        where case_id = :case
                        """)
                .param("answer", sent.answer())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("late", sent.late())
                .param("reason", sent.reason())
                .param("consensus", sent.consensus())
                .param("for", sent.votesFor())
                .param("against", sent.votesAgainst())
                .param("abstained", sent.votesAbstained())
                .param("minority", sent.minority())
                .param("chair", sent.chair())
                .param("secretary", sent.secretary())
                .param("notLegal", sent.notLegal())
                .param("version", sent.version())
                .param("case", caseId.value())
                .update();
    }

    void jointWith(CaseId caseId, List<CouncilId> councils) {
        jdbc.sql("update advice_given set joint_with = ? where case_id = ?")
                .params(councils.stream().map(CouncilId::value).toArray(UUID[]::new), caseId.value())
                .update();
    }

    /** The advice that a council joined is written anew, and it is asked anew: it has no answer until it gives one. */
    void unjoin(CaseId request, CouncilId council) {
        jdbc.sql(
                        """
                        update advice_given set answer = null, given_at = null, joint_with = '{}'
                         where request = ? and council_id = ? and asked_again
                        """)
                .params(request.value(), council.value())
                .update();
    }

    /**
     * The term is over without an answer, or without another one than before.
     *
     * @param word silent, or unread of who was only told
     */
    void silent(CaseId caseId, String word) {
        jdbc.sql("update advice_given set answer = coalesce(answer, ?), asked_again = false where case_id = ?")
                .params(word, caseId.value())
                .update();
    }

    /** A council that answered is asked again, on a question that changed; until it does, what it sent stands. */
    void askAgain(CaseId caseId) {
        jdbc.sql("update advice_given set asked_again = true where case_id = ?")
                .param(caseId.value())
                .update();
    }

    /** @param state asked, granted or refused */
    void moreTime(CaseId caseId, String state, @Nullable LocalDate until) {
        jdbc.sql("update advice_given set more_time = ?, more_until = coalesce(?, more_until) where case_id = ?")
                .params(state, until, caseId.value())
                .update();
    }

    /** The term begins anew: what was asked, given or refused before is no longer about it. */
    void forgetMoreTime(CaseId caseId) {
        jdbc.sql("update advice_given set more_time = null, more_until = null where case_id = ?")
                .param(caseId.value())
                .update();
    }

    void withdraw(CaseId caseId) {
        jdbc.sql("update advice_given set withdrawn = true where case_id = ?")
                .param(caseId.value())
                .update();
    }

    void move(CaseId caseId, CouncilId to) {
        jdbc.sql("update advice_given set council_id = ? where case_id = ?")
                .params(to.value(), caseId.value())
                .update();
    }

    Optional<Advice> find(CaseId caseId) {
        return jdbc.sql("select * from advice_given where case_id = ?")
                .param(caseId.value())
                .query(GivenAnswers::advice)
                .optional();
    }

    Advice get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    /** Of the councils that were asked and still are. */
    List<Advice> of(CaseId request) {
        return jdbc.sql("select * from advice_given where request = ? and not withdrawn order by council_id")
                .param(request.value())
                .query(GivenAnswers::advice)
                .list();
    }

    /** Those of these councils that have so many requests open, or more. */
    List<CouncilId> withOpen(Set<CouncilId> councils, int many) {
        return jdbc.sql(
                        """
                        select council_id from advice_given
                        where council_id = any (:councils) and request is not null and not withdrawn
                            and (answer is null or asked_again)
                        group by council_id having count(*) >= :many
                        """)
                .param("councils", councils.stream().map(CouncilId::value).toArray(UUID[]::new))
                .param("many", many)
                .query((row, number) -> new CouncilId(row.getObject("council_id", UUID.class)))
                .list();
    }

    private static Advice advice(ResultSet row, int number) throws SQLException {
        var request = row.getObject("request", UUID.class);
        var at = row.getTimestamp("given_at");
        var acknowledged = row.getTimestamp("acknowledged_at");
        return new Advice(
                new CaseId(row.getObject("case_id", UUID.class)),
                request == null ? null : new CaseId(request),
                new CouncilId(row.getObject("council_id", UUID.class)),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("question_version"),
                acknowledged == null ? null : acknowledged.toInstant(),
                row.getString("answer"),
                at == null ? null : at.toInstant(),
                councils(row.getArray("joint_with")),
                row.getBoolean("asked_again"),
                row.getString("more_time"),
                row.getObject("more_until", LocalDate.class),
                row.getBoolean("withdrawn"));
    }

    private static List<CouncilId> councils(Array ids) throws SQLException {
        var councils = new ArrayList<CouncilId>();
        for (var id : (UUID[]) ids.getArray()) {
            councils.add(new CouncilId(id));
        }
        return councils;
    }

    /**
     * @param request none for advice that nobody asked for
     * @param answer advice, none or silent, of who was only told read or unread; none while it is awaited
     * @param askedAgain whether it is awaited anew, on a question that changed
     * @param moreTime asked, granted or refused; none when the council did not ask
     * @param moreUntil the last day that it asked then
     */
    record Advice(
            CaseId caseId,
            @Nullable CaseId request,
            CouncilId council,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate lastDay,
            int questionVersion,
            @Nullable Instant acknowledgedAt,
            @Nullable String answer,
            @Nullable Instant givenAt,
            List<CouncilId> jointWith,
            boolean askedAgain,
            @Nullable String moreTime,
            @Nullable LocalDate moreUntil,
            boolean withdrawn) {

        boolean isAwaited() {
            return (answer == null || askedAgain) && !withdrawn;
        }

        boolean isSilent() {
            return "silent".equals(answer);
        }
    }

    /**
     * @param answer advice or none, of who was only told read
     * @param reason why there is none, when the council says so
     * @param notLegal the composition of the council was broken
     * @param version of the question that it is about
     */
    record Sent(
            String answer,
            boolean late,
            @Nullable String reason,
            @Nullable Boolean consensus,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            @Nullable Integer votesAbstained,
            @Nullable String minority,
            @Nullable String chair,
            @Nullable String secretary,
            boolean notLegal,
            int version) {

        /** Without a vote and without signatures. */
        static Sent of(String answer, boolean late, @Nullable String reason, int version) {
            return new Sent(answer, late, reason, null, null, null, null, null, null, null, false, version);
        }
    }
}
