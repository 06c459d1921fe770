package org.samenspraak.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class OverviewPagesTest extends PostgresIT {

    private static final List<String> FIGURES =
            List.of("trajectories", "sides", "teams", "load", "lead", "steps", "late-steps");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Counts counts;

    @Autowired
    private Cases cases;

    @Autowired
    private Areas areas;

    private AreaId city;
    private AreaId runkst;
    private PersonId somebody;

    @BeforeEach
    void fillTheOffice() {
        somebody = add("Dossierbeheerder");
        city = areas.add("Hasselt", null, Actor.SYSTEM);
        runkst = areas.add("Runkst", city, Actor.SYSTEM);
        var late = TestClock.START.minus(Duration.ofDays(3));
        var soon = TestClock.START.plus(Duration.ofDays(3));
        var one = open(runkst);
        task(one, "legal", false, null, late);
        task(one, "legal", false, somebody.value(), soon);
        task(one, "council@" + UUID.randomUUID(), true, null, soon);
        var two = open(city);
        task(two, "area-manager@" + city, false, somebody.value(), late);
        open(city);
        var done = open(runkst);
        step(done, "Task_A", 5, 10);
        step(done, "Task_A", 3, 2);
        step(two, "Task_A", 9, null);
        cases.close(done, "recognised", Actor.SYSTEM);
        counts.count();
    }

    @Test
    void eachNumberIsAsLongAsTheListBehindIt() throws Exception {
        for (var filter : new String[] {"", "?area=" + runkst, "?trajectory=recognition&area=" + city}) {
            var page = page("/overzicht" + filter);
            var links = page.select("td a[href^=/zaken]");
            assertThat(links).hasSizeGreaterThan(8);
            for (var link : links) {
                assertThat(page(link.attr("href")).select("#cases tbody tr"))
                        .as(link.attr("href"))
                        .hasSize(Integer.parseInt(link.text()));
            }
        }
    }

    @Test
    void eachFigureHasABarThatLeadsWhereItsNumberLeads() throws Exception {
        var page = page("/overzicht");

        assertThat(page.select("section h2").eachAttr("id")).containsExactlyElementsOf(FIGURES);
        for (var row : page.select("section tbody tr")) {
            assertThat(row.select("a.bar").attr("href"))
                    .as(row.text())
                    .startsWith("/zaken?")
                    .isEqualTo(row.select("td:eq(1) a").attr("href"));
            assertThat(row.select(".bar__all").attr("width")).isNotEmpty();
        }
    }

    @Test
    void tellsWhoIsAway() throws Exception {
        assertThat(page("/overzicht").select("section:has(#load) .chip")).isEmpty();
        var today = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC);
        delegations.add(
                SignedInAs.load(context, somebody),
                somebody,
                new NewDelegation(null, add("Vervanger"), today, today.plusDays(3), "Verlof", Set.of(), Set.of()));

        assertThat(page("/overzicht").select("section:has(#load) .chip").text()).isEqualTo("afwezig");
        assertThat(file("/overzicht/load.csv?lang=en")).contains("\"Dossierbeheerder\";\"away\";\"2\";\"1\";\"1\"");
    }

    @Test
    void saysWhatIsOpenLateAndSoonOnce() throws Exception {
        var page = page("/overzicht");

        assertThat(row(page, "trajectories", 0)).containsExactly("3", "2", "1");
        assertThat(page.select("section:has(#teams) tbody tr")).hasSize(2);
        assertThat(row(page, "load", 0)).containsExactly("2", "1", "1");
        assertThat(page.select("section:has(#trajectories) .bar__part").attr("width"))
                .startsWith("66.6");
        assertThat(row(page("/overzicht?area=" + runkst), "trajectories", 0)).containsExactly("1", "1", "1");
    }

    @Test
    void tellsHowLongItTookAgainstTheTerm() throws Exception {
        var page = page("/overzicht");

        assertThat(row(page, "lead", 0).get(0)).isEqualTo("1");
        assertThat(row(page, "steps", 0)).containsExactly("2", "3", "9", "2", "0%", "1");
        assertThat(page("/overzicht?quarter=2026-Q2").select("section:has(#steps) tr"))
                .isEmpty();
        assertThat(row(page("/overzicht?quarter=2020-Q1"), "steps", 0))
                .as("what can't be chosen is this quarter")
                .containsExactly("2", "3", "9", "2", "0%", "1");
    }

    @Test
    void countsAStepThatItsTermEndedAsLateAndNoneThatFellAwayBefore() throws Exception {
        var over = open(runkst);
        step(over, "Task_C", 9, 2);
        step(open(runkst), "Task_C", 3, 10);
        step(open(runkst), "Task_C", 3, 10);
        jdbc.sql("update casefile_step set canceled = true where element = 'Task_C' and (case_id = ? or id ="
                        + " (select max(id) from casefile_step))")
                .param(over.value())
                .update();
        counts.count();

        var page = page("/overzicht");

        assertThat(row(page, "steps", 1)).containsExactly("2", "3", "9", "2", "50%", "1");
        var list = page.select("section:has(#steps) tbody tr").get(1).select("td a[href^=/zaken]");
        assertThat(page(list.attr("href")).select("#cases tbody tr")).hasSize(2);
    }

    @Test
    void tellsHowManyStepsRunLateAndWhichCasesTheyAre() throws Exception {
        var page = page("/overzicht?quarter=2026-Q2");

        assertThat(row(page, "late-steps", 0)).containsExactly("2");
        var list = page(page.select("section:has(#late-steps) td a").attr("href"));
        assertThat(list.select("#cases tbody tr")).hasSize(2);
        assertThat(list.select("#cases .due--late").eachText())
                .hasSize(2)
                .allMatch(it -> it.startsWith("X: te laat sinds"));
        assertThat(page("/overzicht?area=" + runkst)
                        .select("section:has(#late-steps) td")
                        .eachText())
                .containsExactly("1");
    }

    @Test
    void countsQuartersThatAreOverNoMore() {
        jdbc.sql("update insight_days set quarter = '2020-01-01'").update();

        counts.count();
        counts.count();

        assertThat(jdbc.sql("select count(*) from insight_days where element = ''")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void eachTableIsAFile() throws Exception {
        assertThat(file("/overzicht/trajectories.csv?lang=en&area=" + runkst))
                .contains("\"Kind of case\";\"Note\";\"Open\";\"Late\"")
                .contains("\"1\";\"1\";\"1\"");
        mvc.perform(get("/overzicht/steps.csv?quarter=2026-Q2&lang=nl").with(role("alderman")))
                .andExpect(header().string(
                                "Content-Disposition",
                                matchesPattern(".*[0-9]-doorlooptijd-per-stap-2026-q2\\.csv.*")));
        mvc.perform(get("/overzicht/nothing.csv").with(role("alderman"))).andExpect(status().isNotFound());
    }

    @Test
    void nonsenseIsLeftOut() throws Exception {
        assertThat(row(page("/overzicht?area=%27&quarter=9&trajectory="), "trajectories", 0))
                .containsExactly("3", "2", "1");
        assertThat(page("/zaken?due=x&with=%27&step=.&quarter=2026-Q9&area=x&council=x")
                        .select("#cases"))
                .isEmpty();
        mvc.perform(get("/overzicht").with(role("administrator"))).andExpect(status().isForbidden());
    }

    private static List<String> row(Document page, String figure, int row) {
        return page.select("section:has(#" + figure + ") tbody tr")
                .get(row)
                .select("td")
                .eachText();
    }

    private Document page(String url) throws Exception {
        return Jsoup.parse(file(url));
    }

    private String file(String url) throws Exception {
        return mvc.perform(get(URI.create(url)).with(role("alderman")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private PersonId add(String name) {
        var finance = Set.of(GroupId.parse("finance"));
        return people.add(
                new NewPerson(
                        name.toLowerCase(Locale.ROOT), name, "p@hasselt.example", "", "een lang wachtwoord", finance),
                Actor.SYSTEM);
    }

    private CaseId open(AreaId area) {
        var id = cases.open(new OpenCase(
                CaseId.create(),
                "recognition",
                "REC",
                "Erkenning",
                null,
                area,
                LocalDate.of(2026, 9, 1),
                false,
                Actor.resident("Aanvrager")));
        return cases.get(id).id();
    }

    private void task(CaseId file, String group, boolean council, @Nullable UUID assignee, Instant due) {
        jdbc.sql(
                        """
                        insert into process_task
                            (id, case_id, process_key, element, name, groups, for_council, assignee, due, priority, created, suspended)
                        values (gen_random_uuid()::text, ?, 'recognition', 'Task_X', 'X', array[?], ?, ?, ?, 50, now(), false)
                        """)
                .params(file.value(), group, council, assignee, due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param term days, or none */
    private void step(CaseId file, String element, int days, @Nullable Integer term) {
        var entered = TestClock.START.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        insert into casefile_step (case_id, process_key, element, type, entered_at, left_at, due, actor_name)
                        values (?, 'recognition', ?, 'userTask', ?, ?, ?, '')
                        """)
                .params(
                        file.value(),
                        element,
                        entered,
                        TestClock.START.minusSeconds(days).atOffset(ZoneOffset.UTC),
                        term == null ? null : entered.plusDays(term))
                .update();
    }
}
