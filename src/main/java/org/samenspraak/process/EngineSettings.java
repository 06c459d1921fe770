package org.samenspraak.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * How the engine runs here. Safety is in code, where no environment can loosen it; speed per node is in {@code
 * application.yml}. Runs after the starter's own plugins, and after the migrations that make the tables.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

    private final StepBeans steps;
    private final EngineListeners listeners;
    private final TaskMarks marks;
    private final ModelGate gate;
    private final UserTasks userTasks;
    private final VersionNumbers numbers;
    private final Feel feel;

    EngineSettings(
            StepBeans steps,
            EngineListeners listeners,
            TaskMarks marks,
            ModelGate gate,
            UserTasks userTasks,
            VersionNumbers numbers,
            Feel feel) {
        this.steps = steps;
        this.listeners = listeners;
        this.marks = marks;
        this.gate = gate;
        this.userTasks = userTasks;
        this.numbers = numbers;
        this.feel = feel;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        tables(engine);
        walls(engine, steps, gate, feel);
        jobs(engine);
        history(engine);
        engine.getCustomPostBPMNParseListeners().add(listeners);
        engine.setCustomPostDeployers(List.of(userTasks, numbers));
    }

    static void tables(ProcessEngineConfigurationImpl engine) {
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setAuthorizationEnabled(false);
        engine.setTenantCheckEnabled(false);
        engine.setQueryMaxResultsLimit(2_000);
        if (engine instanceof SpringTransactionsProcessEngineConfiguration spring) {
            // ours deploys, with a lock and one deployment per trajectory
            spring.setDeploymentResources(new Resource[0]);
        }
    }

    /** The four walls, and the doors beside them. */
    static void walls(ProcessEngineConfigurationImpl engine, StepBeans steps, ModelGate gate, Feel feel) {
        engine.setExpressionManager(new StepExpressions(steps));
        engine.setBeans(Map.of());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setArtifactFactory(new NoArtifacts());
        engine.setCustomPreDeployers(List.of(gate));
        var tables = new DefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(() -> new BoundedFeel(feel));
        engine.setDmnEngineConfiguration(tables);
        engine.setConfigureScriptEngineHostAccess(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDefaultSerializationFormat("application/json");
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationAllowedClasses("java.util.ArrayList");
        engine.setDeserializationAllowedPackages("java.lang");
    }

    private static void jobs(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutorDeploymentAware(false);
        engine.setFailedJobRetryTimeCycle("R3/PT5M");
        engine.setSkipOutputMappingOnCanceledActivities(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    private void history(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("04:00");
        engine.getCustomHistoryEventHandlers().add(marks);
    }
}
