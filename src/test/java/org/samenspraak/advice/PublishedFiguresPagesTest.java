package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/** What yearly report and open data tell of published advice, and of what is not public yet or no longer. */
class PublishedFiguresPagesTest extends OutScenario {

    @Autowired
    private Publishing publishing;

    @Autowired
    private Dates dates;

    private CaseId request = CaseId.create();
    private CaseId advice = CaseId.create();
    private UUID point = UUID.randomUUID();

    @BeforeEach
    void decide() {
        request = request("Plein", "mobility", "department-mobility");
        advice = given(request, youth, "advice", LAST.minusDays(2));
        point = point(request, advice, 1, "Meer banken.", Outcome.NOT, "Te duur.");
        given(request, elders, "silent", null);
        decide(request);
    }

    @Test
    void countsForEachCouncilInTheYearlyReport() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        assertThat(scores("domain")).containsExactly("Mobiliteit 1 0 0 1 0 0 0 0");
        assertThat(scores("council")).containsExactly("Jeugdraad 1 0 0 1 0 0 0 0");

        jdbc.sql("update advice_given set joint_with = array[?] where case_id = ?")
                .params(elders.value(), advice.value())
                .update();

        assertThat(scores("domain")).containsExactly("Mobiliteit 1 0 0 1 0 0 0 0");
        assertThat(scores("council"))
                .as("given together: it counts for both")
                .containsExactly("Jeugdraad 1 0 0 1 0 0 0 0", "Seniorenraad 1 0 0 1 0 0 0 0");
    }

    @Test
    void leavesATraceInTheYearlyReportOfWhatWasTakenAway() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        assertThat(said()).containsExactly("Deze cijfers gaan over 1 punt uit adviezen die op deze site staan.");

        mvc.perform(post(office() + "/intrekken")
                .param("reason", "Er staat een adres in")
                .with(csrf())
                .with(role("participation-office")));

        assertThat(said())
                .containsExactly(
                        "Deze cijfers gaan over 0 punten uit adviezen die op deze site staan.",
                        "1 advies van dit jaar is later van deze site weggehaald.",
                        "1 punt daaruit telt hier niet meer mee.");
        mvc.perform(get("/publiek/jaarcijfers.json"))
                .andExpect(jsonPath("$[?(@.year == 2026 && @.measure == 'withdrawn')].count")
                        .value(1));
    }

    @Test
    void countsInTheYearlyReportWhatIsOwedThoughNobodyReadsItYet() throws Exception {
        var other = request("Zwembad", "sport", "department-youth");
        var awaiting = given(other, elders, "advice", LAST);
        point(other, awaiting, 1, "Een bad voor ouderen.", null, "");

        assertThat(said())
                .containsExactly(
                        "Deze cijfers gaan over 0 punten uit adviezen die op deze site staan.",
                        "Daarbuiten wacht nog 1 punt op een antwoord. Dat advies komt op deze site als er geantwoord is.");
    }

    @Test
    void printsAllColumnsOfTheScoreboard() throws Exception {
        publishing.publish(request, Actor.SYSTEM);

        var pdf = mvc.perform(get("/publiek/jaarverslag/2026.pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var read = Loader.loadPDF(pdf)) {
            var columns = report().select("[aria-labelledby=scores-domain] th[scope=col]");
            assertThat(columns).hasSize(9);
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains("Mobiliteit 1 0 0 1 0 0 0 0");
        }
    }

    @Test
    void tellsProgramsWhenATextWasCorrected() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        mvc.perform(get("/publiek/adviezen.json"))
                .andExpect(jsonPath("$[0].corrected").doesNotExist());
        clock.advance(Duration.ofDays(3));

        mvc.perform(post(office())
                .param("hide", point.toString())
                .param("why", "PERSONAL")
                .with(csrf())
                .with(role("participation-office")));

        var day = dates.today();
        mvc.perform(get("/publiek/adviezen.json"))
                .andExpect(jsonPath("$[0].corrected").value(day.toString()))
                .andExpect(jsonPath("$[0].council_ids[0]").value(youth.value().toString()));
        mvc.perform(get("/publiek/adviezen/" + number(request)))
                .andExpect(content().string(containsString("\"dateModified\":\"" + day + "\"")));
        mvc.perform(get("/publiek/punten.json"))
                .andExpect(jsonPath("$[0].council_ids[0]").value(youth.value().toString()));
        mvc.perform(get("/publiek/adviesvragen.json"))
                .andExpect(jsonPath("$[0].decision_number").value("2026_CBS_0042"));
    }

    @Test
    void writesTheFileOfOneAdviceLikeThatOfAll() throws Exception {
        publishing.publish(request, Actor.SYSTEM);

        var one = mvc.perform(get("/publiek/adviezen/" + number(request) + ".csv"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(one).contains(youth.value().toString());
        mvc.perform(get("/publiek/punten.csv")).andExpect(content().string(one));
    }

    private List<String> said() throws Exception {
        return report().select("[aria-labelledby=replies] > p:not(:contains(Hierover))")
                .eachText();
    }

    /** In the report of the year, and with the advice itself: of that year and of all. */
    private List<String> scores(String board) throws Exception {
        var here = scores("/publiek/jaarverslag/2026", board);
        assertThat(scores("/publiek/adviezen", board)).isEqualTo(here);
        assertThat(scores("/publiek/adviezen?year=2026", board)).isEqualTo(here);
        return here;
    }

    private List<String> scores(String address, String board) throws Exception {
        return page(address)
                .select("[aria-labelledby=scores-" + board + "] tbody tr")
                .eachText();
    }

    private Document report() throws Exception {
        return page("/publiek/jaarverslag/2026");
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address)).andReturn().getResponse().getContentAsString());
    }

    private String office() {
        return "/zaken/" + number(request) + "/publicatie";
    }
}
