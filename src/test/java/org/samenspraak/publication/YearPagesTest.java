package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
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
        mvc.perform(get("/publiek/jaarverslag/2026?lang=en"))
                .andExpect(content().string(containsString("Participation in 2026")))
                .andExpect(content().string(containsString("fewer than 5")))
                .andExpect(content().string(containsString("/publiek/jaarverslag?lang=en")));
    }

    private List<String> cells(String year, String figure) throws Exception {
        var page = Jsoup.parse(mvc.perform(get("/publiek/jaarverslag/" + year))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        return page.select("section[aria-labelledby=" + figure + "] td").eachText();
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
