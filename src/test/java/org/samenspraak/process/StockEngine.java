package org.samenspraak.process;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.samenspraak.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine as it comes, to compare with: its own tables and settings, no office around it, on a database beside ours with
 * as many connections. Only its ids are those of its starter for Spring Boot, which wait for no counter.
 */
public final class StockEngine implements AutoCloseable {

    private final HikariDataSource source = new HikariDataSource();
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final CopiedRows rows;
    private final List<String> cases = new ArrayList<>();

    public StockEngine() {
        source.setJdbcUrl(
                TestDatabase.another("stock_" + UUID.randomUUID().toString().replace("-", "")));
        source.setUsername("postgres");
        source.setMaximumPoolSize(20);
        jdbc = JdbcClient.create(source);
        rows = new CopiedRows(jdbc);
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("stock");
        settings.setDataSource(source);
        settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setBeans(Map.of("clock", new Due()));
        engine = settings.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        ManyTasks.files().forEach(deployment::addString);
        deployment.deploy();
        for (int at = 0; at <= ManyTasks.STEPS; at++) {
            var key = UUID.randomUUID().toString();
            engine.getRuntimeService()
                    .startProcessInstanceByKey(ManyTasks.KEY, key, Map.of("at", at, "area", "", Facts.ACTOR, ""));
            cases.add(key);
        }
    }

    /** As {@link ManyTasks#growTo} does, once. */
    public StockEngine growTo(int tasks) {
        return add(cases.subList(0, ManyTasks.STEPS), 1, tasks);
    }

    void addClocks(int clocks, Instant due) {
        CopiedRows.setClock(jdbc, cases.get(ManyTasks.STEPS), due);
        add(
                cases.subList(ManyTasks.STEPS, ManyTasks.STEPS + 1),
                ManyTasks.FIRST_CLOCK,
                ManyTasks.FIRST_CLOCK + clocks - 2);
    }

    private StockEngine add(List<String> which, int from, int until) {
        rows.copyInEngine(which, from, until);
        jdbc.sql("analyze").update();
        return this;
    }

    public List<String> free(String group, int most) {
        return ManyTasks.free(jdbc, group, most);
    }

    public void complete(String task, Map<String, Object> answers) {
        engine.getTaskService().complete(task, answers);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }

    /** Stands in for the step that says when a clock is due. */
    public static final class Due {

        public Date due(String term) {
            return Date.from(Instant.parse("2030-01-01T00:00:00Z"));
        }
    }
}
