package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PromptPagesTest extends CouncilCaseIT {

    @Test
    void showsTheQuestionWithoutAccountAndUsesNothingUp() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);

        for (int i = 0; i < 3; i++) {
            mvc.perform(get(link).header("Accept-Language", "en"))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                    .andExpect(cookie().doesNotExist("samenspraak"))
                    .andExpect(content().string(containsString("Wijkraad Runkst")))
                    .andExpect(content().string(containsString("14 oktober 2026")))
                    .andExpect(content().string(containsString("Bewaar en ga later verder")))
                    .andExpect(content().string(not(containsString("_csrf"))));
        }
    }

    @Test
    void speaksDutchWhateverIsAsked() throws Exception {
        askToSign();

        mvc.perform(get("/v/" + tokenOf(AN)).param("lang", "en"))
                .andExpect(content().string(containsString("Verstuur")));
    }

    @Test
    void showsEveryErrorAtItsFieldAndKeepsWhatWasTyped() throws Exception {
        askToSign();

        mvc.perform(multipart("/v/" + tokenOf(AN)).param("signedAs", "An de Tekenaar"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf uw naam.")))
                .andExpect(content().string(containsString("href=\"#agrees\"")))
                .andExpect(content().string(containsString("An de Tekenaar")));
    }

    @Test
    void offersTheStatementBehindTheLink() throws Exception {
        askToSign();

        mvc.perform(get("/v/" + tokenOf(AN) + "/document"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        mvc.perform(get("/v/" + "A".repeat(64) + "/document")).andExpect(status().isNotFound());
    }

    @Test
    void saysTheSameForGuessedAndMalformedLinks() throws Exception {
        for (var token : new String[] {"A".repeat(64), "raad"}) {
            mvc.perform(get("/v/" + token))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("Deze link werkt niet")))
                    .andExpect(content().string(containsString("Vraag een nieuwe link")));
        }
        mvc.perform(post("/v/raad/nieuwe-link"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kijk in uw mailbox")));
    }

    @Test
    void saysThatAQuestionWasWithdrawn() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        processes.cancel(caseId, "Gestopt", OFFICE);

        mvc.perform(get("/v/" + token))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Deze vraag is ingetrokken")));
    }

    @Test
    void stopsWhoTriesManyLinks() throws Exception {
        for (int i = 0; i < 20; i++) {
            mvc.perform(get("/v/guess" + i).with(request -> from(request, "198.51.100.7")));
        }

        mvc.perform(get("/v/guess").with(request -> from(request, "198.51.100.7")))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void tellsTheOfficeOnceAboutAWrongReader() throws Exception {
        askToSign();
        var token = tokenOf(AN);

        mvc.perform(post("/v/" + token + "/niet-voor-mij")).andExpect(status().isOk());
        mvc.perform(post("/v/" + token + "/niet-voor-mij")).andExpect(status().isOk());
        outbox.sendDue();

        assertThat(mail.receivedBy("participatie@hasselt.example")).hasSize(1);
    }

    @Test
    void takesAnAnswerOnceAndTellsTheSecondWhoSentIt() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(signature(link))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", link + "?bedankt"));
        mvc.perform(signature(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Dit is al verstuurd")))
                .andExpect(content().string(containsString("An Peeters, voorzitter")));
        outbox.sendDue();

        assertThat(outbox.page(State.SENT, null, 50))
                .filteredOn(row -> row.to().equals(AN) && row.subject().startsWith("Ontvangen: "))
                .hasSize(1);
    }

    @Test
    void keepsADraftThatTheOtherPersonOfTheCouncilSees() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(multipart(link)
                        .param("signedAs", "Half ingevuld")
                        .param("_name", "An Peeters")
                        .param("_save", "1"))
                .andExpect(header().string("Location", link + "?bewaard"));

        mvc.perform(get(link))
                .andExpect(content().string(containsString("Half ingevuld")))
                .andExpect(content().string(containsString("door An Peeters, voorzitter")));
    }

    @Test
    void keepsWhatIsTypedAndTellsTheSecondOfTwo() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(post(link + "/concept").param("signedAs", "Een tekst"))
                .andExpect(content().string(containsString("Bewaard op")));
        mvc.perform(post(link + "/concept").param("signedAs", "Een andere"))
                .andExpect(content()
                        .string(allOf(
                                containsString("An Peeters, voorzitter schreef op"),
                                containsString("Een tekst"),
                                containsString("Een andere"))));
        mvc.perform(signature(link))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies welk geldt")));
        mvc.perform(signature(link).param("_take", "now signedAs"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Een tekst"), not(containsString("Een andere")))));
    }

    @Test
    void keepsNothingBehindALinkThatIsOver() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        processes.cancel(caseId, "Gestopt", OFFICE);

        for (var over : new String[] {token, "A".repeat(64)}) {
            mvc.perform(post("/v/" + over + "/concept").param("signedAs", "Te laat"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("niet meer open")));
        }
        assertThat(jdbc.sql("select count(*) from forms_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static MockHttpServletRequestBuilder signature(String link) {
        return multipart(link)
                .param("agrees", "true")
                .param("signedAs", "An Peeters")
                .param("_name", "An Peeters")
                .param("_function", "voorzitter");
    }

    private static MockHttpServletRequest from(MockHttpServletRequest request, String address) {
        request.setRemoteAddr(address);
        return request;
    }
}
