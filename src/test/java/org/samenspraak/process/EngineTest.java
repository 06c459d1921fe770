package org.samenspraak.process;

import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The engine behind its fence, alone: no other module, steps of its own, models made by the test. */
@SpringBootTest(
        classes = EngineOnly.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.main.banner-mode=off",
            "logging.level.org.camunda=off",
            "samenspraak.process.shipped=false",
            "spring.autoconfigure.exclude=org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration"
        })
@ActiveProfiles("engine-only")
abstract class EngineTest {

    protected static final PersonId ME = PersonId.create();
    protected static final Actor CLERK = Actor.person(ME, "Clerk");

    @Autowired
    protected Processes processes;

    @Autowired
    protected Tasks tasks;

    @Autowired
    protected EngineClock engineClock;

    @Autowired
    protected RepositoryService repository;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected EngineOnly.Heard heard;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> TestDatabase.another("engine"));
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @BeforeEach
    void forget() {
        heard.clear();
        EngineOnly.CALLS.clear();
    }

    @AfterEach
    void putTheClockBack() {
        engineClock.reset();
    }

    /** Deploys files as one folder; returns the id of the deployment. */
    protected String deploy(Map<String, String> files) {
        return deploy(String.join(" ", new TreeSet<>(files.keySet())), files);
    }

    protected String deploy(String folder, Map<String, String> files) {
        var deployment = repository.createDeployment().name(folder);
        files.forEach(deployment::addString);
        return deployment.deploy().getId();
    }

    protected CaseId start(String process, Map<String, Object> facts) {
        var caseId = CaseId.create();
        processes.start(process, caseId, facts, CLERK);
        return caseId;
    }

    protected OpenTask onlyTask(CaseId caseId) {
        var open = tasks.ofCase(caseId);
        if (open.size() != 1) {
            throw new AssertionError("Open tasks: " + open);
        }
        return open.get(0);
    }
}
