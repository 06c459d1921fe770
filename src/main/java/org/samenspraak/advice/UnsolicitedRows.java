package org.samenspraak.advice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code advice_given} that answer no request. */
@Repository
class UnsolicitedRows {

    private final JdbcClient jdbc;

    UnsolicitedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not there yet */
    boolean add(Sent sent) {
        return jdbc.sql(
                                """
                                insert into advice_given (case_id, council_id, answer, given_at, consensus, votes_for,
                                    votes_against, votes_abstained, minority, chair, secretary, not_legal)
                                values (:caseId, :council, 'advice', :at, :consensus, :votesFor, :votesAgainst, :abstained,
                                    :minority, :chair, :secretary, :notLegal)
                                on conflict (case_id) do nothing
                                """)
                        .param("caseId", sent.caseId().value())
                        .param("council", sent.council().value())
                        .param("at", Timestamp.from(sent.at()))
                        .param("consensus", sent.consensus())
                        .param("votesFor", sent.votesFor())
                        .param("votesAgainst", sent.votesAgainst())
                        .param("abstained", sent.votesAbstained())
                        .param("minority", sent.minority())
                        .param("chair", sent.chair())
                        .param("secretary", sent.secretary())
                        .param("notLegal", sent.notLegal())
                        .update()
                > 0;
    }

    void assign(CaseId caseId, GroupId group) {
        jdbc.sql("update advice_given set responsible = ? where case_id = ? and request is null")
                .params(group.toString(), caseId.value())
                .update();
    }

    Optional<GroupId> responsible(CaseId caseId) {
        return jdbc.sql("select responsible from advice_given where case_id = ? and responsible is not null")
                .param(caseId.value())
                .query(String.class)
                .optional()
                .map(GroupId::parse);
    }

    /** How many points there are, and how many have a reply. */
    Progress progress(CaseId caseId) {
        return jdbc.sql(
                        """
                        select count(*) points, count(r.outcome) answered
                        from advice_point p left join advice_reply r on r.id = p.reply where p.advice = ?
                        """)
                .param(caseId.value())
                .query((row, number) -> new Progress(row.getInt("points"), row.getInt("answered")))
                .single();
    }

    record Progress(int points, int answered) {}

    /** @param notLegal whether its composition was broken when it was sent */
    record Sent(
            CaseId caseId,
            CouncilId council,
            Instant at,
            boolean consensus,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            @Nullable Integer votesAbstained,
            @Nullable String minority,
            @Nullable String chair,
            @Nullable String secretary,
            boolean notLegal) {}
}
