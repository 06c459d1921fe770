package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Cover;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.tasklist.ObviousInbox.Sample;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Whatever is asked of the work list, its pages together are what a slow and obvious filter gives: each row once, in order. */
class InboxFilterIT extends PostgresIT {

    private static final long SEED = 20261128;
    private static final int TASKS = 150;
    private static final int QUERIES = 120;
    private static final Instant NOW = TestClock.START;
    private static final List<String> NAMES = List.of("alken", "berbroek", "diepenbeek", "genk", "lummen");
    private static final List<String> STEPS = List.of("Task_A", "Task_B");

    private final Random random = new Random(SEED);
    private final PersonId colleague = PersonId.create();
    private final List<Sample> tasks = new ArrayList<>();
    private final List<CaseView> files = new ArrayList<>();
    private final List<AreaId> places = new ArrayList<>();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Municipality municipality;

    private final PersonId away = PersonId.create();

    private SignedIn me;
    private ObviousInbox obvious;

    @BeforeEach
    void fillTheOffice() {
        var areas = context.getBean(Areas.class);
        var city = areas.add("hasselt", null, Actor.SYSTEM);
        places.add(city);
        for (var name : NAMES) {
            places.add(areas.add(name, random.nextBoolean() ? city : null, Actor.SYSTEM));
        }
        var work = new WorkFixture(context);
        for (int i = 0; i < 25; i++) {
            var area = any(places);
            var council = random.nextInt(3) == 0 ? null : council("raad " + any(NAMES) + " " + i, area);
            files.add(work.openCase("Vraag " + i + " over " + any(NAMES), council, area));
        }
        me = SignedIn.of(
                PersonId.create(),
                "Wijkmanager",
                List.of(GroupId.of("legal"), GroupId.parse("area-manager@" + places.get(1))),
                List.of(new Cover(
                        new Holder(away, "Collega die weg is"),
                        Set.of(GroupId.of("finance")),
                        true,
                        Set.of("recognition"),
                        Set.of(places.get(2)))));
        obvious = new ObviousInbox(tasks, me.person(), places.get(1), away, places.get(2), areas, municipality.zone());
        for (int i = 0; i < TASKS; i++) {
            add("t%03d".formatted(i));
        }
    }

    private CouncilId council(String name, AreaId area) {
        return context.getBean(Councils.class).add(CouncilKind.WIJKRAAD, name, area, Actor.SYSTEM);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void add(String id) {
        var file = any(files);
        var forCouncil = random.nextInt(6) == 0;
        var groups = new HashSet<String>();
        if (forCouncil) {
            groups.add("council@" + file.id());
        } else {
            groups.add(
                    any(List.of("legal", "finance", "area-manager@" + places.get(1), "area-manager@" + places.get(2))));
            groups.add(any(List.of("legal", "finance")));
        }
        var sample = new Sample(
                id,
                file,
                place(file),
                any(STEPS),
                groups,
                forCouncil,
                random.nextInt(3) > 0 ? null : any(List.of(me.person(), colleague, away)),
                random.nextInt(4) == 0 ? null : NOW.plus(Duration.ofHours(random.nextInt(40) * 12L - 200)),
                NOW.minus(Duration.ofHours(random.nextInt(30))),
                random.nextInt(3) > 0 ? null : obvious.day(NOW).plusDays(random.nextInt(5) - 2),
                random.nextInt(15) == 0);
        tasks.add(sample);
        insert(sample);
    }

    private String place(CaseView file) {
        var council = file.council();
        return council == null
                ? context.getBean(Areas.class)
                        .get(Objects.requireNonNull(file.area()))
                        .name()
                : context.getBean(Councils.class).get(council).name();
    }

    private void insert(Sample task) {
        jdbc.sql(
                        """
                        insert into process_task (id, case_id, process_key, element, name, groups, for_council, assignee,
                            due, priority, follow_up, created, suspended)
                        values (:id, :case, 'recognition', :element, :id, :groups, :council, :assignee, :due, 50,
                            :followUp, :created, :suspended)
                        """)
                .param("id", task.id())
                .param("case", task.file().id().value())
                .param("element", task.element())
                .param("groups", task.groups().toArray(String[]::new))
                .param("council", task.forCouncil())
                .param(
                        "assignee",
                        task.assignee() == null ? null : task.assignee().value())
                .param("due", task.due() == null ? null : task.due().atOffset(ZoneOffset.UTC))
                .param(
                        "followUp",
                        task.followUp() == null
                                ? null
                                : task.followUp()
                                        .atStartOfDay(municipality.zone())
                                        .toOffsetDateTime())
                .param("created", task.created().atOffset(ZoneOffset.UTC))
                .param("suspended", task.suspended())
                .update();
    }

    @Test
    void pagesAreTogetherWhatAnObviousFilterGives() {
        var empty = 0;
        for (int i = 0; i < QUERIES; i++) {
            var sent = ask();
            var query = InboxQuery.of(sent, me);

            var ids = read(query);

            assertThat(ids).as("seed %d, query %d: %s", SEED, i, query.url()).isEqualTo(obvious.answer(query));
            assertThat(inbox.counts(List.of(query), Reach.of(me)))
                    .as(query.url())
                    .containsExactly(Math.min(ids.size(), Inbox.MANY));
            assertThat(InboxQuery.parse(query.text(), me)).isEqualTo(query);
            empty += ids.isEmpty() ? 1 : 0;
        }
        assertThat(empty).as("queries that find nothing").isLessThan(QUERIES * 3 / 4);
    }

    @Test
    void skipsNothingAndRepeatsNothingWhileRowsComeAndGo() {
        for (int i = 0; i < 30; i++) {
            var sent = new LinkedMultiValueMap<String, String>();
            sent.add("sort", any(List.of("due", "-due", "age", "-age", "case", "-case", "council", "-council")));
            var query = InboxQuery.of(sent, me);
            var before = obvious.answer(query);
            var seen = new ArrayList<String>();
            String after = null;
            do {
                var page = inbox.page(query, Reach.of(me), after);
                page.rows().forEach(row -> seen.add(row.id()));
                after = page.next();
                change(i, seen);
            } while (after != null);

            assertThat(seen).as(query.url()).doesNotHaveDuplicates();
            var stayed = tasks.stream().map(Sample::id).toList();
            assertThat(seen)
                    .as("rows that were there all the time: " + query.url())
                    .containsAll(before.stream().filter(stayed::contains).toList());
        }
    }

    /** The last one seen is done by somebody, another comes. */
    private void change(int round, List<String> seen) {
        var last = seen.isEmpty() ? "" : seen.get(seen.size() - 1);
        tasks.removeIf(task -> task.id().equals(last));
        jdbc.sql("delete from process_task where id = ?").param(last).update();
        add("n%02d-%03d".formatted(round, random.nextInt(1_000_000)));
    }

    private List<String> read(InboxQuery query) {
        var ids = new ArrayList<String>();
        String after = null;
        do {
            var page = inbox.page(query, Reach.of(me), after);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(Inbox.SIZE);
            page.rows().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private MultiValueMap<String, String> ask() {
        var sent = new LinkedMultiValueMap<String, String>();
        maybe(2, sent, "view", any(List.of("mine", "unassigned", "late", "week", "follow", "council")));
        maybe(2, sent, "sort", any(List.of("-due", "age", "-age", "case", "-case", "council", "-council")));
        maybe(6, sent, "trajectory", any(List.of("recognition", "grant")));
        maybe(4, sent, "step", any(List.of("recognition.Task_A", "recognition.Task_B", "grant.Task_A")));
        maybe(3, sent, "area", any(places).toString());
        var council = any(files).council();
        maybe(8, sent, "council", council == null ? "" : council.toString());
        maybe(5, sent, "group", any(List.of("legal", "finance")));
        maybe(4, sent, "who", any(List.of("me", "nobody", colleague.toString())));
        maybe(4, sent, "from", day());
        maybe(4, sent, "until", day());
        maybe(5, sent, "late", "yes");
        maybe(4, sent, "q", any(List.of("alk", "raad", "Vraag", "rec 2026", "raad genk", "over zzz")));
        return sent;
    }

    private String day() {
        return obvious.day(NOW).plusDays(random.nextInt(24) - 10).toString();
    }

    private void maybe(int oneIn, MultiValueMap<String, String> sent, String name, String value) {
        if (random.nextInt(oneIn) == 0) {
            sent.add(name, value);
        }
    }
}
