package org.samenspraak.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

class AgendaIT extends PostgresIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final PersonId ME = PersonId.create();
    private static final Actor BY = Actor.SYSTEM;

    @Autowired
    private AgendaEntries agenda;

    @Autowired
    private Areas areas;

    @Autowired
    private Meetings meetings;

    @Autowired
    private CalendarChanges closingDays;

    @Autowired
    private Clocks clocks;

    @Autowired
    private ApplicationContext context;

    private AgendaFixture office;
    private AreaId runkst;
    private AreaId kuringen;
    private CaseView file;

    @BeforeEach
    void openACase() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        office = new AgendaFixture(context);
        runkst = areas.add("Runkst", null, BY);
        kuringen = areas.add("Kuringen", null, BY);
        file = office.openCase("Wijkraad Runkst", runkst);
    }

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void standsInTheOrderOfDayAndKind() {
        meetings.add("college", List.of(LocalDate.of(2026, 9, 21)), BY);
        closingDays.add(LocalDate.of(2026, 9, 21), "Brugdag", BY);
        office.task("a", file, "Nakijken", "legal", Instant.parse("2026-09-21T10:00:00Z"));
        office.term(file, "decision", LocalDate.of(2026, 9, 21));
        office.term(file, "hear", LocalDate.of(2026, 9, 3));

        assertThat(titles(query(Whose.ALL, "legal")))
                .containsExactly(
                        "Einde termijn: mening van de wijkmanager",
                        "Stadhuis gesloten",
                        "Zitting van het college",
                        "Nakijken",
                        "Einde termijn: besluit nemen");
    }

    @Test
    void endsAndBeginsAMonthByTheMunicipalitysOwnClock() {
        office.task("a", file, "Nog augustus", "legal", Instant.parse("2026-08-31T21:59:59Z"));
        office.task("b", file, "Al september", "legal", Instant.parse("2026-08-31T22:00:00Z"));
        office.task("c", file, "Nog september", "legal", Instant.parse("2026-09-30T21:59:59Z"));
        office.task("d", file, "Al oktober", "legal", Instant.parse("2026-09-30T22:00:00Z"));

        var query = query(Whose.ALL, "legal");

        assertThat(titles(query)).containsExactly("Al september", "Nog september");
        assertThat(agenda.days(query).keySet()).containsExactly(FIRST, LAST);
    }

    @Test
    void showsATermOnceToWhoHasItsTask() {
        office.term(file, "check", LocalDate.of(2026, 9, 18));
        office.task("a", file, "Nakijken", "legal", null, Instant.parse("2026-09-18T21:59:59Z"), "check");

        assertThat(titles(query(Whose.ALL, "legal"))).containsExactly("Nakijken");
        assertThat(titles(query(Whose.ALL, "finance"))).containsExactly("Einde termijn: aanvraag nakijken");
        assertThat(titles(query(Whose.ALL, Set.of("term"), "legal")))
                .as("asked for alone, terms are whole")
                .containsExactly("Einde termijn: aanvraag nakijken");
    }

    @Test
    void leavesOutWhatStopped() {
        office.term(file, "check", LocalDate.of(2026, 9, 18));
        office.task("a", file, "Stilgelegd", "legal", Instant.parse("2026-09-18T21:59:59Z"));
        jdbc.sql("update process_task set suspended = true").update();
        clocks.stop(file.id(), "check", null);

        assertThat(titles(query(Whose.ALL, "legal"))).isEmpty();
    }

    @Test
    void narrowsToMineMyGroupsAndMyAreas() {
        var other = office.openCase("Wijkraad Kuringen", kuringen);
        office.task("a", file, "Van mij", "finance", ME, Instant.parse("2026-09-18T10:00:00Z"), null);
        office.task("b", other, "Van mijn groep", "area-manager@" + runkst, Instant.parse("2026-09-18T11:00:00Z"));
        office.task("c", file, "Van een ander", "legal", Instant.parse("2026-09-18T12:00:00Z"));
        office.term(file, "hear", LocalDate.of(2026, 9, 18));
        office.term(other, "check", LocalDate.of(2026, 9, 18));
        var groups = "area-manager@" + runkst;

        assertThat(titles(query(Whose.MINE, groups))).containsExactly("Van mij");
        assertThat(titles(query(Whose.GROUPS, groups))).containsExactly("Van mij", "Van mijn groep");
        assertThat(titles(query(Whose.AREAS, groups)))
                .containsExactly("Van mij", "Einde termijn: mening van de wijkmanager");
        assertThat(titles(query(Whose.ALL, groups))).hasSize(4).doesNotContain("Van een ander");
    }

    @Test
    void narrowsToATrajectory() {
        office.task("a", file, "Nakijken", "legal", Instant.parse("2026-09-18T10:00:00Z"));
        office.term(file, "hear", LocalDate.of(2026, 9, 18));
        var query = query(Whose.ALL, "legal");

        assertThat(agenda.entries(of(query, "recognition"), 10)).hasSize(2);
        assertThat(agenda.entries(of(query, "grant"), 10)).isEmpty();
    }

    @Test
    void showsAFewOfManyAndCountsNoFurtherThanNeeded() throws Exception {
        var query = query(Whose.ALL, "legal");
        var before = SqlCount.of(() -> agenda.days(query));
        office.terms(file, 5_000);

        var days = agenda.days(query);

        assertThat(days).hasSize(25);
        assertThat(days.values()).allSatisfy(day -> {
            assertThat(day.first()).hasSize(AgendaEntries.OF_A_DAY);
            assertThat(day.isCountedOut()).isTrue();
        });
        assertThat(SqlCount.of(() -> agenda.days(query))).isEqualTo(before);
    }

    @Test
    void countsWhatIsNotShown() {
        office.terms(file, 30);
        office.task("a", file, "Nakijken", "legal", Instant.parse("2026-09-02T10:00:00Z"));

        var day = Objects.requireNonNull(agenda.days(query(Whose.ALL, "legal")).get(LocalDate.of(2026, 9, 2)));

        assertThat(day.count()).isEqualTo(3);
        assertThat(day.first().get(0).title()).isEqualTo("Nakijken");
        assertThat(day.more()).isZero();
    }

    @Test
    void readsOnWithoutLosingOrRepeatingAnything() {
        office.terms(file, 130);
        meetings.add("college", List.of(LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 17)), BY);
        meetings.add("gemeenteraad", List.of(LocalDate.of(2026, 9, 16)), BY);
        for (int i = 0; i < 60; i++) {
            office.task("t" + i, file, "Taak " + i, "legal", Instant.parse("2026-09-16T10:00:00Z"));
        }
        var query = query(Whose.ALL, "legal");

        var read = new ArrayList<AgendaEntry>();
        String after = null;
        var pages = 0;
        do {
            var page = agenda.page(query, after);
            read.addAll(page.rows());
            after = page.next();
            pages++;
        } while (after != null);

        assertThat(pages).isEqualTo(4);
        assertThat(read).hasSize(193).doesNotHaveDuplicates();
        assertThat(read).isEqualTo(agenda.entries(query, 1_000));
    }

    @Test
    void beginsAtTheTopForACursorThatMakesNoSense() {
        office.terms(file, 3);
        office.task("a", file, "Nakijken", "legal", Instant.parse("2026-09-16T10:00:00Z"));
        var query = query(Whose.ALL, "legal");
        var all = agenda.entries(query, 10);

        for (var cursor : List.of(
                "",
                "abc",
                "2026-09-16",
                "2026-13-16_task_x",
                "2026-08-01_task_x",
                "+999999999-12-31_task_x",
                "2026-09-01_nothing_1",
                "2026-09-02_term_x",
                "2026-09-02_term_99999999999999999999")) {
            assertThat(agenda.page(query, cursor).rows()).as(cursor).isNotNull();
        }
        assertThat(agenda.page(query, "abc").rows()).isEqualTo(all);
        assertThat(agenda.page(query, "2026-09-16_task_2026-09-16T10:00:00Z_\0").rows())
                .isNotNull();
        assertThat(agenda.page(query, "2026-09-16_task_+999999999-01-01T10:00:00Z_a")
                        .rows())
                .isNotNull();
    }

    private AgendaQuery query(Whose whose, String... groups) {
        return query(whose, new HashSet<>(agenda.kinds()), groups);
    }

    private AgendaQuery query(Whose whose, Set<String> kinds, String... groups) {
        var me = SignedIn.of(ME, "Ik", Arrays.stream(groups).map(GroupId::parse).toList());
        return new AgendaQuery(
                me, FIRST, LAST, whose, null, null, whose == Whose.AREAS ? AgendaPages.ownAreas(me) : null, kinds);
    }

    private static AgendaQuery of(AgendaQuery query, @Nullable String trajectory) {
        return new AgendaQuery(
                query.me(), FIRST, LAST, query.whose(), null, trajectory, query.areas(), Set.of("task", "term"));
    }

    private List<String> titles(AgendaQuery query) {
        return agenda.entries(query, 100).stream().map(AgendaEntry::title).toList();
    }
}
