package org.samenspraak.process;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A second engine, behind the same walls, for models that are only tried: it knows {@link FakeSteps} only, runs no job by itself
 * and signs in to a schema of its own. It starts at the first dry run of a node, so that an office without designers pays
 * nothing for it.
 */
@Component
class DryRunEngine implements DisposableBean {

    private static final String TABLES =
            """
            create table if not exists run (
                id uuid primary key, folder text not null, model text not null, deployment text not null,
                instance text not null, by_name text not null, at timestamptz not null);
            create table if not exists note (
                run uuid not null, number bigserial, at timestamptz not null, step text not null, given text not null)""";

    private final DryRunLogins database;
    private final ModelGate gate;
    private final Feel feel;
    private final TransactionOperations transaction;
    private final FakeSteps steps;

    private @Nullable Running running;

    DryRunEngine(
            DryRunLogins database,
            ModelGate gate,
            Feel feel,
            TransactionOperations transaction,
            ListableBeanFactory beans,
            Clock clock) {
        this.database = database;
        this.gate = gate;
        this.feel = feel;
        this.transaction = transaction;
        this.steps = new FakeSteps(beans, clock);
    }

    /** Starts it when it does not run yet. */
    synchronized Running get() {
        if (running == null) {
            running = Objects.requireNonNull(transaction.execute(status -> start(database.open(), steps)));
        }
        return running;
    }

    /** @param steps what models may call: fakes, but for who proves that the login stops the real ones */
    Running start(DataSource own, StepBeans steps) {
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("proef");
        engine.setDataSource(own);
        EngineSettings.tables(engine);
        engine.setDatabaseSchema(DryRunLogins.SCHEMA);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        EngineSettings.walls(engine, steps, gate, feel);
        engine.setJobExecutorActivate(false);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        engine.setCustomPostBPMNParseListeners(List.of(new HandedDown()));
        JdbcClient.create(own).sql(TABLES).update();
        return new Running(engine.buildProcessEngine(), own);
    }

    /** What a step is called; nothing for what is none. */
    @Nullable
    String name(String step) {
        var method = steps.all().get(step);
        return method == null ? null : method.getAnnotation(Step.class).name();
    }

    @Override
    public synchronized void destroy() {
        if (running != null) {
            running.engine().close();
        }
    }

    /** @param own signed in as dry runs are */
    record Running(ProcessEngine engine, DataSource own) {

        JdbcClient jdbc() {
            return JdbcClient.create(own);
        }
    }

    /** Called models know which run they are of. */
    private static final class HandedDown extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            definitions.forEach(HandedDown::tell);
        }

        private static void tell(ScopeImpl scope) {
            for (var activity : scope.getActivities()) {
                if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior call) {
                    EngineListeners.handDown(call);
                }
                tell(activity);
            }
        }
    }
}
