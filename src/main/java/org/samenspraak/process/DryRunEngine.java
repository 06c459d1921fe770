package org.samenspraak.process;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
                run uuid not null, number bigserial, at timestamptz not null, step text not null, given text not null);
            create table if not exists answer (
                run uuid not null, form text not null, answers text not null, primary key (run, form))""";

    private final DryRunLogins database;
    private final ModelGate gate;
    private final Feel feel;
    private final TransactionOperations transaction;
    private final DataSource office;
    private final StepBeans steps;
    private final EngineNotes notes;

    private @Nullable Running running;

    @Autowired
    DryRunEngine(
            DryRunLogins database,
            ModelGate gate,
            Feel feel,
            TransactionOperations transaction,
            DataSource office,
            ListableBeanFactory beans,
            Clock clock) {
        this(
                database,
                gate,
                feel,
                transaction,
                office,
                new FakeSteps(beans, new EngineNotes(clock)),
                new EngineNotes(clock));
    }

    /** @param steps what models may call: fakes, but for who proves that the login stops real ones */
    DryRunEngine(
            DryRunLogins database,
            ModelGate gate,
            Feel feel,
            TransactionOperations transaction,
            DataSource office,
            StepBeans steps,
            EngineNotes notes) {
        this.database = database;
        this.gate = gate;
        this.feel = feel;
        this.transaction = transaction;
        this.office = office;
        this.steps = steps;
        this.notes = notes;
    }

    /** Whether anybody tried a model, on this node or another. */
    synchronized boolean wasTried() {
        return running != null || database.isPrepared();
    }

    /** Starts it when it does not run yet. */
    synchronized Running get() {
        if (running == null) {
            database.prepare();
            running = Objects.requireNonNull(transaction.execute(status -> {
                database.takeTurn();
                return start(database.open());
            }));
        }
        return running;
    }

    private Running start(DataSource own) {
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("proef");
        engine.setDataSource(own);
        EngineSettings.tables(engine);
        engine.setDatabaseSchema(DryRunLogins.SCHEMA);
        engine.setDatabaseTablePrefix(DryRunLogins.SCHEMA + ".");
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        EngineSettings.walls(engine, steps, gate, feel);
        engine.setJobExecutorActivate(false);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        // the engine adds its own
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Told(notes))));
        JdbcClient.create(own).sql(TABLES).update();
        return new Running(engine.buildProcessEngine(), own);
    }

    /**
     * Lets models run. Who reaches for the database of the office meanwhile, on this thread, gets the login of dry runs: a step that
     * were real would find no table.
     */
    <T> T walled(Supplier<T> act) {
        try (var own = get().own().getConnection()) {
            TransactionSynchronizationManager.bindResource(office, new ConnectionHolder(own));
            try {
                return act.get();
            } finally {
                TransactionSynchronizationManager.unbindResource(office);
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
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

    /** Called models know which run they are of, and what a designer said that their steps answer; an end is noted. */
    private static final class Told extends AbstractBpmnParseListener {

        private final EngineNotes notes;

        Told(EngineNotes notes) {
            this.notes = notes;
        }

        @Override
        public void parseEndEvent(Element end, ScopeImpl scope, ActivityImpl activity) {
            if (scope instanceof ProcessDefinitionEntity) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, notes);
            }
        }

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            definitions.forEach(Told::tell);
        }

        private static void tell(ScopeImpl scope) {
            for (var activity : scope.getActivities()) {
                if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior call) {
                    EngineListeners.handDown(call);
                    call.getCallableElement().addInput(new SaidAnswers());
                }
                tell(activity);
            }
        }
    }

    private static final class SaidAnswers extends CallableElementParameter {

        @Override
        public void applyTo(VariableScope caller, VariableMap called) {
            caller.getVariables().forEach((name, value) -> {
                if (name.startsWith(FakeSteps.ANSWER)) {
                    called.put(name, value);
                }
            });
        }
    }
}
