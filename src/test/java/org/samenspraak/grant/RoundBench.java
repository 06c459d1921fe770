package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Browser;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.Bench;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Benchmark B4: a round of many councils. The office starts it over HTTP and does not wait for its talks; while they begin somebody
 * reads its page; then the page is read to its end, against that of a round of one page.
 */
class RoundBench extends PostgresIT {

    private static final int COUNCILS = Bench.size("councils", 2_000);
    private static final int SMALL = 50;
    private static final int AREAS = 25;
    private static final int ROUNDS = Bench.size("rounds", 100);
    private static final String PASSWORD = "een lang wachtwoord voor de proef";

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private People people;

    @Autowired
    private TalkStarter starter;

    @LocalServerPort
    private int port;

    private List<AreaId> places = List.of();
    private Browser browser = new Browser(0);
    private int known;

    @BeforeEach
    void openTheOffice() {
        places = IntStream.range(0, AREAS)
                .mapToObj(i -> areas.add("Wijk " + i, null, Actor.SYSTEM))
                .toList();
        people.add(
                new NewPerson(
                        "bureau",
                        "Medewerker",
                        "bureau@hasselt.example",
                        "",
                        PASSWORD,
                        Set.of(GroupId.of("participation-office"))),
                Actor.SYSTEM);
        browser = new Browser(port);
        browser.signIn("bureau", PASSWORD);
    }

    @Test
    void aRoundIsStartedAndFollowed() throws Exception {
        growTo(SMALL);
        var small = start(2026, SMALL);
        starter.begin();
        pages(small, ROUNDS);
        growTo(COUNCILS);
        var large = start(2027, COUNCILS);
        beginWhileSomebodyReads(large);

        var last = toTheEnd(large);
        var ways = new HashMap<String, List<Long>>();
        for (int i = 0; i < ROUNDS; i++) {
            for (var address : List.of(small, large, last, large + "?stands=PREPARING")) {
                ways.computeIfAbsent(address, any -> new ArrayList<>()).add(page(address));
            }
        }
        var base = Bench.median(ways.getOrDefault(small, List.of()));
        tell("first page", large, ways, base);
        tell("last page", last, ways, base);
        tell("those that prepare", large + "?stands=PREPARING", ways, base);
    }

    private void growTo(int size) {
        for (; known < size; known++) {
            var id = councils.add(
                    CouncilKind.WIJKRAAD, "Wijkraad %04d".formatted(known), places.get(known % AREAS), Actor.SYSTEM);
            var chair = new NewMember(
                    "Voorzitter",
                    "raad" + known + "@raad.example",
                    null,
                    "Straat 1",
                    Set.of(Function.CHAIR),
                    true,
                    true,
                    false,
                    Sex.NOT_STATED);
            memberships.replace(id, List.of(chair), LocalDate.of(2026, 9, 1), Actor.SYSTEM);
        }
        jdbc.sql("update council_council set standing = 'RECOGNISED'").update();
        jdbc.sql("analyze").update();
    }

    /** @return the address of its page */
    private String start(int year, int size) throws Exception {
        var form = browser.get("/start/yearly-round");
        var sent = new ArrayList<Long>();
        var answers = Map.of("_csrf", Browser.token(form), "year", String.valueOf(year), "sure", "true");
        var where = new ArrayList<String>();
        sent.add(Bench.time(() -> where.add(Browser.location(browser.post("/start/yearly-round", answers)))));
        var address = "/rondes/" + where.get(0).replaceFirst(".*/", "");
        assertThat(browser.get(address).body()).contains("Begint nog (" + size + ")");
        Bench.tell("B4 %d councils, start: %.0f ms", size, Bench.median(sent));
        return address;
    }

    private void beginWhileSomebodyReads(String address) throws Exception {
        var begun = System.nanoTime();
        var work = CompletableFuture.runAsync(() -> {
            while (waiting() > 0) {
                starter.begin();
            }
        });
        var meanwhile = new ArrayList<Long>();
        while (!work.isDone()) {
            meanwhile.add(page(address));
        }
        work.join();
        var seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(jdbc.sql("select count(*) from grant_round_council where problem is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from process_task where element = 'Task_Prepare'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(COUNCILS + SMALL);
        Bench.tell(
                "B4 %d talks begun in %.0f s: %.1f/s; the page meanwhile %.1f ms",
                COUNCILS, seconds, COUNCILS / seconds, Bench.median(meanwhile));
    }

    private int waiting() {
        return jdbc.sql("select count(*) from grant_round_council where talk is null")
                .query(Integer.class)
                .single();
    }

    /** Reads on from page to page, and sees each council once. */
    private String toTheEnd(String address) {
        var names = new ArrayList<String>();
        var at = address;
        for (String next = address; next != null; next = next(at, names)) {
            at = next;
        }
        assertThat(names).hasSize(COUNCILS).doesNotHaveDuplicates();
        return at;
    }

    private @Nullable String next(String address, List<String> names) {
        var page = Jsoup.parse(browser.get(address).body());
        names.addAll(page.select("tbody tr td a").eachText());
        var more = page.selectFirst("nav.pager a");
        return more == null ? null : more.attr("href");
    }

    private void pages(String address, int many) throws Exception {
        for (int i = 0; i < many; i++) {
            page(address);
        }
    }

    private long page(String address) throws Exception {
        return Bench.time(() -> browser.get(address));
    }

    private static void tell(String what, String address, Map<String, List<Long>> ways, double base) {
        var median = Bench.median(ways.getOrDefault(address, List.of()));
        Bench.tell(
                "B4 %d councils, %s: %.1f ms, that of %d councils %.1f ms: %.2f",
                COUNCILS, what, median, SMALL, base, median / base);
    }
}
