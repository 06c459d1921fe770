package org.samenspraak.correspondence;

import java.util.List;
import java.util.UUID;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails of a case that failed for good, and questions of a case that had nobody to go to, or nobody for sure. */
@Repository
class UndeliveredMails {

    private final JdbcClient jdbc;

    UndeliveredMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cases with something that nobody was told about yet. */
    List<CaseId> unreported() {
        return jdbc.sql(
                        """
                        select case_id from correspondence_message
                        where state = 'FAILED' and not reported and case_id is not null
                        union select p.case_id from correspondence_message m
                        join correspondence_reminder r on r.message = m.id and r.told < m.edition
                        join correspondence_prompt p on p.id = r.prompt and p.generation = r.generation and p.state = 'OPEN'
                        where m.state = 'FAILED' and m.case_id is null
                        union select case_id from correspondence_prompt where disowned and not reported and state = 'OPEN'
                        union select case_id from correspondence_unreached where not reported""")
                .query((rs, n) -> new CaseId(rs.getObject("case_id", UUID.class)))
                .list();
    }

    void reported(CaseId caseId) {
        jdbc.sql("update correspondence_message set reported = true where case_id = :case and state = 'FAILED'")
                .param("case", caseId.value())
                .update();
        jdbc.sql(
                        """
                        update correspondence_reminder r set told = m.edition
                        from correspondence_message m, correspondence_prompt p
                        where m.id = r.message and m.state = 'FAILED' and p.id = r.prompt and p.case_id = :case""")
                .param("case", caseId.value())
                .update();
        jdbc.sql("update correspondence_prompt set reported = true where case_id = :case and disowned")
                .param("case", caseId.value())
                .update();
        jdbc.sql("update correspondence_unreached set reported = true where case_id = :case")
                .param("case", caseId.value())
                .update();
    }

    /** Oldest first. With those that remind of a question in the case among others, as long as the question stands. */
    List<Failed> of(CaseId caseId) {
        return jdbc.sql(
                        """
                        select seq, id, key, recipient, recipient_name, subject, problem, prompt is not null as asks, reported
                        from correspondence_message where case_id = :case and state = 'FAILED'
                        union
                        select m.seq, m.id, m.key, m.recipient, m.recipient_name, m.subject, m.problem, true, bool_and(r.told = m.edition)
                        from correspondence_message m
                        join correspondence_reminder r on r.message = m.id
                        join correspondence_prompt p on p.id = r.prompt and p.generation = r.generation and p.state = 'OPEN'
                        where m.state = 'FAILED' and m.case_id is null and p.case_id = :case
                        group by m.id, m.seq
                        order by seq""")
                .param("case", caseId.value())
                .query((rs, n) -> new Failed(
                        rs.getObject("id", UUID.class),
                        rs.getString("key"),
                        rs.getString("recipient"),
                        rs.getString("recipient_name"),
                        rs.getString("subject"),
                        rs.getString("problem"),
                        rs.getBoolean("asks"),
                        rs.getBoolean("reported")))
                .list();
    }

    /** What failed of questions that are not asked of that address any more needs nobody's care. */
    void dropGone(CouncilId council) {
        jdbc.sql(
                        """
                        update correspondence_message m set state = 'WITHDRAWN' from correspondence_prompt p
                        where m.prompt = p.id and p.council = :council and m.state = 'FAILED'
                          and (p.state = 'WITHDRAWN' or p.recipient <> m.recipient)""")
                .param("council", council.value())
                .update();
    }

    /** Mails about several cases in which no question stands any more: those were asked again, or answered. */
    void withdrawOutdated() {
        jdbc.sql(
                        """
                        update correspondence_message m set state = 'WITHDRAWN'
                        where state = 'FAILED' and case_id is null
                          and exists (select 1 from correspondence_reminder r where r.message = m.id)
                          and not exists (select 1 from correspondence_reminder r join correspondence_prompt p on p.id = r.prompt
                            where r.message = m.id and p.generation = r.generation and p.state = 'OPEN')""")
                .update();
    }

    /** Names of questions that had nobody to go to. */
    List<String> unasked(CaseId caseId) {
        return jdbc.sql("select task_name from correspondence_unreached where case_id = :case order by since")
                .param("case", caseId.value())
                .query(String.class)
                .list();
    }

    void readdress(UUID message, String to, String name) {
        jdbc.sql(
                        """
                        update correspondence_message set recipient = :to, recipient_name = :name, reported = false
                        where id = :id and state = 'FAILED'""")
                .param("to", to)
                .param("name", name)
                .param("id", message)
                .update();
    }

    /**
     * @param asks whether it asks or reminds of a question, which has a link of its own reader
     * @param reported whether somebody was told
     */
    record Failed(
            UUID id,
            String key,
            String to,
            String toName,
            String subject,
            String problem,
            boolean asks,
            boolean reported) {}
}
