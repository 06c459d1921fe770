package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LinkRound;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A link that opens nothing any more says so, and no more than its reader may know. */
class ClosedLinkPagesTest extends CouncilCaseIT {

    @Autowired
    private LinkRound links;

    @Test
    void hasAPageForEachWayALinkCanBeClosed() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);
        goOn(100);

        assertThat(page(link, 410)).contains("Dit staat niet meer open").doesNotContain("Wij blijven");
    }

    @Test
    void tellsTheWrongCouncilOnlyThatItIsAskedNoMore() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);
        var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Tuilt", areas.add("Tuilt", null, OFFICE), OFFICE);
        memberships.replace(other, List.of(person("Jo Claes", "jo@tuilt.example", Function.CHAIR)), today(), OFFICE);
        move(other);

        assertThat(page(link, 410))
                .contains("Deze vraag is niet meer voor uw raad")
                .doesNotContain(
                        "Tuilt", "Jo Claes", "tekenen", cases.get(caseId).number());
        mvc.perform(get(link + "/papier")).andExpect(status().isNotFound());
        mvc.perform(get(link + "/document")).andExpect(status().isNotFound());
        assertThat(page("/v/" + tokenOf("jo@tuilt.example"), 200)).contains("Wijkraad Tuilt");
    }

    @Test
    void sendsTheLinkOfAnEarlierContactToTheNewOneOnly() throws Exception {
        askForView();
        var old = "/v/" + tokenOf(AN);
        memberships.replace(
                council,
                List.of(
                        person("Piet Claes", "piet@raad.example", Function.CHAIR),
                        person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
        outbox.sendDue();
        var before = List.of(
                mail.receivedBy(AN).size(), mail.receivedBy("piet@raad.example").size());

        assertThat(page(old, 410))
                .contains(
                        "Deze vraag gaat nu naar iemand anders",
                        "voorzitter",
                        "Stuur de link naar wie de vraag nu krijgt")
                .doesNotContain(
                        "Runkst", "Piet", "piet@", "Els Maes", cases.get(caseId).number());
        assertThat(page("/v/" + "A".repeat(64), 404))
                .contains("Deze link werkt niet")
                .doesNotContain("ander adres");
        assertThat(answerTo(old)).contains("Kijk in uw mailbox");
        links.mail();
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).hasSize(before.get(0));
        assertThat(mail.receivedBy("piet@raad.example")).hasSize(before.get(1) + 1);
    }

    /** A shared mailbox, or the address of the house: the link was for the one before. */
    @Test
    void closesTheLinkOfAnEarlierChairAtTheSameAddress() throws Exception {
        askForView();
        var old = "/v/" + tokenOf(AN);
        memberships.replace(
                council,
                List.of(person("Piet Claes", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
        var now = "/v/" + tokenOf(AN);

        assertThat(now).isNotEqualTo(old);
        assertThat(page(old, 410))
                .contains("Deze vraag gaat nu naar iemand anders", "De stad kent nu een andere voorzitter")
                .doesNotContain("Runkst", "Piet");
        assertThat(page(now, 200)).contains("Piet Claes");
    }

    @Test
    void keepsTheLinkOfWhoseNameIsOnlyWrittenOtherwise() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);
        var an = memberships.contacts(council).get(0);
        memberships.change(council, an.id(), 0, person("AN PEETERS", AN, Function.CHAIR), today(), OFFICE);

        assertThat("/v/" + tokenOf(AN)).isEqualTo(link);
        assertThat(page(link, 200)).contains("Wijkraad Runkst");
    }

    /** The page stood open while the contact changed: what was typed is shown, nothing is sent. */
    @Test
    void showsAnEarlierContactWhatTheyTyped() throws Exception {
        askForView();
        var old = "/v/" + tokenOf(AN);
        memberships.replace(
                council, List.of(person("Piet Claes", "piet@raad.example", Function.CHAIR)), today(), OFFICE);

        mvc.perform(multipart(old).param("view", "Lang over nagedacht").param("_name", "An Peeters"))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Lang over nagedacht")));

        assertThat(jdbc.sql("select count(*) from forms_submission")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void answersTheSameWhateverLinkIsAskedAgain() throws Exception {
        askForView();
        var open = "/v/" + tokenOf(AN);
        var texts = new ArrayList<String>();
        for (var link : List.of(open, "/v/" + "A".repeat(64), "/v/raad")) {
            texts.add(answerTo(link));
        }

        assertThat(texts).allMatch(text -> text.equals(texts.get(0)));
    }

    @Test
    void looksUpAsMuchForAGuessAsForALinkThatWasForged() throws Exception {
        askForView();
        var token = tokenOf(AN);
        var forged = token.substring(0, 60) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");

        var ofForged = statements("/v/" + forged);
        assertThat(ofForged).isEqualTo(statements("/v/" + "A".repeat(64)));
        assertThat(page("/v/" + forged, 404))
                .isEqualTo(page("/v/" + "A".repeat(64), 404).replace("A".repeat(64), forged));
    }

    @Test
    void usesNothingUpWhenMailProgramsLookAhead() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);
        mvc.perform(head(link)).andExpect(status().isOk());
        mvc.perform(options(link)).andExpect(header().exists("Allow"));
        mvc.perform(options("/v/" + "A".repeat(64))).andExpect(status().isOk());
        mvc.perform(get(link).header("Sec-Purpose", "prefetch")).andExpect(status().isOk());
        mvc.perform(get(link + "/papier")).andExpect(status().isOk());

        mvc.perform(multipart(link)
                        .param("view", "Een antwoord")
                        .param("_name", "An Peeters")
                        .param("_function", "voorzitter"))
                .andExpect(redirectedUrl(link + "?bedankt"));
    }

    @Test
    void namesTheOthersWhoAreInTheDraft() throws Exception {
        askForView();
        var an = "/v/" + tokenOf(AN);
        var els = "/v/" + tokenOf(ELS);
        mvc.perform(post(an + "/concept").param("view", "Een begin"));

        assertThat(page(els, 200)).contains("An Peeters, voorzitter is hier nu ook bezig", "Een begin");
        assertThat(page(an, 200)).doesNotContain("is hier nu ook bezig");
        assertThat(page(els + "/wie", 200)).startsWith("An Peeters, voorzitter is hier nu ook bezig");
        assertThat(page("/v/" + "A".repeat(64) + "/wie", 200)).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(page(els, 200))
                .contains("An Peeters, voorzitter vulde hier ook in, het laatst op 14 september 2026");
        mvc.perform(post(els + "/concept")
                .param("_page", UUID.randomUUID().toString())
                .param("view", "Iets anders"));
        assertThat(page(an, 200)).contains("Els Maes, secretaris is hier nu ook bezig", "Kies welk antwoord geldt");
    }

    private void move(CouncilId other) {
        var view = cases.get(caseId);
        cases.move(
                caseId, view.version(), other, councils.get(other).area(), "Wijkraad Tuilt", "Verkeerde raad", OFFICE);
    }

    private void goOn(int days) {
        clock.advance(Duration.ofDays(days));
        engine.set(clock.instant());
        engine.runDue();
    }

    private String page(String link, int code) throws Exception {
        return text(get(link), code);
    }

    private String answerTo(String link) throws Exception {
        return text(post(link + "/nieuwe-link"), 200);
    }

    private String text(MockHttpServletRequestBuilder request, int code) throws Exception {
        var answer = mvc.perform(request).andExpect(status().is(code)).andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString()).text();
    }

    private long statements(String link) throws Exception {
        return SqlCount.of(() -> mvc.perform(get(link)));
    }
}
