package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.embedded.ChildJvm;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work list has each task of the engine once and as the engine has it, whatever happens to tasks and when the machine
 * stops. The seed of chance is in the message of a failure; {@code -Dseed} repeats it.
 */
class WorkListTruthProcessTest extends EngineTest {

    private static final long SEED = Long.getLong("seed", new Random().nextInt(1_000_000));
    private static final int STEPS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private ApplicationContext engine;

    @Autowired
    private WorkList workList;

    @BeforeEach
    void model() {
        RandomWork.deploy(repository);
    }

    @Test
    void holdsAfterEachOfManyChanceEvents() {
        var work = new RandomWork(engine, SEED);
        for (int step = 0; step < STEPS; step++) {
            work.step();
            assertThat(list()).as("seed %d, step %d", SEED, step).isEqualTo(tasksOfTheEngine());
        }
        assertThat(workList.mend()).isZero();
    }

    @Test
    void holdsWhenFourWorkAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var running = IntStream.range(0, 4)
                    .mapToObj(at -> new RandomWork(engine, SEED + at))
                    .map(work ->
                            threads.submit(() -> IntStream.range(0, STEPS / 4).forEach(step -> work.step())))
                    .toList();
            for (var one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(list()).as("seed %d", SEED).isEqualTo(tasksOfTheEngine());
        assertThat(workList.mend()).isZero();
    }

    /** Another transaction has moved the term and not ended yet when the list is made anew. */
    @Test
    void writesNothingOverWhatSomebodyChangesAtThisMoment() throws Exception {
        var caseId = CaseId.create();
        var transaction = new TransactionTemplate(engine.getBean(PlatformTransactionManager.class));
        engine.getBean(Processes.class).start(RandomWork.KEY, caseId, Map.of(), Actor.SYSTEM);
        var other = Executors.newSingleThreadExecutor();
        try {
            var grouped = transaction.execute(moving -> {
                jdbc.sql("update act_ru_task set due_date_ = '2028-02-02'").update();
                jdbc.sql("update process_task set due = '2028-02-02 00:00Z'").update();
                var grouping = other.submit(() -> engine.getBean(Tasks.class).regroup(caseId));
                await().atMost(PATIENCE)
                        .until(() -> count("pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database() and query like '%process_task%'")
                                > 0);
                return grouping;
            });
            grouped.get();
        } finally {
            other.shutdownNow();
        }

        assertThat(list()).isNotEmpty().isEqualTo(tasksOfTheEngine());
    }

    @Test
    void holdsAfterTheOfficeWasKilled() throws Exception {
        var address = TestDatabase.another("engine") + "&ApplicationName=random-office";
        var arguments = List.of(
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                RandomOffice.class.getName(),
                address,
                "" + SEED);
        try (var office = ChildJvm.start(arguments, Path.of("target/data"), Map.of())) {
            office.awaitRunning();
            var before = count("act_hi_taskinst");
            await().atMost(PATIENCE).until(() -> count("act_hi_taskinst") > before + 100);
            office.kill();
        }
        await().atMost(PATIENCE).until(() -> count("pg_stat_activity where application_name = 'random-office'") == 0);

        assertThat(list()).as("seed %d", SEED).isEqualTo(tasksOfTheEngine());
        assertThat(workList.mend()).isZero();
        new RandomWork(engine, SEED).step();
        assertThat(list()).isEqualTo(tasksOfTheEngine());
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    private List<Map<String, Object>> list() {
        return jdbc.sql(
                        """
                        select id, case_id::text, process_key, element, name, name_en, assignee::text, due at time zone 'UTC' due, priority,
                               follow_up at time zone 'UTC' follow_up, created at time zone 'UTC' created, suspended,
                               array(select unnest(groups) order by 1)::text groups
                          from process_task order by id""")
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> tasksOfTheEngine() {
        return jdbc.sql(
                        """
                        select t.id_ id, e.business_key_::text case_id, d.key_ process_key, t.task_def_key_ element, t.name_ as name,
                               (select u.name_en from process_user_task u
                                 where u.definition_id = t.proc_def_id_ and u.element = t.task_def_key_) name_en,
                               t.assignee_::text assignee, t.due_date_ due, t.priority_ priority, t.follow_up_date_ follow_up,
                               t.create_time_ created, e.suspension_state_ = 2 suspended,
                               array(select group_id_ from act_ru_identitylink
                                      where task_id_ = t.id_ and type_ = 'candidate' order by 1)::text groups
                          from act_ru_task t, act_ru_execution e, act_re_procdef d
                         where e.id_ = t.proc_inst_id_ and d.id_ = t.proc_def_id_ order by 1""")
                .query()
                .listOfRows();
    }
}
