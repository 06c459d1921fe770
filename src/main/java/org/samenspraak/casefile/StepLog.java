package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.ElementPassed;
import org.samenspraak.process.ModelMoved;
import org.samenspraak.process.NamedStep;
import org.samenspraak.process.StepDoers;
import org.samenspraak.process.TaskClosed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a case has been and where it is; stays when the engine's own history is cleaned. */
@Service
public class StepLog implements StepDoers {

    private final JdbcClient jdbc;

    StepLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every element of the case's models that was entered, the last time that it was, in order. */
    @Transactional(readOnly = true)
    public List<Passed> of(CaseId caseId) {
        return jdbc.sql(
                        """
                        select * from (
                            select distinct on (process_key, element) * from casefile_step where case_id = :case
                            order by process_key, element, left_at is null desc, id desc) step
                        order by id
                        """)
                .param("case", caseId.value())
                .query(StepLog::passed)
                .list();
    }

    /** The version that the model of the case has now, see {@link ElementPassed}; none for a case without steps. */
    @Transactional(readOnly = true)
    public Optional<String> definition(CaseId caseId) {
        return jdbc.sql(
                        """
                        select definition from casefile_step where case_id = :case and definition is not null and process_key =
                            (select process_key from casefile_step where case_id = :case order by id limit 1)
                        order by left_at is null desc, id desc limit 1
                        """)
                .param("case", caseId.value())
                .query(String.class)
                .optional();
    }

    /** Whether this person, or whom they do it for, did one of these tasks or had it done in their place. */
    @Override
    @Transactional(readOnly = true)
    public boolean did(CaseId caseId, String process, Set<String> elements, Actor person) {
        var holder = person.inPlaceOf();
        var people = Stream.of(person.id(), holder == null ? null : holder.id().value())
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        return jdbc.sql(
                        """
                        select exists (select 1 from casefile_step where case_id = :case and process_key = :process
                          and element = any(:elements) and left_at is not null and not canceled
                          and (actor_id = any(:people) or on_behalf_of_id = any(:people)))""")
                .param("case", caseId.value())
                .param("process", process)
                .param("elements", elements.toArray(String[]::new))
                .param("people", people)
                .query(Boolean.class)
                .single();
    }

    @EventListener
    void keep(ElementPassed event) {
        if (event.entered()) {
            enter(event);
        } else {
            leave(event);
        }
    }

    /** Just before it leaves; what is taken away has left already. */
    @EventListener
    void keepEnd(TaskClosed closed) {
        jdbc.sql(
                        """
                        update casefile_step set due = :due
                        where id = (select case when :done then min(id) filter (where left_at is null)
                                                else max(id) filter (where canceled) end from casefile_step
                            where case_id = :case and process_key = :process and element = :element)
                        """)
                .param("done", closed.done())
                .param("due", closed.due() == null ? null : Timestamp.from(closed.due()))
                .param("case", closed.caseId().value())
                .param("process", closed.process())
                .param("element", closed.element())
                .update();
    }

    /** Where the case is goes by the name that the step has in its version. */
    @EventListener
    void keepMove(ModelMoved moved) {
        jdbc.sql(
                        """
                        update casefile_step set definition = :definition
                        where case_id = :case and process_key = :process and left_at is null
                        """)
                .param("definition", moved.definition())
                .param("case", moved.caseId().value())
                .param("process", moved.processKey())
                .update();
        moved.standing().forEach(step -> name(moved, step));
    }

    private void name(ModelMoved moved, NamedStep step) {
        jdbc.sql(
                        """
                        update casefile_step set name = :name, name_en = :nameEn
                        where case_id = :case and process_key = :process and element = :element and left_at is null
                        """)
                .param("name", step.name())
                .param("nameEn", step.nameEn())
                .param("case", moved.caseId().value())
                .param("process", moved.processKey())
                .param("element", step.element())
                .update();
    }

    private void enter(ElementPassed event) {
        jdbc.sql(
                        """
                        insert into casefile_step (case_id, process_key, definition, element, name, name_en, type, entered_at, actor_name)
                        values (:case, :process, :definition, :element, :name, :nameEn, :type, :at, :actor)
                        """)
                .param("case", event.caseId().value())
                .param("process", event.processKey())
                .param("definition", event.definition())
                .param("element", event.element())
                .param("name", event.name())
                .param("nameEn", event.nameEn())
                .param("type", event.type())
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor().name())
                .update();
    }

    /** Of parallel runs of one element the first that came is the first to go. */
    private void leave(ElementPassed event) {
        var holder = event.actor().inPlaceOf();
        jdbc.sql(
                        """
                        update casefile_step set left_at = :at, canceled = :canceled, actor_name = :actor,
                            on_behalf_of = :behalf, actor_id = :actorId, on_behalf_of_id = :behalfId
                        where id = (select min(id) from casefile_step
                            where case_id = :case and process_key = :process and element = :element and left_at is null)
                        """)
                .param("at", Timestamp.from(event.at()))
                .param("canceled", event.canceled())
                .param("actor", event.actor().name())
                .param("behalf", event.actor().onBehalfOf())
                .param("actorId", event.actor().id(), Types.OTHER)
                .param("behalfId", holder == null ? null : holder.id().value(), Types.OTHER)
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
                row.getString("actor_name"),
                row.getString("on_behalf_of"));
    }

    /**
     * @param type as BPMN calls it ("userTask")
     * @param leftAt none while the case is there
     * @param canceled left by a clock, a message or a stop
     * @param by who did it, empty when the system did
     * @param onBehalfOf for whom, when it was in somebody's place
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
            String by,
            @Nullable String onBehalfOf) {

        public @Nullable String name(boolean english) {
            return english && nameEn != null ? nameEn : name;
        }

        public boolean current() {
            return leftAt == null;
        }
    }
}
