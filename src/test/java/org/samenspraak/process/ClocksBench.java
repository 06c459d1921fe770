package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Browser;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.Bench;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Benchmark B3: many clocks due in the same minute; each ends a task and opens the next. The office with its own settings
 * of the executor against the stock engine with its; each meanwhile alone on the machine. None is lost, none fires twice.
 */
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class ClocksBench extends PostgresIT {

    private static final int TASKS = Bench.size("tasks", 20_000);
    private static final int CLOCKS = Bench.size("clocks", 2_000);
    private static final Duration SAMPLE = Duration.ofSeconds(Bench.size("seconds", 30));
    private static final int PAGES = 200;
    private static final String PASSWORD = "een lang wachtwoord voor de proef";
    private static final String WAITING = "select count(*) from act_ru_job where handler_type_ = 'timer-transition'";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void fires() throws Exception {
        var executor = configuration.getJobExecutor();
        executor.shutdown();
        var stocks = stock();

        var office = new ManyTasks(context).growTo(TASKS);
        office.addClocks(CLOCKS, Instant.now().minusSeconds(60));
        var browser = signedIn();
        pages(browser, PAGES / 4);
        var idle = pages(browser, PAGES);

        executor.start();
        var start = System.nanoTime();
        var busy = new ArrayList<Long>();
        while (left(jdbc) > 0 && System.nanoTime() - start < SAMPLE.toNanos()) {
            busy.addAll(pages(browser, 10));
        }
        var ours = (CLOCKS - left(jdbc)) / ((System.nanoTime() - start) / 1e9);
        finish(executor);
        Bench.tell(
                "B3 %d clocks, %d tasks open: %.1f/s, stock engine %.1f/s, ratio %.2f (aim 5)",
                CLOCKS, TASKS, ours, stocks, ours / stocks);
        Bench.tell(
                "B3 work list: idle %.1f ms, meanwhile %.1f ms, ratio %.2f (aim 2)",
                Bench.median(idle), Bench.median(busy), Bench.median(busy) / Bench.median(idle));
        assertThat(firedOnce()).isEqualTo(CLOCKS);
        assertThat(office.drift()).isZero();
    }

    private double stock() {
        try (var stock = new StockEngine().growTo(TASKS)) {
            stock.addClocks(CLOCKS, Instant.now().minusSeconds(60));
            stock.executor().start();
            var start = System.nanoTime();
            while (left(stock.jdbc()) > 0 && System.nanoTime() - start < SAMPLE.toNanos()) {
                pause();
            }
            var rate = (CLOCKS - left(stock.jdbc())) / ((System.nanoTime() - start) / 1e9);
            stock.executor().shutdown();
            return rate;
        }
    }

    private void finish(JobExecutor executor) {
        while (left(jdbc) > 0) {
            pause();
        }
        executor.shutdown();
    }

    private static int left(JdbcClient jdbc) {
        return jdbc.sql(WAITING).query(Integer.class).single();
    }

    /** Cases where the clock was passed once and the next task is open, once. */
    private int firedOnce() {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select s.case_id from casefile_step s join process_task t on t.case_id = s.case_id
                            where s.element = 'Timer_Over' and t.element = :after group by s.case_id having count(*) = 1) once
                        """)
                .param("after", ManyTasks.AFTER)
                .query(Integer.class)
                .single();
    }

    private static List<Long> pages(Browser browser, int count) throws Exception {
        var times = new ArrayList<Long>();
        for (int at = 0; at < count; at++) {
            times.add(Bench.time(() -> browser.get("/werk")));
        }
        return times;
    }

    private Browser signedIn() {
        people.add(
                new NewPerson(
                        "bureau",
                        "Medewerker",
                        "bureau@hasselt.example",
                        "",
                        PASSWORD,
                        Set.of(GroupId.parse("participation-office"))),
                Actor.SYSTEM);
        var browser = new Browser(port);
        browser.signIn("bureau", PASSWORD);
        assertThat(browser.get("/werk").statusCode()).isEqualTo(200);
        return browser;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
