package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Browser;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.ManyTasks;
import org.samenspraak.process.StockEngine;
import org.samenspraak.testing.Bench;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Benchmark B2: officials complete tasks over HTTP, form and all, by turns with the stock engine completing the same without
 * HTTP or office.
 */
class CompletionBench extends PostgresIT {

    private static final int TASKS = Bench.size("tasks", 20_000);
    private static final Duration TURN = Duration.ofSeconds(Bench.size("seconds", 10));
    private static final int TURNS = Bench.size("turns", 2);
    private static final Duration WARM_UP = Duration.ofSeconds(Bench.size("warm", 30));
    /** So often a client opens the list, as a browser does each time: else the notices for it pile up in the session. */
    private static final int LOOK = 10;

    private static final String PASSWORD = "een lang wachtwoord voor de proef";
    private static final String GROUP = "participation-office";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void completes() throws Exception {
        var office = new ManyTasks(context).growTo(TASKS);
        try (var stock = new StockEngine().growTo(TASKS)) {
            var ours = new Side(office.free(GROUP, TASKS));
            var theirs = new Side(stock.free(GROUP, TASKS));
            Consumer<String> engine =
                    task -> stock.complete(task, Map.of("note", "In orde", "choice", "yes", "count", 3));
            for (int clients : List.of(4, 16)) {
                var officials = IntStream.range(0, clients)
                        .mapToObj(at -> official("p" + clients + "-" + at))
                        .toList();
                var engines = Stream.generate(() -> engine).limit(clients).toList();
                ours.run(officials, WARM_UP);
                theirs.run(engines, WARM_UP.dividedBy(5));
                double our = 0;
                double their = 0;
                for (int turn = 0; turn < TURNS; turn++) {
                    our += ours.run(officials, TURN) / TURNS;
                    their += theirs.run(engines, TURN) / TURNS;
                }
                Bench.tell(
                        "B2 %d clients, %d tasks open: over HTTP %.1f/s, stock engine %.1f/s, ratio %.2f (aim 1)",
                        clients, TASKS, our, their, our / their);
            }
            assertThat(jdbc.sql("select count(*) from forms_submission")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ours.done.get());
            assertThat(jdbc.sql("select count(*) from process_task where element = ?")
                            .param(ManyTasks.AFTER)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ours.done.get());
            assertThat(office.drift()).isZero();
        }
    }

    private Consumer<String> official(String username) {
        people.add(
                new NewPerson(
                        username,
                        "Medewerker",
                        username + "@hasselt.example",
                        "",
                        PASSWORD,
                        Set.of(GroupId.parse(GROUP))),
                Actor.SYSTEM);
        var browser = new Browser(port);
        browser.signIn(username, PASSWORD);
        var token = Browser.token(browser.get("/werk"));
        var looks = new AtomicInteger();
        return task -> {
            if (looks.incrementAndGet() % LOOK == 0) {
                browser.get("/werk");
            }
            var answer = browser.post(
                    "/taken/" + task, Map.of("_csrf", token, "note", "In orde", "choice", "yes", "count", "3"));
            if (answer.statusCode() != 302 || !Browser.location(answer).equals("/werk")) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        };
    }

    /** The tasks of one of the two. */
    private static final class Side {

        private final Queue<String> tasks;
        private final AtomicInteger done = new AtomicInteger();

        Side(List<String> tasks) {
            this.tasks = new ConcurrentLinkedQueue<>(tasks);
        }

        /** Tasks a second in one turn. */
        double run(List<Consumer<String>> clients, Duration turn) throws Exception {
            var threads = Executors.newFixedThreadPool(clients.size());
            var start = System.nanoTime();
            var before = done.get();
            try {
                var running = clients.stream()
                        .<Future<?>>map(client -> threads.submit(() -> work(client, start + turn.toNanos())))
                        .toList();
                for (var client : running) {
                    client.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(done.get() - before)
                    .as("done in a turn; when no task is left, take shorter turns")
                    .isPositive();
            return (done.get() - before) / ((System.nanoTime() - start) / 1e9);
        }

        private void work(Consumer<String> client, long end) {
            while (System.nanoTime() < end) {
                var task = tasks.poll();
                if (task == null) {
                    return;
                }
                client.accept(task);
                done.incrementAndGet();
            }
        }
    }
}
