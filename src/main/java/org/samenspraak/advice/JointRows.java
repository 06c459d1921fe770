package org.samenspraak.advice;

import java.util.List;
import java.util.UUID;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code advice_joint}: who was asked to join whose advice, and did. */
@Repository
class JointRows {

    private final JdbcClient jdbc;

    JointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(CaseId advice, CouncilId council) {
        jdbc.sql(
                        """
                        insert into advice_joint (advice, council_id) values (?, ?)
                        on conflict (advice, council_id) do update set state = 'asked'
                        """)
                .params(advice.value(), council.value())
                .update();
    }

    /** Advice on this question that a council was asked to join and did not answer yet. */
    List<CaseId> asked(CaseId request, CouncilId council) {
        return jdbc.sql(
                        """
                        select j.advice from advice_joint j join advice_given g on g.case_id = j.advice
                         where g.request = ? and not g.withdrawn and j.council_id = ? and j.state = 'asked' order by g.given_at, j.advice
                        """)
                .params(request.value(), council.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Advice on this question that a council joined. */
    List<CaseId> joinedBy(CaseId request, CouncilId council) {
        return jdbc.sql(
                        """
                        select j.advice from advice_joint j join advice_given g on g.case_id = j.advice
                         where g.request = ? and j.council_id = ? and j.state = 'joined'
                        """)
                .params(request.value(), council.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    List<CouncilId> joined(CaseId advice) {
        return jdbc.sql("select council_id from advice_joint where advice = ? and state = 'joined' order by council_id")
                .param(advice.value())
                .query((row, number) -> new CouncilId(row.getObject(1, UUID.class)))
                .list();
    }

    /** @param state joined or declined */
    void answer(CaseId advice, CouncilId council, String state) {
        jdbc.sql("update advice_joint set state = ? where advice = ? and council_id = ?")
                .params(state, advice.value(), council.value())
                .update();
    }

    /** The advice is written anew: who joined the former text did not join this one. */
    void forget(CaseId advice) {
        jdbc.sql("delete from advice_joint where advice = ?")
                .param(advice.value())
                .update();
    }
}
