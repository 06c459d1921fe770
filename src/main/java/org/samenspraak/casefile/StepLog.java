package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.ElementPassed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a case has been and where it is; stays when the engine's own history is cleaned. */
@Service
public class StepLog {

    private final JdbcClient jdbc;

    StepLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every element of the case's models that was entered, in order. */
    @Transactional(readOnly = true)
    public List<Passed> of(CaseId caseId) {
        return jdbc.sql("select * from casefile_step where case_id = :case order by id")
                .param("case", caseId.value())
                .query(StepLog::passed)
                .list();
    }

    @EventListener
    void keep(ElementPassed event) {
        if (event.entered()) {
            enter(event);
        } else {
            leave(event);
        }
    }

    private void enter(ElementPassed event) {
        jdbc.sql(
                        """
                        insert into casefile_step (case_id, process_key, element, name, name_en, type, entered_at, actor_name)
                        values (:case, :process, :element, :name, :nameEn, :type, :at, :actor)
                        """)
                .param("case", event.caseId().value())
                .param("process", event.processKey())
                .param("element", event.element())
                .param("name", event.name())
                .param("nameEn", event.nameEn())
                .param("type", event.type())
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor().name())
                .update();
    }

    /** Of parallel runs of one element the first that came is the first to go. A task keeps the end that it had. */
    private void leave(ElementPassed event) {
        jdbc.sql(
                        """
                        update casefile_step set left_at = :at, canceled = :canceled, actor_name = :actor,
                            due = (select min(due) from process_task
                                where case_id = :case and process_key = :process and element = :element)
                        where id = (select min(id) from casefile_step
                            where case_id = :case and process_key = :process and element = :element and left_at is null)
                        """)
                .param("at", Timestamp.from(event.at()))
                .param("canceled", event.canceled())
                .param("actor", event.actor().name())
                .param("case", event.caseId().value())
                .param("process", event.processKey())
                .param("element", event.element())
                .update();
    }

    private static Passed passed(ResultSet row, int number) throws SQLException {
        var left = row.getTimestamp("left_at");
        return new Passed(
                row.getString("process_key"),
                row.getString("element"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("type"),
                row.getTimestamp("entered_at").toInstant(),
                left == null ? null : left.toInstant(),
                row.getBoolean("canceled"),
                row.getString("actor_name"));
    }

    /**
     * @param type as BPMN calls it ("userTask")
     * @param leftAt none while the case is there
     * @param canceled left by a clock, a message or a stop
     * @param by who did it, empty when the system did
     */
    public record Passed(
            String process,
            String element,
            @Nullable String name,
            @Nullable String nameEn,
            String type,
            Instant enteredAt,
            @Nullable Instant leftAt,
            boolean canceled,
            String by) {

        public @Nullable String name(boolean english) {
            return english && nameEn != null ? nameEn : name;
        }

        public boolean current() {
            return leftAt == null;
        }
    }
}
