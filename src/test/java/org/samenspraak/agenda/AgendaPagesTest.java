package org.samenspraak.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Cover;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** It is Monday 14 September 2026. */
class AgendaPagesTest extends PostgresIT {

    @Autowired
    private Areas areas;

    @Autowired
    private Meetings meetings;

    @Autowired
    private CalendarChanges closingDays;

    @Autowired
    private ApplicationContext context;

    private AgendaFixture office;
    private AreaId runkst;
    private AreaId hart;
    private CaseView file;

    @BeforeEach
    void openACase() {
        office = new AgendaFixture(context);
        runkst = areas.add("Runkst", null, Actor.SYSTEM);
        hart = areas.add("Runkst hart", runkst, Actor.SYSTEM);
        file = office.openCase("Erkenning", office.council("Wijkraad Runkst", hart), hart);
    }

    @Test
    void saysInWordsWhatIsLateAndWhatIsNear() throws Exception {
        office.task("t1", file, "Nakijken", "legal", TestClock.START.minus(Duration.ofDays(2)));
        office.task("t2", file, "Adviseren", "legal", TestClock.START.plus(Duration.ofDays(3)));
        office.task("t3", file, "Afronden", "legal", TestClock.START.plus(Duration.ofDays(9)));

        var page = page("/agenda", "legal");

        assertThat(page.select("td:contains(Nakijken) .due--late").text()).isEqualTo("2 dagen te laat");
        assertThat(page.select("td:contains(Adviseren) .due--soon").text()).isEqualTo("over 3 dagen");
        assertThat(page.select("td:contains(Afronden) .due")).isEmpty();
        assertThat(page.select("td:contains(Nakijken) a").eachAttr("href"))
                .containsExactly("/taken/t1", "/zaken/" + file.number());
        assertThat(page.select("td:contains(Nakijken)").text()).contains("Wijkraad Runkst");
        assertThat(page.select(".agenda-today").text()).startsWith("14");
    }

    @Test
    void showsWholeWeeksWithTheirNumberAtTheTurnOfTheYear() throws Exception {
        var december = page("/agenda?maand=2026-12", "legal");

        assertThat(december.select("h1").text()).isEqualTo("Agenda december 2026");
        assertThat(december.select("tbody th span:last-child").eachText())
                .containsExactly("49", "50", "51", "52", "53");
        assertThat(december.select("td:not(.agenda-outside)")).hasSize(31);
        assertThat(december.select("td:not(.agenda-outside)").eachText().get(0)).startsWith("1");
        assertThat(december.select("a[rel=next]").attr("href")).isEqualTo("/agenda?maand=2027-01");
        assertThat(december.select("td:contains(Kerstmis)").text()).startsWith("25");
        assertThat(page("/agenda?maand=2027-01", "legal")
                        .select("tbody th span:last-child")
                        .eachText()
                        .get(0))
                .isEqualTo("53");
        assertThat(page("/agenda?maand=2028-02", "legal").select("td:not(.agenda-outside)"))
                .hasSize(29);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maand=abc",
                "maand=",
                "maand=2026-13",
                "maand=9999-12",
                "maand=0000-01",
                "maand=%2B999999999-12",
                "maand=-999999999-01",
                "wie=baas&soort=alles&traject=%22%3E&gebied=xyz",
                "maand=2026-09&maand=2026-10&toon=%3Cscript%3E"
            })
    void showsThisMonthForWhatMakesNoSense(String asked) throws Exception {
        mvc.perform(get(URI.create("/agenda?" + asked)).with(role("legal")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("september 2026"), not(containsString("<script>")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dag=2026-02-30", "dag=9999-12-31", "toon=lijst&na=x", "toon=lijst&na=2026-09-15_task_%27_x"})
    void showsAListForAnyAddress(String asked) throws Exception {
        mvc.perform(get(URI.create("/agenda?" + asked)).with(role("legal"))).andExpect(status().isOk());
    }

    @Test
    void showsADayWhole() throws Exception {
        office.terms(file, 200);

        var grid = page("/agenda?soort=term", "legal");
        var more = grid.select(".agenda-more").get(0);
        assertThat(more.text()).startsWith("+4 ");
        var day = page(more.attr("href"), "legal");

        assertThat(more.attr("href")).isEqualTo("/agenda?maand=2026-09&toon=lijst&dag=2026-09-01&soort=term");
        assertThat(day.select(".agenda-list > li")).hasSize(8);
        assertThat(day.select("h2").text()).isEqualTo("di 1 september 2026 week 36");
    }

    @Test
    void readsTheListOnKeepingItsFilters() throws Exception {
        office.terms(file, 120);

        var first = page("/agenda?toon=lijst&soort=term&wie=alles", "legal");
        var next = first.select(".pager a").attr("href");
        var second = page(next, "legal");

        assertThat(first.select(".agenda-list > li")).hasSize(AgendaEntries.SIZE);
        assertThat(next).startsWith("/agenda?maand=2026-09&toon=lijst&soort=term&na=");
        assertThat(second.select(".agenda-list > li")).hasSize(AgendaEntries.SIZE);
        assertThat(page(second.select(".pager a").attr("href"), "legal").select(".pager"))
                .isEmpty();
    }

    @Test
    void filtersByAreaWithTheAreasInsideIt() throws Exception {
        var kuringen = areas.add("Kuringen", null, Actor.SYSTEM);
        office.task("t1", file, "In het hart", "legal", TestClock.START);
        office.task("t2", office.openCase("Ander", kuringen), "In Kuringen", "legal", TestClock.START);

        mvc.perform(get("/agenda").param("gebied", runkst.toString()).with(role("legal")))
                .andExpect(content().string(allOf(containsString("In het hart"), not(containsString("In Kuringen")))));
        mvc.perform(get("/agenda?wie=gebieden").with(role("area-manager@" + kuringen, "legal")))
                .andExpect(content().string(allOf(containsString("In Kuringen"), not(containsString("In het hart")))));
        mvc.perform(get("/agenda?wie=gebieden")
                        .param("gebied", runkst.toString())
                        .with(role("area-manager@" + kuringen, "legal")))
                .andExpect(content().string(not(stringContainsInOrder("agenda-list", "In "))));
    }

    @Test
    void linksOnlyWhatTheReaderMayOpen() throws Exception {
        meetings.add("college", List.of(LocalDate.of(2026, 9, 21)), Actor.SYSTEM);
        closingDays.add(LocalDate.of(2026, 9, 22), "Brugdag", Actor.SYSTEM);

        assertThat(page("/agenda", "participation-office")
                        .select("td:contains(Zitting van het college) a, td:contains(Brugdag) a")
                        .eachAttr("href"))
                .containsExactly("/beheer/zittingen", "/beheer/sluitingsdagen");
        var page = page("/agenda", "alderman");
        assertThat(page.text()).contains("Zitting van het college", "Stadhuis gesloten Brugdag");
        assertThat(page.select("td a")).isEmpty();
    }

    @Test
    void showsAnAuditorTermsAndNoWayToMakeAnAddress() throws Exception {
        office.term(file, "check", LocalDate.of(2026, 9, 18));
        office.task("t1", file, "Nakijken", "legal", null, TestClock.START.plus(Duration.ofDays(4)), "check");

        var page = page("/agenda", "auditor");

        assertThat(page.select("td a").eachAttr("href"))
                .containsExactly("/zaken/" + file.number(), "/zaken/" + file.number());
        assertThat(page.select("a[href=/agenda/koppelen]")).isEmpty();
        mvc.perform(get("/agenda/koppelen").with(role("auditor"))).andExpect(status().isForbidden());
    }

    @Test
    void isForWhoSeesTheOffice() throws Exception {
        mvc.perform(get("/agenda")).andExpect(redirectedUrl("/aanmelden"));
        mvc.perform(get("/agenda").with(role("administrator"))).andExpect(status().isForbidden());
        assertThat(page("/agenda", "participation-office")
                        .select("nav a[href=/agenda]")
                        .text())
                .isEqualTo("Agenda");
    }

    @Test
    void showsTheTasksOfWhomTheReaderActsFor() throws Exception {
        office.task("t1", file, "Betalen", "finance", TestClock.START);
        var deputy = SignedIn.of(
                PersonId.create(),
                "Jurist",
                List.of(GroupId.of("legal")),
                List.of(new Cover(
                        new Holder(PersonId.create(), "Financieel medewerker"),
                        Set.of(GroupId.of("finance")),
                        true,
                        Set.of(),
                        Set.of(hart))));

        for (var whose : List.of("", "?wie=groepen")) {
            mvc.perform(get("/agenda" + whose).with(person(deputy)))
                    .andExpect(content().string(stringContainsInOrder("Betalen", "voor Financieel medewerker")));
        }
        assertThat(page("/agenda", "legal").text()).doesNotContain("Betalen");
    }

    @Test
    void speaksEnglish() throws Exception {
        office.task("t1", file, "Nakijken", "legal", TestClock.START);

        mvc.perform(get("/agenda?lang=en").with(role("legal")))
                .andExpect(content()
                        .string(allOf(
                                containsString("September 2026"),
                                containsString("Monday"),
                                containsString("English Nakijken"))));
    }

    private Document page(String url, String... groups) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(url)).with(role(groups)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
