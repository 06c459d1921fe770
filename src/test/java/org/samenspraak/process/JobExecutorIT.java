package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's own threads find what is due and try again what failed; elsewhere tests do that by hand. */
class JobExecutorIT extends CouncilCaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FOLLOW_UP = "Task_FollowUpSignatures";

    @Autowired
    private Tasks tasks;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    private JobExecutor executor;

    @BeforeEach
    void makeTheExecutorQuick() {
        executor = configuration.getJobExecutor();
        executor.setWaitTimeInMillis(100);
        executor.setMaxWait(200);
        engine.set(clock.instant());
        askToSign();
    }

    @AfterEach
    void stop() {
        executor.shutdown();
        engine.reset();
        jdbc.sql("drop trigger if exists broken on process_task").update();
        jdbc.sql("drop function if exists broken").update();
    }

    @Test
    void firesAClockWhenItIsDueAndNotBefore() {
        executor.start();
        assertThat(open()).isZero();

        engine.set(engine.nextTimer().orElseThrow());

        await().atMost(PATIENCE).until(() -> open() == 1);
    }

    @Test
    void triesAFailedStepThriceAndOnceMoreWhenAnAdministratorSaysSo() throws Exception {
        jdbc.sql("create function broken() returns trigger as 'begin raise exception ''broken''; end' language plpgsql")
                .update();
        jdbc.sql("create trigger broken before insert on process_task for each row execute function broken()")
                .update();
        var due = engine.nextTimer().orElseThrow();
        executor.start();
        for (int attempt = 0; attempt < 3; attempt++) {
            engine.set(due.plus(Duration.ofMinutes(6).multipliedBy(attempt)));
            var left = 2 - attempt;
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(processes.failedSteps(10))
                    .extracting(FailedStep::retriesLeft)
                    .containsExactly(left));
        }
        assertThat(open()).isZero();
        jdbc.sql("drop trigger broken on process_task").update();

        var again = page().select("form[action$=/opnieuw]");
        assertThat(again).hasSize(1);
        mvc.perform(post(again.attr("action")).with(role("administrator")).with(csrf()));

        await().atMost(PATIENCE).until(() -> open() == 1);
        assertThat(page().select("form[action$=/opnieuw]")).isEmpty();
    }

    private Elements page() throws Exception {
        var html = mvc.perform(get("/beheer/stappen").with(role("administrator")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(html).select("main");
    }

    private long open() {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals(FOLLOW_UP))
                .count();
    }
}
