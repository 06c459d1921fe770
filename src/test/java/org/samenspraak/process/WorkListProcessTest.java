package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of the work list are those of the engine, whatever happens. */
class WorkListProcessTest extends EngineTest {

    @Autowired
    private WorkList workList;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void model() {
        deploy(TestModel.files(
                "work",
                TestModel.process(
                        "work",
                        TestModel.line("Task_First", "Task_Second")
                                + TestModel.task("Task_First", "area-manager@area,participation-office", "")
                                + TestModel.task("Task_Second", "college", ""))));
        EngineOnly.Heard.SCOPES.put("area", "7");
    }

    @Test
    void showsATaskWithAllThatTheListNeeds() {
        heard.dues.put("check", Instant.parse("2026-10-01T21:59:59Z"));
        var caseId = start("work", Map.of());
        tasks.claim(onlyTask(caseId).id(), Actor.person(ME, "ME"));

        var row = jdbc.sql("select * from process_task where case_id = ?")
                .param(caseId.value())
                .query()
                .singleRow();

        assertThat(row)
                .containsEntry("process_key", "work")
                .containsEntry("element", "Task_First")
                .containsEntry("name", "Nakijken")
                .containsEntry("name_en", "Check")
                .containsEntry("term", "check")
                .containsEntry("for_council", false)
                .containsEntry("assignee", ME.value())
                .containsEntry("suspended", false);
        assertThat(jdbc.sql(
                                "select groups @> array['area-manager@7','participation-office'] and due = timestamptz '2026-10-01T21:59:59Z' from process_task where case_id = ?")
                        .param(caseId.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void staysTheSameAfterManyEventsInAnyOrder() {
        var random = new Random(42);
        var cases = new ArrayList<CaseId>();
        for (int i = 0; i < 60; i++) {
            step(random, cases);
        }

        assertThat(rows()).isEqualTo(engineRows());
        assertThat(workList.mend()).isZero();
    }

    private void step(Random random, List<CaseId> cases) {
        if (cases.size() < 5 || random.nextInt(4) == 0) {
            cases.add(start("work", Map.of()));
            return;
        }
        var caseId = cases.get(random.nextInt(cases.size()));
        var open = tasks.ofCase(caseId);
        switch (random.nextInt(7)) {
            case 0 -> processes.cancel(caseId, "test", CLERK);
            case 1 -> open.forEach(task -> tasks.claim(task.id(), Actor.person(ME, "ME")));
            case 2 ->
                processes.moveTerm(
                        caseId,
                        "check",
                        null,
                        Instant.parse("2027-01-01T00:00:00Z").plusSeconds(random.nextInt(1_000)));
            case 3 -> tasks.regroup(caseId);
            case 4 ->
                open.forEach(task -> tasks.handOver(
                        task.id(),
                        new HandOver(
                                task.assignee(), null, GroupId.of(random.nextBoolean() ? "legal" : "college"), null),
                        CLERK));
            case 5 -> open.forEach(task -> tasks.prioritise(task.id(), Priority.of(random.nextInt(100)), CLERK));
            default -> open.forEach(task -> tasks.complete(task.id(), Map.of(), CLERK));
        }
    }

    @Test
    void forgetsWhatIsRolledBack() {
        var caseId = start("work", Map.of());
        var before = rows();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    tasks.complete(onlyTask(caseId).id(), Map.of(), CLERK);
                    throw new IllegalStateException("after the engine was asked");
                }))
                .hasMessage("after the engine was asked");

        assertThat(rows()).isEqualTo(before).isEqualTo(engineRows());
    }

    @Test
    void showsWhichTasksAreSuspended() {
        var caseId = start("work", Map.of());

        runtime.updateProcessInstanceSuspensionState()
                .byProcessInstanceId(instance(caseId))
                .suspend();

        assertThat(jdbc.sql("select suspended from process_task where case_id = ?")
                        .param(caseId.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(workList.mend()).isZero();
    }

    private String instance(CaseId caseId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .singleResult()
                .getId();
    }

    @Test
    void mendsRowsThatWentWrong() {
        start("work", Map.of());
        start("work", Map.of());
        start("work", Map.of());
        jdbc.sql("update process_task set name = 'wrong', groups = '{}' where id = (select min(id) from process_task)")
                .update();
        jdbc.sql("delete from process_task where id = (select max(id) from process_task)")
                .update();
        jdbc.sql(
                        "insert into process_task (id, case_id, process_key, element, name, priority, created, suspended) values ('gone', gen_random_uuid(), 'x', 'x', 'x', 0, now(), false)")
                .update();

        assertThat(workList.mend()).isEqualTo(3);

        assertThat(rows()).isEqualTo(engineRows());
        assertThat(workList.mend()).isZero();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql(
                        "select id, element, name, assignee::text assignee, due at time zone 'UTC' due from process_task order by id")
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> engineRows() {
        return jdbc.sql(
                        "select id_ id, task_def_key_ element, name_ as name, assignee_::text assignee, due_date_ due from act_ru_task order by id_")
                .query()
                .listOfRows();
    }
}
