package org.samenspraak.publication;

import static org.samenspraak.testing.Bench.tell;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.Bench;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * The public side next to normal work, on one machine: public pages against a file of the same server, an official's work list
 * meanwhile, and the same with a crawler that knows no measure. {@code mvn -Pbench test -Dtest=PublicBench}; the figures stand in
 * docs/performance.md.
 */
@TestPropertySource(properties = {"samenspraak.publication.kept=5s", "samenspraak.publication.each-per-minute=1000000"})
class PublicBench extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final String PASSWORD = "een lang wachtwoord voor de proef";

    @LocalServerPort
    private int port;

    @Autowired
    private Councils councils;

    @Autowired
    private Areas areas;

    @Autowired
    private People people;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> pages = new ArrayList<>();

    @Test
    void servesTheCity() throws Exception {
        fill();
        var seconds = Bench.size("seconds", 10);
        var work = signedIn();
        everyPage();
        var file = "/assets/bare.html";
        // until it is compiled
        work(work, () -> rate(file, seconds, null));
        var idle = work(work, () -> {
            Thread.sleep(seconds * 1000L);
            return true;
        });
        var bare = rate(file, seconds, null);
        var kept = rate("/publiek/raden", seconds, null);
        var same = rate("/publiek/raden", seconds, mark("/publiek/raden"));
        tell(
                "file %.0f/s, page %.0f/s (%.2f), page that did not change %.0f/s (%.2f)",
                bare, kept, kept / bare, same, same / bare);
        var served = new AtomicLong();
        var meanwhile = work(work, () -> {
            served.set(paced(200, seconds));
            return true;
        });
        tell(
                "200/s asked of all pages by turns for %d s: %.0f/s served; work list %.1f ms idle, %.1f ms meanwhile,"
                        + " %.2f",
                seconds, served.get() / (double) seconds, idle, meanwhile, meanwhile / idle);
        var statuses = new ConcurrentHashMap<Integer, AtomicInteger>();
        var crawled = work(work, () -> crawl(seconds, statuses));
        tell(
                "crawler, 16 at once, never the same address: %s; work list %.1f ms, %.2f",
                statuses, crawled, crawled / idle);
    }

    private void fill() {
        var area = areas.add("Runkst", null, OFFICE);
        var today = LocalDate.of(2026, 9, 14);
        for (int at = 0; at < Bench.size("councils", 300); at++) {
            var id = councils.add(CouncilKind.WIJKRAAD, "Wijkraad " + at, area, OFFICE);
            councils.inscribe(
                    id,
                    new Councils.Inscription(
                            true, today, today.plusYears(4), "basis", null, "2026-" + at, today, CaseId.create()),
                    OFFICE);
            if (at < 30) {
                pages.add("/publiek/raden/" + id);
            }
        }
        pages.addAll(List.of(
                "/publiek", "/publiek/raden", "/publiek/gebieden", "/publiek/nieuws.atom", "/publiek/raden.csv"));
    }

    private void everyPage() throws Exception {
        for (int round = 0; round < 20; round++) {
            for (var page : pages) {
                get(page + "?warm=" + round, null);
            }
        }
    }

    /** By eight at once. */
    private double rate(String path, int seconds, @Nullable String known) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var count = new AtomicLong();
        atOnce(8, () -> {
            while (System.nanoTime() < until) {
                get(path, known);
                count.incrementAndGet();
            }
            return true;
        });
        return count.get() / (double) seconds;
    }

    private long paced(int each, int seconds) throws Exception {
        var served = new AtomicLong();
        var next = new AtomicLong();
        var start = System.nanoTime();
        atOnce(16, () -> {
            for (long at = next.getAndIncrement(); at < (long) each * seconds; at = next.getAndIncrement()) {
                var due = start + at * TimeUnit.SECONDS.toNanos(1) / each;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                if (get(pages.get((int) (at % pages.size())), null) == 200
                        && System.nanoTime() < start + TimeUnit.SECONDS.toNanos(seconds)) {
                    served.incrementAndGet();
                }
            }
            return true;
        });
        return served.get();
    }

    private boolean crawl(int seconds, Map<Integer, AtomicInteger> statuses) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        atOnce(16, () -> {
            while (System.nanoTime() < until) {
                var status = get("/publiek/raden?q=" + UUID.randomUUID(), null);
                statuses.computeIfAbsent(status, none -> new AtomicInteger()).incrementAndGet();
            }
            return true;
        });
        return true;
    }

    /** Median of the work list while something else goes on, in milliseconds. */
    private double work(Connection session, Callable<Object> meanwhile) throws Exception {
        var goesOn = new AtomicBoolean(true);
        var times = new ArrayList<Long>();
        var desk = Executors.newSingleThreadExecutor();
        var done = desk.submit(() -> {
            while (goesOn.get()) {
                times.add(Bench.time(() ->
                        session.newRequest("http://localhost:" + port + "/werk").execute()));
                Thread.sleep(100);
            }
            return true;
        });
        meanwhile.call();
        goesOn.set(false);
        done.get();
        desk.shutdown();
        return Bench.median(times);
    }

    private static void atOnce(int threads, Callable<Boolean> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        var all = new ArrayList<Future<Boolean>>();
        for (int at = 0; at < threads; at++) {
            all.add(pool.submit(work));
        }
        for (var one : all) {
            one.get();
        }
        pool.shutdown();
    }

    private int get(String path, @Nullable String known) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
    }

    private String mark(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private Connection signedIn() throws Exception {
        var username = "p" + UUID.randomUUID();
        people.add(
                new NewPerson(
                        username,
                        "Medewerker",
                        username + "@hasselt.example",
                        "",
                        PASSWORD,
                        Set.of(GroupId.parse("participation-office"))),
                Actor.SYSTEM);
        var session = Jsoup.newSession().timeout(60_000);
        var page = session.newRequest("http://localhost:" + port + "/aanmelden").get();
        var form = (FormElement) page.expectFirst("form:has(#username)");
        form.expectFirst("#username").val(username);
        form.expectFirst("#password").val(PASSWORD);
        form.submit().execute();
        return session;
    }
}
