package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.voting.Lot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** A panel by lot: fixed before, drawn once, and repeatable from its input. */
class LotPagesTest extends BudgetScenario {

    private static final String CRITERIA = "leeftijd;jong;300\nleeftijd;oud;700\ngeslacht;v;510\ngeslacht;m;490\n";

    @Autowired
    private LotDesk desk;

    @Autowired
    private LotRows rows;

    private CaseId round = CaseId.create();
    private String url = "";

    @BeforeEach
    void aRound() {
        round = adopted();
        url = "/wijkbudget/" + view(round).number() + "/loting";
    }

    @Test
    void fixesItsInputShowsTheHashDrawsOnceAndReplacesWhoDropsOut() throws Exception {
        fix(candidates()).andExpect(redirectedUrl(url));
        var kept = rows.find(round).orElseThrow();
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(
                        content().string(allOf(containsString(kept.commitment()), not(containsString(kept.seed())))));
        mvc.perform(get(url + "/invoer.txt").with(role("participation-office"))).andExpect(status().isNotFound());
        fix(candidates()).andExpect(status().isUnprocessableEntity());

        send("/trekken", "again", "no")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("pas sinds vandaag")));
        assertThat(published()).contains(kept.commitment(), "80 kandidaten").doesNotContain(kept.seed());
        goTo(today().plusDays(1));
        send("/trekken", "again", "no").andExpect(redirectedUrl(url));
        assertThat(published())
                .contains(kept.commitment(), kept.seed(), "Gewenst")
                .doesNotContain("Niet elke gewenste");
        send("/trekken", "again", "no").andExpect(status().isUnprocessableEntity());

        var first = desk.drawn(round);
        assertThat(first.members()).hasSize(20);
        assertThat(first.reserves()).hasSize(10);
        assertThat(desk.drawn(round).bytes()).isEqualTo(first.bytes());
        var values = first.reserves().get(0).values();
        var place = first.members().stream().map(Lot.Candidate::values).toList().indexOf(values);
        var gone = first.members().get(place).id();
        send("/vervangen", "candidate", gone)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf waarom")));
        drop(gone.toLowerCase(Locale.ROOT)).andExpect(redirectedUrl(url));
        drop(gone)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"candidate-error\"")));
        assertThat(desk.drawn(round)).satisfies(draw -> {
            assertThat(draw.members()).extracting(Lot.Candidate::id).doesNotContain(gone);
            assertThat(draw.members().get(place).values()).isEqualTo(values);
            assertThat(draw.reserves()).hasSize(9);
        });
        mvc.perform(get(url + "/invoer.txt").with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("seed;" + kept.seed()),
                                containsString("K7;jong"),
                                containsString("members;20"),
                                endsWith("DROPPED\n" + gone + "\n"))));
        var away = desk.drawn(round).reserves().get(0).id();
        drop(away).andExpect(redirectedUrl(url));
        assertThat(desk.drawn(round).reserves())
                .extracting(Lot.Candidate::id)
                .hasSize(8)
                .doesNotContain(away);
        assertThat(published()).contains("Na de trekking viel 1 lid weg.").doesNotContain("Het lid verhuist.");
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString("Alleen voor het bureau")));
    }

    private String published() throws Exception {
        return mvc.perform(get("/publiek/wijkbudget/" + view(round).number()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void saysThatAQuotaCouldNotBeMetAndHidesSmallNumbersFromThePublic() throws Exception {
        var onlyTwoYoung = IntStream.rangeClosed(1, 80)
                .mapToObj(at -> "K" + at + ";" + (at <= 2 ? "jong" : "oud") + ";" + (at % 2 == 0 ? "v" : "m"))
                .collect(Collectors.joining("\n", "nummer;leeftijd;geslacht\n", ""));
        fix(onlyTwoYoung).andExpect(redirectedUrl(url));
        goTo(today().plusDays(1));
        send("/trekken", "again", "no").andExpect(redirectedUrl(url));

        var age = desk.told(rows.find(round).orElseThrow(), round).get(0);
        assertThat(age.quotas()).extracting(Lot.Quota::got).containsExactly(2L, 18L);
        assertThat(desk.told(rows.find(round).orElseThrow(), round).get(1).isMissed())
                .as("the other criterion does not suffer for it")
                .isFalse();
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString(age.wanted("jong") - 2 + " te weinig")));
        assertThat(published()).contains("Niet elke gewenste verdeling kon").doesNotContain(">2<", ">18<");
    }

    @Test
    void tellsWhatDropOutsMissedApartFromTheDraw() throws Exception {
        fix(candidates()).andExpect(redirectedUrl(url));
        goTo(today().plusDays(1));
        send("/trekken", "again", "no").andExpect(redirectedUrl(url));
        for (var at = 0; at < 12; at++) {
            var young = desk.drawn(round).members().stream()
                    .filter(one -> "jong".equals(one.values().get("leeftijd")))
                    .findFirst();
            if (young.isPresent()) {
                drop(young.get().id()).andExpect(redirectedUrl(url));
            }
        }

        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("uitvallers kan niet elke gewenste verdeling meer"),
                                not(containsString("Niet elke gewenste verdeling kon")))));
        assertThat(published())
                .contains("uitvallers kan niet elke gewenste verdeling meer")
                .doesNotContain("Niet elke gewenste verdeling kon");
        while (!desk.drawn(round).reserves().isEmpty()) {
            drop(desk.drawn(round).members().get(0).id()).andExpect(redirectedUrl(url));
        }
        drop(desk.drawn(round).members().get(0).id()).andExpect(redirectedUrl(url));
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString("Er is geen reserve meer. Het panel telt 19 leden")));
        assertThat(published()).contains("Er is geen reserve meer: het panel telt nu 19 van de 20 leden.");
    }

    @Test
    void beginsAnewBeforeTheDrawAndHidesNothingOfIt() throws Exception {
        fix(candidates()).andExpect(redirectedUrl(url));
        var wrong = rows.find(round).orElseThrow();
        send("/opnieuw", "why", "\u200b ").andExpect(status().isUnprocessableEntity());

        send("/opnieuw", "why", "Een lijst van vorig jaar.").andExpect(redirectedUrl(url));

        assertThat(rows.find(round)).isEmpty();
        assertThat(published())
                .as("also while nothing new is fixed")
                .contains(wrong.commitment(), "Een lijst van vorig jaar.");
        var file = new MockMultipartFile(
                "file", "kandidaten.csv", "text/csv", ("\uFEFF" + candidates()).getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(url)
                        .file(file)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("criteria", CRITERIA)
                        .param("members", "20")
                        .param("reserves", "10")
                        .param("candidates", ""))
                .andExpect(redirectedUrl(url));
        assertThat(rows.find(round).orElseThrow().commitment()).isNotEqualTo(wrong.commitment());
        assertThat(published()).contains("80 kandidaten", wrong.commitment(), "Een lijst van vorig jaar.");
        goTo(today().plusDays(1));
        send("/trekken", "again", "no").andExpect(redirectedUrl(url));
        send("/opnieuw", "why", "Het lot viel verkeerd.").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void isForARoundInWhichAPanelHasASay() throws Exception {
        var front = "/wijkbudget/" + view(round).number();
        mvc.perform(get(front).with(role("participation-office")))
                .andExpect(content().string(containsString(url + "\"")));
        var regulation = view(round).regulation();
        jdbc.sql(
                        "update regulation_parameter set value = 'vote' where name = ? and version = ? and key = 'choice.method'")
                .params(regulation.name(), regulation.version())
                .update();

        mvc.perform(get(front).with(role("participation-office")))
                .andExpect(content().string(not(containsString(url + "\""))));
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("beslist alleen de stem van de bewoners"),
                                not(containsString("name=\"criteria\"")))));
        fix(candidates()).andExpect(status().isUnprocessableEntity());
        assertThat(rows.find(round)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeReadAndKeepsIt() throws Exception {
        fix("nummer;leeftijd\nK1;jong")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("ontbreekt geslacht"), containsString("K1;jong"))));
        fix("nummer;leeftijd;geslacht\nEen naam;jong;v").andExpect(status().isUnprocessableEntity());
        fix("nummer;leeftijd;geslacht\nK1;jong;v").andExpect(status().isUnprocessableEntity());
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("name=\"members\"", "value=\"20\""),
                                stringContainsInOrder("name=\"reserves\"", "value=\"10\""))));
        mvc.perform(post(url)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("criteria", CRITERIA)
                        .param("members", "12")
                        .param("reserves", "10")
                        .param("candidates", candidates()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Het reglement zegt 20 leden en 10 reserven.")));
        mvc.perform(post(url)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("criteria", CRITERIA + "leeftijd;oud;4")
                        .param("members", "20")
                        .param("reserves", "10")
                        .param("candidates", candidates()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("leeftijd;oud;4’: deze waarde staat er al")));
        mvc.perform(get(url).with(role("department-green"))).andExpect(status().isForbidden());
    }

    @Test
    void isReadByTheAuditorWhoChangesNothing() throws Exception {
        fix(candidates()).andExpect(redirectedUrl(url));
        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString(rows.find(round).orElseThrow().commitment()),
                                not(containsString("<form class=\"stack\"")),
                                not(containsString("id=\"draw\"")))));
        mvc.perform(get("/wijkbudget/" + view(round).number()).with(role("auditor")))
                .andExpect(content().string(containsString(url)));
        goTo(today().plusDays(1));
        send("/trekken", "again", "no").andExpect(redirectedUrl(url));
        mvc.perform(get(url + "/invoer.txt").with(role("auditor")))
                .andExpect(content().string(containsString("K7;jong")));
        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content().string(not(containsString("/loting/vervangen"))));
    }

    private ResultActions fix(String candidates) throws Exception {
        return mvc.perform(post(url)
                .with(role("participation-office"))
                .with(csrf())
                .param("criteria", CRITERIA)
                .param("members", "20")
                .param("reserves", "10")
                .param("candidates", candidates));
    }

    private ResultActions drop(String candidate) throws Exception {
        return mvc.perform(post(url + "/vervangen")
                .with(role("participation-office"))
                .with(csrf())
                .param("candidate", candidate)
                .param("gone", "Het lid verhuist."));
    }

    private ResultActions send(String act, String name, String value) throws Exception {
        return mvc.perform(
                post(url + act).with(role("participation-office")).with(csrf()).param(name, value));
    }

    private static String candidates() {
        return IntStream.rangeClosed(1, 80)
                .mapToObj(at -> "K" + at + ";" + (at % 3 == 1 ? "jong" : "oud") + ";" + (at % 2 == 0 ? "v" : "m"))
                .collect(Collectors.joining("\n", "nummer;leeftijd;geslacht\n", ""));
    }
}
