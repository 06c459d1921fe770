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

import com.icegreen.greenmail.util.GreenMailUtil;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PromptPagesTest extends CouncilCaseIT {

    @LocalServerPort
    private int port;

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
                .andExpect(content().string(containsString("Verstuur")))
                .andExpect(content().string(not(containsString("hreflang"))));
        mvc.perform(get("/aanvraag/recognition").param("lang", "en"))
                .andExpect(content().string(not(containsString("hreflang"))));
        mvc.perform(get("/aanmelden")).andExpect(content().string(containsString("hreflang=\"en\"")));
    }

    @Test
    void showsEveryErrorAtItsFieldAndKeepsWhatWasTyped() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(view(link, "", "", "voorzitter van de raad"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Schrijf uw naam."),
                                containsString("href=\"#view\""),
                                containsString("voorzitter van de raad"))));
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
    void stopsWhoTriesManyLinks() throws Exception {
        for (int i = 0; i < 20; i++) {
            mvc.perform(get("/v/guess" + i).with(request -> from(request, "198.51.100.7")));
        }

        mvc.perform(get("/v/guess").with(request -> from(request, "198.51.100.7")))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void tellsWhoSignsThatNobodyElseCan() throws Exception {
        askToSign();
        mvc.perform(get("/v/" + tokenOf(AN)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Alleen u kunt dit invullen"),
                                containsString("U stuurt dit als An Peeters, voorzitter van Wijkraad Runkst"),
                                not(containsString("Iedereen van uw raad")),
                                not(containsString("name=\"_name\"")))));
    }

    @Test
    void takesTheAnswerOfWhoSignsInNoOtherName() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(signature(link).param("_name", "Iemand Anders")).andExpect(status().is3xxRedirection());

        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(containsString("An Peeters, voorzitter"), not(containsString("Iemand Anders")))));
    }

    /** Whatever name is typed: the dossier, the receipt and whoever reads the question later see whose link it was. */
    @Test
    void saysWhoseLinkItWasBesideANameThatIsTyped() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);
        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(
                                containsString("U stuurt dit als An Peeters, voorzitter van Wijkraad Runkst."),
                                containsString(
                                        "<details class=\"disclosure\">\n          <summary>Stuurt iemand anders dit?"),
                                containsString("Deze vraag ging naar An Peeters, voorzitter."))));
        mvc.perform(view(link, "", "Burgemeester", ""))
                .andExpect(
                        content()
                                .string(
                                        allOf(
                                                containsString("<title>Fout: "),
                                                containsString(
                                                        "<details class=\"disclosure\" open=\"open\">\n          <summary>Stuurt iemand anders dit?"))));

        mvc.perform(view(link, "Wij zijn het eens.", "Burgemeester", "burgemeester"))
                .andExpect(status().is3xxRedirection());

        var by = "Burgemeester, burgemeester, met de link van An Peeters, voorzitter";
        mvc.perform(get(link)).andExpect(content().string(containsString(by)));
        assertThat(jdbc.sql("select by_name from forms_submission where case_id = ? and task_id is not null")
                        .param(caseId.value())
                        .query(String.class)
                        .list())
                .contains(by + " (Wijkraad Runkst)");
    }

    @Test
    void aNameOfTheLinkItselfStandsAlone() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(view(link, "Wij zijn het eens.", "an peeters", "Voorzitter"))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(
                                containsString("an peeters, Voorzitter"), not(containsString("met de link van")))));
    }

    @Test
    void linksToThePortTheOfficeHas() throws Exception {
        askToSign();
        outbox.sendDue();

        assertThat(GreenMailUtil.getBody(mail.receivedBy(AN).get(1)).replace("=\r\n", ""))
                .contains("http://localhost:" + port + "/v/");
    }

    @Test
    void keepsADraftThatTheOtherPersonOfTheCouncilSees() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(multipart(link).param("view", "Half ingevuld").param("_save", "1"))
                .andExpect(header().string("Location", link + "?bewaard"));

        mvc.perform(get(link))
                .andExpect(content().string(containsString("Half ingevuld")))
                .andExpect(content().string(containsString("door An Peeters, voorzitter")));
    }

    @Test
    void keepsWhatIsTypedAndTellsTheSecondOfTwo() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(post(link + "/concept").param("view", "Een tekst"))
                .andExpect(content().string(containsString("Bewaard op")));
        mvc.perform(post(link + "/concept").param("view", "Een andere"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Antwoord 2, geschreven op"),
                                containsString("Een tekst"),
                                containsString("Een andere"))));
        mvc.perform(view(link, "Een andere", "An Peeters", "voorzitter"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies welk geldt")));
        mvc.perform(view(link, "Een andere", "An Peeters", "voorzitter").param("_take", "now view"))
                .andExpect(header().string("Location", link + "#view"));
        mvc.perform(get(link))
                .andExpect(content().string(allOf(containsString("Een tekst"), not(containsString("Een andere")))));
    }

    private static MockHttpServletRequestBuilder view(String link, String view, String name, String function) {
        return multipart(link).param("view", view).param("_name", name).param("_function", function);
    }

    private static MockHttpServletRequestBuilder signature(String link) {
        return multipart(link).param("agrees", "true").param("signedAs", "An Peeters");
    }

    private static MockHttpServletRequest from(MockHttpServletRequest request, String address) {
        request.setRemoteAddr(address);
        return request;
    }
}
