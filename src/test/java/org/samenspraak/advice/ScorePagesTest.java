package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;

class ScorePagesTest extends OutScenario {

    private static final String BOARD = "/overzicht/adviezen";
    private static final String PERIOD = "&from=2026-08-01&until=2026-08-31";

    @Autowired
    private Scores scores;

    private CaseId request = CaseId.create();

    @BeforeEach
    void fill() {
        request = request("Plein en park", "mobility", "department-mobility");
        var inTime = given(request, youth, "advice", LAST.minusDays(10));
        var outcomes = Outcome.values();
        for (int at = 0; at < outcomes.length; at++) {
            point(request, inTime, at + 1, "Punt", outcomes[at], "Reden");
        }
        var late = given(request, elders, "advice", LAST.plusDays(4));
        point(request, late, 1, "Nog te doen", null, "");
        point(request, late, 2, "Gevolgd", Outcome.FOLLOWED, "");
        var other = request("Boeken", "culture", "department-culture");
        given(other, youth, "silent", null);
        given(other, elders, null, null);
        given(other, newCouncil("Cultuurraad", "Bo Jans", "bo@cultuur.example"), "none", LAST.minusDays(20));
        var before = request("Lang geleden", "mobility", "department-mobility");
        var old = given(before, youth, "advice", LAST.minusDays(20));
        jdbc.sql("update advice_given set asked_on = '2025-03-01', last_day = '2025-04-01' where case_id = ?")
                .param(old.value())
                .update();
    }

    @Test
    void countsPerCouncil() throws Exception {
        var board = rows(BOARD + "?by=council" + PERIOD);

        assertThat(board.keySet()).containsExactly("Cultuurraad", "Jeugdraad", "Seniorenraad");
        assertThat(board.get("Jeugdraad"))
                .containsExactly("2", "1", "0", "0", "1", "0", "0", "30", "20", "1", "1", "1", "1", "1", "1", "0", "0");
        assertThat(board.get("Seniorenraad"))
                .containsExactly("2", "0", "1", "0", "0", "1", "0", "30", "34", "1", "0", "0", "0", "0", "0", "1", "0");
        assertThat(board.get("Cultuurraad"))
                .containsExactly("1", "0", "0", "0", "1", "0", "0", "30", "–", "0", "0", "0", "0", "0", "0", "0", "0");
    }

    @Test
    void addsUpWhatCanBeAddedUp() throws Exception {
        assertThat(page(BOARD + "?by=council" + PERIOD).select("tfoot tr").stream()
                        .flatMap(row -> row.select("th, td").eachText().stream()))
                .containsExactly(
                        "Samen", "5", "1", "1", "0", "2", "1", "0", "–", "–", "Samen", "2", "1", "1", "1", "1", "1",
                        "1", "0");
    }

    @Test
    void countsPerDomainAndPerAsker() throws Exception {
        var domains = rows(BOARD + "?by=domain" + PERIOD);
        assertThat(domains.get("Mobiliteit")).startsWith("2", "1", "1", "0", "0", "0");
        assertThat(domains.get("Cultuur")).startsWith("3", "0", "0", "0", "2", "1");
        assertThat(rows(BOARD + "?by=asker" + PERIOD)).hasSize(2);
        assertThat(rows(BOARD + "?by=council&from=2025-01-01&until=2025-12-31")).containsOnlyKeys("Jeugdraad");
        assertThat(rows(BOARD + "?by=x&from=gisteren&until=9999999-01-01")).hasSize(3);
        assertThat(rows(BOARD + "?from=2024-01-01&until=2023-01-01")).isEmpty();
    }

    @Test
    void countsUnsolicitedAdviceUnderWhoReplies() throws Exception {
        var own = CaseId.create();
        cases.open(new OpenCase(own, "unsolicited-advice", "ONG", "Zebrapad", youth, area, ASKED, false, OFFICE));
        jdbc.sql("insert into advice_given (case_id, council_id, answer, given_at, responsible)"
                        + " values (?, ?, 'advice', '2026-08-20T10:00:00Z', 'department-green')")
                .params(own.value(), youth.value())
                .update();
        point(own, own, 1, "Leg een zebrapad aan.", null, "");

        assertThat(rows(BOARD + "?by=asker" + PERIOD).get("Dienst groen"))
                .startsWith("0", "0", "0", "0", "0", "0", "1");
        assertThat(scores.owed("unsolicited-advice", new UUID[0]))
                .containsExactly(new Scores.Owed("department-green", 1, 0));
    }

    @Test
    void countsWhatIsNotLegalNeitherInTimeNorLate() throws Exception {
        jdbc.sql("update advice_given set not_legal = true where council_id = ?")
                .param(youth.value())
                .update();

        assertThat(page(BOARD + "?by=council" + PERIOD).select("tfoot tr").eachText())
                .startsWith("Samen 5 0 1 1 2 1 0 – –");
        assertThat(page(BOARD + "/lijst?by=council&of=" + youth + "&what=not-legal" + PERIOD)
                        .select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void silenceOfACouncilThatWasOnlyToldIsNoMissingAdvice() throws Exception {
        jdbc.sql("update advice_request set position = 'inform'").update();

        assertThat(rows(BOARD + "?by=council" + PERIOD).get("Jeugdraad")).startsWith("1", "1", "0", "0", "0");
        assertThat(rows(BOARD + "?by=council" + PERIOD)).doesNotContainKey("Cultuurraad");
    }

    @Test
    void eachNumberLeadsToAsManyRows() throws Exception {
        for (var by : List.of("council", "domain", "asker")) {
            for (var link : page(BOARD + "?by=" + by + PERIOD).select("td.num a")) {
                var list = page(link.attr("href"));
                assertThat(list.select("tbody tr")).as(link.attr("href")).hasSize(Integer.parseInt(link.text()));
                assertThat(list.text()).doesNotContain("??").doesNotContain("null");
            }
        }
    }

    @Test
    void readsALongListAPageAtATime() throws Exception {
        var many = given(request, newCouncil("Sportraad", "Bo Jans", "bo@sport.example"), "advice", LAST);
        for (int at = 1; at <= 60; at++) {
            point(request, many, at, "Punt", Outcome.NOTED, "Dank u");
        }
        var list = BOARD + "/lijst?by=domain&of=mobility&what=noted" + PERIOD;
        var first = page(list);
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(page(first.select(".pager a").attr("href")).select("tbody tr"))
                .hasSize(11);
        assertThat(SqlCount.of(() -> mvc.perform(get(list).with(role("participation-office")))))
                .isLessThan(12);
    }

    @Test
    void tellsWhichRepliesAreOverdueAndForgetsWhatWasWithdrawn() {
        jdbc.sql(
                        """
                        insert into deadlines_clock (case_id, term, scope, round, regulation, regulation_version, from_day, since,
                                                     last_day, due, at_start, extensions, running)
                        values (?, 'reply', '', 1, 'r', 1, '2026-08-20', 's', '2026-09-01', '2026-09-01T22:00:00Z', false, 0, true)
                        """)
                .param(request.value())
                .update();
        assertThat(scores.owed(null, new UUID[0])).containsExactly(new Scores.Owed("department-mobility", 1, 1));
        assertThat(scores.owed("recognition", new UUID[0])).isEmpty();
        assertThat(scores.owed(null, new UUID[] {area.value()})).hasSize(1);
        assertThat(scores.owed(null, new UUID[] {UUID.randomUUID()})).isEmpty();

        cases.stop(request, CaseStatus.STOPPED, "Geen geld meer", OFFICE);

        assertThat(scores.owed(null, new UUID[0])).isEmpty();
    }

    @Test
    void givesTheBoardAsAFile() throws Exception {
        mvc.perform(get(BOARD + "/uitvoer.csv?by=council" + PERIOD).with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("scorebord-adviezen.csv")))
                .andExpect(content().string(containsString("\"Raad\";\"gevraagd\";\"op tijd\";\"te laat\"")))
                .andExpect(content().string(containsString("\"Jeugdraad\";\"2\";\"1\";\"0\"")));
        mvc.perform(get(BOARD + "/uitvoer.xlsx").with(role("participation-office")))
                .andExpect(status().isOk());
        mvc.perform(get(BOARD)).andExpect(redirectedUrl("/aanmelden"));
        assertThat(jdbc.sql("select what from identity_audit")
                        .query(String.class)
                        .list())
                .contains("list-exported");
    }

    @Test
    void saysInTheDossierWhoReadTheQuestionAndWhoAsksForTime() throws Exception {
        jdbc.sql("update advice_given set answer = null, acknowledged_at = now() where request = ?")
                .param(request.value())
                .update();
        assertThat(page("/zaken/" + number(request)).text()).contains("Gelezen, nog geen antwoord");

        jdbc.sql("update advice_given set more_time = 'asked' where request = ?")
                .param(request.value())
                .update();
        assertThat(page("/zaken/" + number(request)).text())
                .contains("Vraagt meer tijd")
                .doesNotContain("Gelezen, nog geen antwoord");
    }

    @Test
    void showsTheStateOfEachCouncilInTheDossier() throws Exception {
        var dossier = page("/zaken/" + number(request)).text();
        assertThat(dossier)
                .contains("Advies", "Jeugdraad", "Seniorenraad", "te laat", "6 van 6 punten beantwoord")
                .contains("1 van 2 punten beantwoord", "Punten en antwoorden (7 van 8 klaar)", "Nota maken")
                .contains("Nog niet openbaar");
        var child = jdbc.sql(
                        "select number from casefile_case where trajectory = 'council-advice' order by number limit 1")
                .query(String.class)
                .single();
        assertThat(page("/zaken/" + child).text()).contains("Naar de adviesvraag " + number(request));
    }

    @Test
    void tellsOnTheOverviewWhoOwesReplies() throws Exception {
        jdbc.sql("update insight_state set at = now()").update();
        var overview = page("/overzicht");
        assertThat(overview.text()).contains("Punten van raden die op antwoord wachten", "Dienst mobiliteit");
        assertThat(overview.select("a[href=" + BOARD + "]")).isNotEmpty();
    }

    private Map<String, List<String>> rows(String address) throws Exception {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var row : page(address).select("tbody tr")) {
            var cells = row.select("td").eachText();
            rows.merge(row.select("th").text(), cells, (one, other) -> java.util.stream.Stream.concat(
                            one.stream(), other.stream())
                    .toList());
        }
        return rows;
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(address)).with(role("participation-office")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
