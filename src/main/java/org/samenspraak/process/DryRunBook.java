package org.samenspraak.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.process.DryRunEngine.Running;
import org.samenspraak.process.DryRuns.Note;
import org.samenspraak.process.DryRuns.Run;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which dry runs there are, and what would have happened in each. */
@Component
class DryRunBook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEPT = Duration.ofDays(7);

    private final DryRunEngine engine;
    private final DryRunLogins database;
    private final Clock clock;

    DryRunBook(DryRunEngine engine, DryRunLogins database, Clock clock) {
        this.engine = engine;
        this.database = database;
        this.clock = clock;
    }

    /** @param deployment of the files that it goes through */
    void add(Run run, String deployment, String instance) {
        engine.get()
                .jdbc()
                .sql(
                        "insert into run (id, folder, model, deployment, instance, by_name, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.id(),
                        run.folder(),
                        run.model(),
                        deployment,
                        instance,
                        run.byName(),
                        Timestamp.from(run.at()))
                .update();
    }

    /** Those of a folder, newest first. */
    List<Run> of(String folder) {
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
    Run find(String folder, UUID run) {
        return of(folder).stream()
                .filter(it -> it.id().equals(run))
                .findFirst()
                .orElseThrow(() -> new NotFound("process.refusal.dry-run-gone"));
    }

    List<Note> notes(UUID run) {
        return engine.get()
                .jdbc()
                .sql("select at, step, given from note where run = ? order by number")
                .params(run)
                .query((row, number) -> new Note(
                        row.getTimestamp("at").toInstant(),
                        row.getString("step"),
                        engine.name(row.getString("step")),
                        row.getString("given")))
                .list();
    }

    /** Does what somebody asked, and notes it before what follows from it; what fails was not done. */
    void told(UUID run, String step, String given, Runnable act) {
        var jdbc = engine.get().jdbc();
        var number = jdbc.sql("insert into note (run, at, step, given) values (?, ?, ?, ?) returning number")
                .params(run, Timestamp.from(clock.instant()), step, given)
                .query(Long.class)
                .single();
        try {
            act.run();
        } catch (RuntimeException failed) {
            jdbc.sql("delete from note where number = ?").params(number).update();
            throw failed;
        }
    }

    /** Keeps what was answered on a form; the last time counts. */
    void answered(UUID run, String form, Map<String, Object> answers) {
        try {
            engine.get()
                    .jdbc()
                    .sql("insert into answer (run, form, answers) values (?, ?, ?)"
                            + " on conflict (run, form) do update set answers = excluded.answers")
                    .params(run, form, JSON.writeValueAsString(answers))
                    .update();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was answered on a form; nothing when it was not sent yet. */
    Map<String, Object> answers(UUID run, String form) {
        var kept = engine.get()
                .jdbc()
                .sql("select answers from answer where run = ? and form = ?")
                .params(run, form)
                .query(String.class)
                .optional();
        try {
            return kept.isEmpty() ? Map.of() : JSON.readValue(kept.get(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each night, on one node at a time. An office that never tried a model starts no second engine for it. */
    @Scheduled(cron = "0 50 3 * * *", zone = "UTC")
    @Transactional
    void clean() {
        if (!engine.wasTried()) {
            return;
        }
        database.takeTurn();
        var running = engine.get();
        running.jdbc()
                .sql("select id from run where at < ?")
                .params(Timestamp.from(clock.instant().minus(KEPT)))
                .query(UUID.class)
                .list()
                .forEach(run -> remove(running, run));
    }

    void remove(UUID run) {
        remove(engine.get(), run);
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
        running.jdbc().sql("delete from answer where run = ?").params(run).update();
        running.jdbc().sql("delete from run where id = ?").params(run).update();
    }
}
