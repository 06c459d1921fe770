package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PdfUa;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** It is September 2026. */
class YearPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final String FEW = "minder dan 5, of weggelaten";
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    private AreaId north = AreaId.create();
    private AreaId south = AreaId.create();
    private AreaId west = AreaId.create();

    @BeforeEach
    void fill() {
        north = areas.add("Noord", null, OFFICE);
        south = areas.add("Zuid", null, OFFICE);
        west = areas.add("West", null, OFFICE);
        recognise("Raad Noord", LocalDate.of(2025, 3, 1));
        recognise("Raad Zuid", TODAY);
        for (int at = 0; at < 12; at++) {
            signal(at < 2 ? north : at < 7 ? south : west);
        }
    }

    @Test
    void givesAPageForEveryYearOfWhichSomethingIsKnown() throws Exception {
        mvc.perform(get("/publiek/jaarverslag"))
                .andExpect(content().string(containsString("/publiek/jaarverslag/2026")))
                .andExpect(content().string(containsString("/publiek/jaarverslag/2025")));
        assertThat(cells("2026", "register")).containsExactly("1", "0", "0");
        assertThat(cells("2025", "register")).containsExactly("1", "0", "0");
        for (var none : List.of("2024", "2027", "9999")) {
            mvc.perform(get("/publiek/jaarverslag/" + none)).andExpect(status().isNotFound());
            mvc.perform(get("/publiek/jaarverslag/" + none + ".pdf")).andExpect(status().isNotFound());
        }
        mvc.perform(get("/publiek/jaarverslag/x")).andExpect(status().isNotFound());
    }

    @Test
    void hidesNumbersThatMayTellOfOnePerson() throws Exception {
        assertThat(cells("2026", "reports")).containsExactly("0", "12", "0");
        assertThat(cells("2026", "report-areas"))
                .as("2 in the north, 5 in the west and 5 in the south: two are hidden, so that neither can be"
                        + " worked out")
                .containsExactly(FEW, FEW, "5");
    }

    @Test
    void countsAgreementsWithoutTheirWords() throws Exception {
        agreements();

        assertThat(cells("2026", "agreements")).containsExactly("6", FEW, FEW, "0");
        mvc.perform(get("/publiek/jaarverslag/2026"))
                .andExpect(content().string(not(containsString("Geheime afspraak"))));
    }

    @Test
    void saysBesideAPlotWhatItLeavesOutAndNowhereElse() throws Exception {
        var page = page("2026");

        assertThat(page.select("section[aria-labelledby=report-areas] p").eachText())
                .containsExactly(
                        "In dit deel staat geen aantal van 1 of meer en minder dan 5, omdat het over één persoon kan"
                                + " gaan. Soms is daarom ook een groter aantal weggelaten.");
        assertThat(page.select("main").text().split("In dit deel staat geen aantal", -1))
                .hasSize(2);
        assertThat(page.select("section[aria-labelledby=register] p").eachText())
                .containsExactly("Op ma 14 september 2026 stonden er 2 raden in het register.");
    }

    @Test
    void saysUntilWhenAYearThatRunsIsCounted() throws Exception {
        jdbc.sql("update council_inscription set until_day = '2026-11-01'").update();
        var soFar = "Dit jaar loopt nog: alles is geteld tot en met ma 14 september 2026.";

        assertThat(page("2026").text())
                .contains(soFar)
                .as("they leave the register before the year is over, and are in it today")
                .contains("Op ma 14 september 2026 stonden er 2 raden in het register.");
        assertThat(printed("")).contains("Dit jaar loopt nog");
        assertThat(page("2025").text())
                .doesNotContain("Dit jaar loopt nog")
                .contains("Op wo 31 december 2025 stond er 1 raad in het register.");
    }

    @Test
    void countsTheNeighbourhoodBudget() throws Exception {
        round();

        assertThat(cells("2026", "budget"))
                .as("the ideas and projects of a round that was decided, of which everybody may know")
                .containsExactly("1", "0", "2", "1");
        assertThat(page("2026").select("section[aria-labelledby=budget] p").eachText())
                .containsExactly("Er begon 1 ronde in dit jaar.", "Daarvoor is er 120.000,00 euro.");
        jdbc.sql("update wijkbudget_decision set public_at = null").update();
        assertThat(cells("2026", "budget"))
                .as("nobody was told yet what was chosen")
                .containsExactly("1", "0", "0", "0");
        assertThat(printed("")).contains("Wijkbudget", "Daarvoor is er 120.000,00 euro.");
    }

    @Test
    void countsGrantsOnceTheirLettersLeftAndWhatWasHeld() throws Exception {
        var council = recognise("Raad West", TODAY);
        var round = CaseId.create();
        var grant = CaseId.create();
        var forum = CaseId.create();
        jdbc.sql("insert into grant_round (case_id, year, closing_day) values (?, 2026, '2026-03-01')")
                .param(round.value())
                .update();
        transaction.executeWithoutResult(status -> {
            cases.open(new OpenCase(grant, "yearly-talk", "SUB", "Subsidie", council, west, TODAY, false, OFFICE));
            cases.open(new OpenCase(forum, "open-forum", "FOR", "Forum", council, west, TODAY, false, OFFICE));
        });
        jdbc.sql(
                        "insert into grant_grant (case_id, round, council_id, year, state, asked, granted) values (?, ?, ?, 2026,"
                                + " 'GRANTED', 90000, 75050)")
                .params(grant.value(), round.value(), council.value())
                .update();
        jdbc.sql(
                        "insert into grant_meeting (case_id, council_id, subject, state, held_on) values (?, ?, 'Verkeer', 'HELD',"
                                + " '2026-05-04')")
                .params(forum.value(), council.value())
                .update();

        assertThat(cells("2026", "grants")).containsExactly("1", "1", "0");
        assertThat(page("2026").select("section[aria-labelledby=grants] p").eachText())
                .containsExactly("Samen is 750,50 euro toegekend.");
        assertThat(cells("2026", "meetings")).containsExactly("0", "0", "1", "0");
    }

    @Test
    void printsInTheLanguageOfTheReader() throws Exception {
        assertThat(printed("")).contains("Participatie in 2026", "Signalen uit de wijken");
        assertThat(printed("?lang=en")).contains("Participation in 2026", "Signals from the neighbourhoods");
    }

    private String printed(String language) throws Exception {
        var pdf = mvc.perform(get("/publiek/jaarverslag/2026.pdf" + language))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        PdfUa.isAccessible(pdf);
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language.isEmpty() ? "nl" : "en");
            return new PDFTextStripper().getText(read);
        }
    }

    @Test
    void isInEnglishToo() throws Exception {
        mvc.perform(get("/publiek/jaarverslag/2026"))
                .andExpect(content().string(containsString("\"temporalCoverage\":\"2026\"")));
        mvc.perform(get("/publiek/jaarverslag/2026?lang=en"))
                .andExpect(content().string(containsString("Participation in 2026")))
                .andExpect(content().string(containsString("fewer than 5")))
                .andExpect(content().string(containsString("/publiek/jaarverslag?lang=en")));
    }

    private List<String> cells(String year, String figure) throws Exception {
        return page(year).select("section[aria-labelledby=" + figure + "] td").eachText();
    }

    private Document page(String year) throws Exception {
        return Jsoup.parse(mvc.perform(get("/publiek/jaarverslag/" + year))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** Decided, with one idea, and two chosen projects of which one is done. */
    private void round() {
        var round = CaseId.create();
        var idea = CaseId.create();
        transaction.executeWithoutResult(status -> {
            cases.open(new OpenCase(round, "wijkbudget", "WBR", "Ronde", null, null, TODAY, false, OFFICE));
            cases.open(new OpenCase(idea, "wijkbudget-idea", "IDE", "Idee", null, west, TODAY, false, OFFICE));
        });
        jdbc.sql(
                        "insert into wijkbudget_round (case_id, title, opens, total_cents, base_cents, floor_cents, ceiling_cents,"
                                + " vulnerability, adopted_at) values (?, 'Ronde', ?, 12000000, 0, 0, 12000000, 0, now())")
                .params(round.value(), TODAY)
                .update();
        jdbc.sql("insert into wijkbudget_proposal (case_id, round, area_id, title, idea, need, place, on_paper, state)"
                        + " values (?, ?, ?, 'Bank', 'Een bank', 'Rust', 'Plein', false, 'IN')")
                .params(idea.value(), round.value(), west.value())
                .update();
        jdbc.sql(
                        "insert into wijkbudget_decision (round, number, decided_on, decided_at, decided_by, public_at) values (?,"
                                + " '7', ?, now(), 'Bureau', now())")
                .params(round.value(), TODAY)
                .update();
        for (var state : List.of("DONE", "RUNNING")) {
            var project = UUID.randomUUID();
            jdbc.sql("insert into wijkbudget_project (id, round, title, made_at, made_by, state, decided) values (?, ?,"
                            + " 'Bank', now(), 'Bureau', ?, 'CHOSEN')")
                    .params(project, round.value(), state)
                    .update();
            jdbc.sql(
                            "insert into wijkbudget_execution (project, carrier, what, cents, ended_on) values (?, 'CITY', 'Bank',"
                                    + " 100, ?)")
                    .params(project, state.equals("DONE") ? TODAY : null)
                    .update();
        }
    }

    private void agreements() {
        var council = recognise("Raad West", TODAY);
        var talk = CaseId.create();
        transaction.executeWithoutResult(status ->
                cases.open(new OpenCase(talk, "yearly-talk", "GES", "Gesprek", council, west, TODAY, false, OFFICE)));
        jdbc.sql("insert into grant_talk (case_id, council_id, year, state) values (?, ?, 2026, 'CONFIRMED')")
                .params(talk.value(), council.value())
                .update();
        for (int at = 0; at < 11; at++) {
            jdbc.sql("insert into grant_agreement (talk, council_id, what, due, done_on) values (?, ?, 'Geheime"
                            + " afspraak', ?, ?)")
                    .params(
                            talk.value(),
                            council.value(),
                            at > 8 ? TODAY.plusDays(9) : TODAY.minusDays(9),
                            at < 6 ? TODAY.minusDays(10) : at < 9 ? TODAY : null)
                    .update();
        }
    }

    private void signal(AreaId area) {
        transaction.executeWithoutResult(status -> cases.open(
                new OpenCase(CaseId.create(), "signal", "SIG", "Geheim signaal", null, area, TODAY, false, OFFICE)));
    }

    private CouncilId recognise(String name, LocalDate from) {
        var id = councils.add(CouncilKind.WIJKRAAD, name, north, OFFICE);
        councils.inscribe(
                id, new Councils.Inscription(true, from, null, null, null, "1", from, CaseId.create()), OFFICE);
        return id;
    }
}
