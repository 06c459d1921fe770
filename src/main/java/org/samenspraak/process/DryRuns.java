package org.samenspraak.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.DryRunEngine.Running;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Walks through a draft without publishing it: tasks are done with facts of their forms, clocks run out by hand, and steps only
 * note what they would do. Nothing of the office is read or written; what is older than a week goes.
 */
@Service
public class DryRuns {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_STEPS = 200;

    private final DryRunEngine engine;
    private final Clock clock;

    DryRuns(DryRunEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Begins a run of one model of these files.
     *
     * @throws ModelRefused when the check finds a fault in them
     */
    public UUID start(String folder, Map<String, String> files, String model, Map<String, Object> facts, Actor by) {
        var running = engine.get();
        clean(running);
        var run = UUID.randomUUID();
        var deployment = deploy(running.engine(), folder, files);
        var variables = new HashMap<String, Object>(facts);
        variables.put(Facts.ACTOR, Actors.write(Actor.SYSTEM));
        var definition = running.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(model)
                .singleResult();
        var instance = begun(running, deployment, () -> running.engine()
                .getRuntimeService()
                .startProcessInstanceById(definition.getId(), run.toString(), variables)
                .getId());
        running.jdbc()
                .sql(
                        "insert into run (id, folder, model, deployment, instance, by_name, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(run, folder, model, deployment, instance, by.name(), Timestamp.from(clock.instant()))
                .update();
        advance(running.engine(), run);
        return run;
    }

    /** What does not even begin leaves nothing. */
    private String begun(Running running, String deployment, Supplier<String> start) {
        try {
            return tried(start);
        } catch (Refusal stuck) {
            running.engine().getRepositoryService().deleteDeployment(deployment, true, true, true);
            throw stuck;
        }
    }

    private static String deploy(ProcessEngine engine, String folder, Map<String, String> files) {
        var deployment = engine.getRepositoryService().createDeployment().name(folder);
        files.forEach((name, content) -> deployment.addString(folder + "/" + name, content));
        try {
            return deployment.deploy().getId();
        } catch (ParseException unreadable) {
            throw new Refusal("process.refusal.dry-run", String.valueOf(unreadable.getMessage()));
        }
    }

    /** Those of a folder, newest first. */
    public List<Run> of(String folder) {
        return engine.get()
                .jdbc()
                .sql("select id, folder, model, by_name, at from run where folder = ? order by at desc")
                .params(folder)
                .query((row, number) -> new Run(
                        row.getObject("id", UUID.class),
                        row.getString("folder"),
                        row.getString("model"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** @throws NotFound when there is none, or it was cleaned */
    public View view(String folder, UUID run) {
        var running = engine.get();
        var head = find(folder, run);
        var at = new DryRunPlace(running.engine(), run);
        return new View(
                head,
                at.taskRows(),
                at.timers(),
                at.messages(),
                at.facts(),
                notes(running, run),
                at.instances().isEmpty());
    }

    /** The schema of the form that a task is done with. */
    public String form(String folder, UUID run, String task) {
        find(folder, run);
        var runs = engine.get().engine();
        new DryRunPlace(runs, run).own(task);
        try (var schema = runs.getFormService().getDeployedTaskForm(task)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does a task with what its form says to gateways. */
    public void complete(String folder, UUID run, String task, Map<String, Object> facts) {
        act(folder, run, runs -> {
            var name = new DryRunPlace(runs, run).own(task).getName();
            runs.getTaskService().complete(task, facts);
            note(run, "task", Objects.requireNonNullElse(name, task));
        });
    }

    /** Lets a clock run out. */
    public void fire(String folder, UUID run, String timer) {
        act(folder, run, runs -> {
            if (new DryRunPlace(runs, run)
                    .timers().stream().noneMatch(it -> it.id().equals(timer))) {
                throw new NotFound("process.refusal.dry-run-gone");
            }
            runs.getManagementService().executeJob(timer);
        });
    }

    /** Lets a message come in. */
    public void receive(String folder, UUID run, String message, String execution) {
        act(folder, run, runs -> {
            if (!new DryRunPlace(runs, run).messages().contains(new Waiting(execution, message))) {
                throw new NotFound("process.refusal.dry-run-gone");
            }
            runs.getRuntimeService().messageEventReceived(message, execution);
        });
    }

    /** Says what a step answers from now on, or sets a fact ({@code answer:} before the name of a step). */
    public void say(String folder, UUID run, String name, Object value) {
        if (Facts.isReserved(name) || !name.matches("[A-Za-z][A-Za-z0-9_.:-]{0,80}")) {
            throw Refusal.of("name", "process.refusal.dry-run-fact");
        }
        act(folder, run, runs -> new DryRunPlace(runs, run).instances().forEach(instance -> runs.getRuntimeService()
                .setVariable(instance, name, value)));
    }

    public void remove(String folder, UUID run) {
        find(folder, run);
        remove(engine.get(), run);
    }

    private void act(String folder, UUID run, Consumer<ProcessEngine> what) {
        find(folder, run);
        var runs = engine.get().engine();
        tried(() -> {
            what.accept(runs);
            return run;
        });
        advance(runs, run);
    }

    /** Whatever does not wait for somebody or for a day goes on at once. */
    private void advance(ProcessEngine runs, UUID run) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var next = new DryRunPlace(runs, run).next();
            if (next.isEmpty()) {
                return;
            }
            tried(() -> {
                runs.getManagementService().executeJob(next.get());
                return run;
            });
        }
    }

    private <T> T tried(Supplier<T> act) {
        try {
            return engine.walled(act);
        } catch (ProcessEngineException | IllegalArgumentException | DataAccessException stuck) {
            throw new Refusal("process.refusal.dry-run", String.valueOf(stuck.getMessage()));
        }
    }

    private List<Note> notes(Running running, UUID run) {
        return running.jdbc()
                .sql("select at, step, given from note where run = ? order by number")
                .params(run)
                .query((row, number) -> new Note(
                        row.getTimestamp("at").toInstant(),
                        row.getString("step"),
                        engine.name(row.getString("step")),
                        row.getString("given")))
                .list();
    }

    private void note(UUID run, String step, String given) {
        engine.get()
                .jdbc()
                .sql("insert into note (run, at, step, given) values (?, ?, ?, ?)")
                .params(run, Timestamp.from(clock.instant()), step, given)
                .update();
    }

    private Run find(String folder, UUID run) {
        return of(folder).stream()
                .filter(it -> it.id().equals(run))
                .findFirst()
                .orElseThrow(() -> new NotFound("process.refusal.dry-run-gone"));
    }

    private void clean(Running running) {
        running.jdbc()
                .sql("select id from run where at < ?")
                .params(Timestamp.from(clock.instant().minus(KEPT)))
                .query(UUID.class)
                .list()
                .forEach(run -> remove(running, run));
    }

    private static void remove(Running running, UUID run) {
        running.jdbc()
                .sql("select deployment from run where id = ?")
                .params(run)
                .query(String.class)
                .list()
                .forEach(deployment ->
                        running.engine().getRepositoryService().deleteDeployment(deployment, true, true, true));
        running.jdbc().sql("delete from note where run = ?").params(run).update();
        running.jdbc().sql("delete from run where id = ?").params(run).update();
    }

    /** @param model the process that was begun */
    public record Run(UUID id, String folder, String model, String byName, Instant at) {}

    /** @param groups to which it would be offered */
    public record TaskRow(String id, String name, List<String> groups, boolean hasForm) {}

    /** @param name of the clock, or of the message */
    public record Waiting(String id, String name) {}

    /**
     * What a step would have done.
     *
     * @param step as models call it, or {@code task} for what somebody did
     * @param name of the step, or nothing
     * @param given what the model gave it
     */
    public record Note(Instant at, String step, @Nullable String name, String given) {

        /** Which part of the house it would reach: {@code correspondence}, {@code ledger}, {@code publication} and so on. */
        public String part() {
            var dot = step.indexOf('.');
            return dot < 0 ? step : step.substring(0, dot);
        }
    }

    /** Where a run stands. */
    public record View(
            Run run,
            List<TaskRow> tasks,
            List<Waiting> timers,
            List<Waiting> messages,
            Map<String, String> facts,
            List<Note> notes,
            boolean ended) {}
}
