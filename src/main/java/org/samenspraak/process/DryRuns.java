package org.samenspraak.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Walks through a draft without publishing it: tasks are done with facts of their forms, clocks run out by hand, and steps only
 * note what they would do. Nothing of the office is read or written; what is older than a week goes.
 */
@Service
public class DryRuns {

    private static final int MOST_STEPS = 200;
    private static final int LONGEST = 1_000;

    private final DryRunEngine engine;
    private final DryRunBook book;
    private final Clock clock;

    DryRuns(DryRunEngine engine, DryRunBook book, Clock clock) {
        this.engine = engine;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Begins a run of one model of these files.
     *
     * @throws ModelRefused when the check finds a fault in them
     */
    public UUID start(String folder, Map<String, String> files, String model, Map<String, Object> facts, Actor by) {
        var running = engine.get();
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
        var instance = begun(running.engine(), deployment, () -> running.engine()
                .getRuntimeService()
                .startProcessInstanceById(definition.getId(), run.toString(), variables)
                .getId());
        book.add(new Run(run, folder, model, by.name(), clock.instant()), deployment, instance);
        advance(running.engine(), run);
        return run;
    }

    /** What does not even begin leaves nothing. */
    private String begun(ProcessEngine runs, String deployment, Supplier<String> start) {
        try {
            return tried(start);
        } catch (Refusal stuck) {
            runs.getRepositoryService().deleteDeployment(deployment, true, true, true);
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
        return book.of(folder);
    }

    /** @throws NotFound when there is none, or it was cleaned */
    public View view(String folder, UUID run) {
        var head = book.find(folder, run);
        var at = new DryRunPlace(engine.get().engine(), run);
        return new View(
                head,
                at.taskRows(),
                at.timers(),
                at.messages(),
                at.conditions(),
                at.facts(),
                book.notes(run),
                at.instances().isEmpty());
    }

    /** The schema of the form that a task is done with. */
    public String form(String folder, UUID run, String task) {
        book.find(folder, run);
        var runs = engine.get().engine();
        new DryRunPlace(runs, run).own(task);
        try (var schema = runs.getFormService().getDeployedTaskForm(task)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what somebody answered on a form, for later forms that show it. */
    public void answered(String folder, UUID run, String form, Map<String, Object> answers) {
        book.find(folder, run);
        book.answered(run, form, answers);
    }

    /** What the form of a task begins with: the answers on the forms that the model names for it. */
    public Map<String, Object> known(String folder, UUID run, String task) {
        book.find(folder, run);
        var at = new DryRunPlace(engine.get().engine(), run);
        var known = new HashMap<String, Object>();
        at.data(at.own(task)).forEach(form -> known.putAll(book.answers(run, form)));
        return known;
    }

    /** Does a task with what its form says to gateways. */
    public void complete(String folder, UUID run, String task, Map<String, Object> facts) {
        act(folder, run, runs -> {
            var name = new DryRunPlace(runs, run).own(task).getName();
            var done = Objects.requireNonNullElse(name, task) + said(facts);
            book.told(run, "task", done, () -> runs.getTaskService().complete(task, facts));
        });
    }

    private static String said(Map<String, Object> facts) {
        return facts.isEmpty()
                ? ""
                : facts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** Lets a clock run out. */
    public void fire(String folder, UUID run, String timer) {
        happens(folder, run, timer, DryRunPlace::timers, runs -> runs.getManagementService()
                .executeJob(timer));
    }

    /** Lets a message come in. */
    public void receive(String folder, UUID run, String message, String execution) {
        happens(
                folder,
                run,
                execution,
                at -> at.messages().stream()
                        .filter(it -> it.name().equals(message))
                        .toList(),
                runs -> runs.getRuntimeService().messageEventReceived(message, execution));
    }

    /** Lets happen what waits until something is so, whether it is so or not. */
    public void happen(String folder, UUID run, String condition) {
        happens(folder, run, condition, DryRunPlace::conditions, runs -> new DryRunPlace(runs, run).happen(condition));
    }

    private void happens(
            String folder,
            UUID run,
            String id,
            Function<DryRunPlace, List<Waiting>> waits,
            Consumer<ProcessEngine> what) {
        act(folder, run, runs -> {
            var waiting = waits.apply(new DryRunPlace(runs, run)).stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("process.refusal.dry-run-gone"));
            book.told(run, "event", waiting.name(), () -> what.accept(runs));
        });
    }

    /** Says what a step answers from now on, or sets a fact ({@code answer:} before the name of a step). */
    public void say(String folder, UUID run, String name, Object value) {
        if (Facts.isReserved(name) || !name.matches("[A-Za-z][A-Za-z0-9_.:-]{0,80}")) {
            throw Refusal.of("name", "process.refusal.dry-run-fact");
        }
        if (name.startsWith(FakeSteps.ANSWER) && engine.name(name.substring(FakeSteps.ANSWER.length())) == null) {
            throw Refusal.of("name", "process.refusal.dry-run-step");
        }
        if (value instanceof String text && text.length() > LONGEST) {
            throw Refusal.of("value", "process.refusal.dry-run-value", LONGEST);
        }
        act(folder, run, runs -> new DryRunPlace(runs, run).instances().forEach(instance -> runs.getRuntimeService()
                .setVariable(instance, name, value)));
    }

    public void remove(String folder, UUID run) {
        book.find(folder, run);
        book.remove(run);
    }

    private void act(String folder, UUID run, Consumer<ProcessEngine> what) {
        book.find(folder, run);
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

    /** @param model the process that was begun */
    public record Run(UUID id, String folder, String model, String byName, Instant at) {}

    /** @param groups to which it would be offered */
    public record TaskRow(String id, String name, List<String> groups, boolean hasForm) {}

    /** @param name of the clock, of the message, or of what waits until something is so, with that behind it */
    public record Waiting(String id, String name) {}

    /**
     * What a step would have done.
     *
     * @param step as models call it, {@code task} for what somebody did, {@code event} or {@code end}
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

    /**
     * Where a run stands.
     *
     * @param conditions what waits until something is so
     */
    public record View(
            Run run,
            List<TaskRow> tasks,
            List<Waiting> timers,
            List<Waiting> messages,
            List<Waiting> conditions,
            Map<String, String> facts,
            List<Note> notes,
            boolean ended) {}
}
