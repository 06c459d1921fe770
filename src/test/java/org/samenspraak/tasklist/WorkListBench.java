package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Browser;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.ManyTasks;
import org.samenspraak.testing.Bench;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Benchmark B1: what is late in an area, for somebody in three groups. The page over HTTP and its SQL alone, against the
 * engine's own query with the same filter, order and 25 rows.
 */
class WorkListBench extends PostgresIT {

    private static final List<Integer> SIZES = Bench.sizes("sizes", "10000,100000");
    /** The one at which the engine is asked as well. */
    private static final int COMPARED = Bench.size("tasks", 100_000);

    private static final int ROUNDS = Bench.size("rounds", 100);
    /** Pages before the first that counts: until Java has compiled them, growth would seem to be negative. */
    private static final int WARM_UP = Bench.size("warm", 1_500);

    private static final int LATER_PAGE = 40;
    private static final String PASSWORD = "een lang wachtwoord voor de proef";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Inbox inbox;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private ManyTasks office;
    private AreaId area;
    private List<GroupId> groups;
    private SignedIn me;
    private Browser browser;
    private final Map<String, Double> before = new HashMap<>();

    @BeforeEach
    void openTheOffice() {
        office = new ManyTasks(context);
        area = office.area(3);
        groups = List.of(
                GroupId.parse("participation-office"), GroupId.parse("legal"), GroupId.parse("area-manager@" + area));
        people.add(
                new NewPerson("bureau", "Medewerker", "bureau@hasselt.example", "", PASSWORD, Set.copyOf(groups)),
                Actor.SYSTEM);
        me = SignedIn.of(PersonId.create(), "", groups);
        browser = new Browser(port);
        browser.signIn("bureau", PASSWORD);
    }

    @Test
    void lateInAnArea() throws Exception {
        var list = InboxQuery.parse("view=groups&late=yes&area=" + area, me);
        office.growTo(SIZES.get(0));
        for (int page = 0; page < WARM_UP; page++) {
            browser.get(list.url());
        }
        for (int size : SIZES) {
            office.growTo(size);
            measure(size, "first page", list, null, 0);
            var page = 1;
            String after = null;
            for (var next = next(list, after); next != null && page < LATER_PAGE; next = next(list, after)) {
                after = next;
                page++;
            }
            measure(size, page == LATER_PAGE ? "page 40" : "last page, " + page, list, after, 25 * (page - 1));
        }
    }

    private @Nullable String next(InboxQuery list, @Nullable String after) {
        return inbox.page(list, Reach.of(me), after).next();
    }

    private void measure(int size, String what, InboxQuery list, @Nullable String after, int first) throws Exception {
        var address = after == null ? list.url() : list.after(after);
        Callable<List<String>> sql = () -> inbox.page(list, Reach.of(me), after).rows().stream()
                .map(TaskRow::id)
                .toList();
        Callable<List<String>> engine = () ->
                office.askEngine(groups, Objects.requireNonNull(list.filter().area()), clock.instant(), first);
        assertThat(Jsoup.parse(browser.get(address).body()).select("#tasks [data-open]"))
                .hasSameSizeAs(sql.call());
        var ways = new HashMap<String, Callable<?>>();
        ways.put("page", () -> browser.get(address));
        ways.put("sql", sql);
        if (size == COMPARED) {
            assertThat(sql.call()).isEqualTo(engine.call());
            ways.put("engine", engine);
        }
        var medians = byTurns(ways);
        medians.forEach((way, median) -> Bench.tell(
                "B1 %s, %d tasks, %s: %.2f ms, %.2f of the smallest",
                what, size, way, median, median / before.computeIfAbsent(what.charAt(0) + way, key -> median)));
        if (size == COMPARED) {
            double theirs = medians.getOrDefault("engine", Double.NaN);
            Bench.tell(
                    "B1 %s, %d tasks: page / engine %.3f (aim 0.4), SQL / engine %.4f (aim 0.05)",
                    what,
                    size,
                    medians.getOrDefault("page", Double.NaN) / theirs,
                    medians.getOrDefault("sql", Double.NaN) / theirs);
        }
    }

    /** So that all meet the same machine. The first quarter is not counted. */
    private static Map<String, Double> byTurns(Map<String, Callable<?>> ways) throws Exception {
        var times = new HashMap<String, List<Long>>();
        for (int round = -ROUNDS / 4; round < ROUNDS; round++) {
            for (var way : ways.entrySet()) {
                var time = Bench.time(way.getValue());
                if (round >= 0) {
                    times.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        var medians = new HashMap<String, Double>();
        times.forEach((way, all) -> medians.put(way, Bench.median(all)));
        return medians;
    }
}
