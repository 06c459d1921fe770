package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class PublishingPagesTest extends OutScenario {

    private static final String ALL = "/publiek/adviezen";

    @Autowired
    private Publishing publishing;

    private CaseId request = CaseId.create();
    private CaseId advice = CaseId.create();
    private UUID point = UUID.randomUUID();

    @BeforeEach
    void decide() {
        request = request("Plein & park", "mobility", "department-mobility");
        advice = given(request, youth, "advice", LAST.minusDays(2));
        point = point(
                request,
                advice,
                1,
                "Vraag An Claes (an@jeugd.example, 0470 12 34 56) naar de banken.",
                Outcome.NOT,
                "Mevrouw Peeters van de dienst vindt het te duur.");
        jdbc.sql("update advice_given set minority = 'Jef Maes was tegen, de buren ook.' where case_id = ?")
                .param(advice.value())
                .update();
        given(request, elders, "silent", null);
        decide(request);
    }

    @Test
    void showsEverybodyWhatWasSaidAndDoneWithoutAnyPerson() throws Exception {
        mvc.perform(get(page())).andExpect(status().isNotFound());

        publishing.publish(request, Actor.SYSTEM);

        for (var address : new String[] {page(), page() + ".json", page() + ".csv"}) {
            mvc.perform(get(address))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("naar de banken."),
                                    containsString("[weggelaten]"),
                                    not(containsString("Claes")),
                                    not(containsString("jeugd.example")),
                                    not(containsString("0470")),
                                    not(containsString("Peeters")),
                                    not(containsString("Bo Jans")),
                                    not(containsString("Achtergrond")),
                                    not(containsString("Iemand Anders")))));
        }
        mvc.perform(get(page()))
                .andExpect(header().string("Cache-Control", containsString("max-age=60")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Plein &amp; park"),
                                containsString("2026_CBS_0042"),
                                containsString("het college van burgemeester en schepenen, do 10 september 2026"),
                                containsString("Het plan is met wijzigingen goedgekeurd."),
                                containsString("De bomen van [weggelaten] blijven staan."),
                                containsString("https://stad.example/besluit/42"),
                                containsString("Geen advies binnen de termijn"),
                                containsString("Niet gevolgd"),
                                containsString("[weggelaten] was tegen, de buren ook."),
                                not(containsString("??")),
                                not(containsString("null")))));
        mvc.perform(get(page() + "?lang=en")).andExpect(content().string(containsString("Not followed")));
        var english = Jsoup.parse(
                mvc.perform(get(page() + "?lang=en")).andReturn().getResponse().getContentAsString());
        assertThat(english.select("h1").attr("lang")).isEqualTo("nl");
        assertThat(english.select("main p.prose")).isNotEmpty().allSatisfy(text -> assertThat(text.attr("lang"))
                .isEqualTo("nl"));
        assertThat(english.select("meta[property=og:description]").attr("content"))
                .contains("1 point: 0 followed, 0 partly, 1 not");
    }

    @Test
    void publishesOnceAndNotAgainWhatWasWithdrawn() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        publishing.publish(request, Actor.SYSTEM);
        assertThat(kinds(request)).containsOnlyOnce("advice.published");
        press("/intrekken", "reason", "  ").andExpect(flash().attributeExists("refusal"));
        mvc.perform(get(page())).andExpect(status().isOk());

        press("/intrekken", "reason", "Er staat een adres in");
        publishing.publish(request, Actor.SYSTEM);

        for (var address : new String[] {page(), page() + ".json", page() + ".csv"}) {
            mvc.perform(get(address)).andExpect(status().isGone());
        }
        mvc.perform(get(page()))
                .andExpect(content()
                        .string(allOf(
                                containsString("haalde deze pagina weg op"),
                                not(containsString("Plein")),
                                not(containsString("adres in")))));
        for (var address : new String[] {ALL, ALL + ".json", ALL + ".csv", ALL + ".rss"}) {
            mvc.perform(get(address)).andExpect(content().string(not(containsString("Plein"))));
        }
        mvc.perform(get(office()).with(role("participation-office")))
                .andExpect(content().string(containsString("Er staat een adres in")));
        press("/intrekken", "reason", "Nog eens").andExpect(flash().attributeExists("refusal"));

        press("/terugzetten", "reason", "").andExpect(flash().attribute("notice", "advice.publication.back"));

        mvc.perform(get(page())).andExpect(status().isOk());
    }

    @Test
    void hidesWhatSomebodyFoundAlsoAfterwards() throws Exception {
        publishing.publish(request, Actor.SYSTEM);

        mvc.perform(post(office())
                        .param("hide", point.toString(), advice.toString())
                        .param("why", "PERSONAL")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(flash().attribute("notice", "advice.publication.saved"));

        mvc.perform(get(page()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Deze tekst staat hier niet"),
                                containsString("Niet gevolgd"),
                                not(containsString("naar de banken")),
                                not(containsString("te duur")),
                                not(containsString("de buren ook")))));
        mvc.perform(get(page() + ".json"))
                .andExpect(jsonPath("$.councils[0].points[0].hidden").value("PERSONAL"));
        mvc.perform(get(office()).with(role("participation-office")))
                .andExpect(content().string(containsString("name=\"was\"")));

        mvc.perform(post(office()).param("was", point.toString()).with(csrf()).with(role("participation-office")));

        mvc.perform(get(page()))
                .andExpect(
                        content().string(allOf(containsString("naar de banken"), not(containsString("de buren ook")))));
        assertThat(kinds(request)).contains("advice.text-hidden.PERSONAL", "advice.text-shown");
    }

    @Test
    void touchesNoOtherRequestAndLetsOnlyWhoMay() throws Exception {
        var other = request("Zwembad", "sport", "department-youth");
        given(other, elders, "advice", LAST);
        mvc.perform(post("/zaken/" + number(other) + "/publicatie")
                .param("hide", point.toString())
                .param("why", "PERSONAL")
                .with(csrf())
                .with(role("participation-office")));
        assertThat(jdbc.sql("select count(*) from advice_hidden_text where text = ?")
                        .param(point.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
        for (var address : new String[] {office(), office() + "/intrekken", office() + "/terugzetten"}) {
            for (var role : List.of(
                    "auditor", "finance", "alderman", "department-youth", "area-manager@" + UUID.randomUUID())) {
                mvc.perform(post(address).with(csrf()).with(role(role))).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void findsByCouncilDomainAndYearAPageAtATime() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        for (int at = 1; at <= 51; at++) {
            clock.advance(Duration.ofMinutes(1));
            var more = request("Vraag " + at, "culture", "department-culture");
            given(more, elders, "advice", LAST);
            publishing.publish(more, Actor.SYSTEM);
        }

        mvc.perform(get(ALL + "?council=" + youth))
                .andExpect(
                        content().string(allOf(containsString("Plein &amp; park"), not(containsString("Vraag 1<")))));
        mvc.perform(get(ALL + "?domain=culture")).andExpect(content().string(not(containsString("Plein"))));
        mvc.perform(get(ALL + "?year=2025&council=&domain="))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("geen adviezen gevonden")));
        var first = mvc.perform(get(ALL)).andReturn().getResponse().getContentAsString();
        assertThat(first).contains("Vraag 51", "after=").doesNotContain("Plein &amp; park");
        var next = org.jsoup.Jsoup.parse(first).select(".pager a").attr("href");
        mvc.perform(get(java.net.URI.create(next))).andExpect(content().string(containsString("Plein &amp; park")));
        mvc.perform(get(ALL + ".json")).andExpect(jsonPath("$.length()").value(52));
        mvc.perform(get(ALL + ".csv"))
                .andExpect(content().string(containsString("\"Plein & park\",\"mobility\",\"2026\",\"2026-09-10\"")));
        assertThat(SqlCount.of(() -> mvc.perform(get(ALL)))).isLessThan(15);
    }

    @Test
    void feedsReaders() throws Exception {
        publishing.publish(request, Actor.SYSTEM);

        assertThat(rss()).contains("Plein & park", page(), "Jeugdraad", "14 Sep 2026");
        clock.advance(Duration.ofDays(2));
        publishing.hide(request, Set.of(point.toString()), Set.of(), WhyHidden.PERSONAL, Actor.SYSTEM);
        assertThat(rss())
                .as("a new entry, so that readers of feeds see it")
                .contains("Plein & park (verbeterd)", page() + "#corrected-2026-09-16", "16 Sep 2026");

        jdbc.sql(
                        "update advice_request set look_back = 'Ze staan er.', looked_back_on = '2026-09-18' where case_id = ?")
                .param(request.value())
                .update();
        mvc.perform(get("/publiek/nieuws.atom?domain=mobility"))
                .andExpect(content()
                        .string(allOf(containsString("Terugblik: Plein &amp; park"), containsString("#look-back<"))));
    }

    private String rss() throws Exception {
        var feed = mvc.perform(get(ALL + ".rss"))
                .andExpect(header().string("Content-Type", containsString("rss+xml")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var items = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed))
                .getElementsByTagName("item");
        assertThat(items.getLength()).isEqualTo(1);
        return items.item(0).getTextContent();
    }

    @Test
    void asksAsLittleForFourHundredPoints() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        var few = SqlCount.of(() -> mvc.perform(get(page())));
        for (int at = 2; at <= 400; at++) {
            point(
                    request,
                    advice,
                    at,
                    "Nog een punt over de banken op het plein. ".repeat(5),
                    Outcome.NOTED,
                    "Dank u.");
        }

        assertThat(SqlCount.of(() -> mvc.perform(get(page())))).isEqualTo(few);
        assertThat(mvc.perform(get(page())).andReturn().getResponse().getContentAsByteArray().length)
                .isLessThan(450_000);
    }

    private ResultActions press(String path, String name, String value) throws Exception {
        return mvc.perform(post(office() + path).param(name, value).with(csrf()).with(role("participation-office")));
    }

    private String page() {
        return ALL + "/" + number(request);
    }

    private String office() {
        return "/zaken/" + number(request) + "/publicatie";
    }
}
