package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class LetterPagesTest extends CouncilCaseIT {

    private static final String URL = "/beheer/brieven/application-withdrawn/nl";
    private static final String DECISION = "/beheer/brieven/recognition-withdrawn/nl";
    private static final String ADMINISTRATOR = "administrator";

    @Autowired
    private LetterTexts texts;

    @Test
    void listsEveryTextWithWhatHolds() throws Exception {
        page("/beheer", "participation-office", containsString("href=\"/beheer/brieven\""));
        page(
                "/beheer/brieven",
                "participation-office",
                allOf(
                        containsString(URL),
                        containsString("meegeleverde tekst"),
                        containsString("Uw erkenning is ingetrokken"),
                        not(containsString("concept"))));

        save(URL, "Uw aanvraag stopt", "Dag {{council}}", "publish", "Korter");
        page(
                "/beheer/brieven",
                "auditor",
                allOf(
                        containsString("eigen versie 1"),
                        containsString("Uw aanvraag stopt"),
                        containsString(ADMINISTRATOR)));
    }

    @Test
    void tellsWhichFieldsThereAre() throws Exception {
        page(
                DECISION,
                ADMINISTRATOR,
                allOf(
                        containsString("{{decision.reason}}"),
                        containsString("Waarom zo beslist is"),
                        containsString("Bijvoorbeeld: Wijkraad Runkst"),
                        containsString("{{#rules}}"),
                        containsString("{{term.withdrawal-view}}")));
    }

    @Test
    void beginsATextOfTheCity() throws Exception {
        begin("Mijn brief", ADMINISTRATOR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"name-error\"")))
                .andExpect(content().string(containsString("value=\"Mijn brief\"")));
        begin("our-letter", ADMINISTRATOR).andExpect(redirectedUrl("/beheer/brieven/our-letter/nl"));
        begin("another", "participation-office").andExpect(status().isForbidden());

        page("/beheer/brieven", ADMINISTRATOR, containsString("nog niet gepubliceerd"));
        page("/beheer/brieven/our-letter/nl", ADMINISTRATOR, containsString("Een model kan hem nog niet sturen"));
        page("/beheer/brieven/our-letter/nl/versies", ADMINISTRATOR, not(containsString("tot=0")));
        mvc.perform(get("/beheer/brieven/our-letter/nl/versies/vergelijk").with(role(ADMINISTRATOR)))
                .andExpect(status().isNotFound());
    }

    private ResultActions begin(String name, String as) throws Exception {
        return mvc.perform(post("/beheer/brieven/nieuw")
                .param("name", name)
                .param("kind", "LETTER")
                .param("folder", "recognition")
                .with(role(as))
                .with(csrf()));
    }

    @Test
    void showsAMailAsItIsReadAndInPlainText() throws Exception {
        page(
                "/beheer/brieven/prompt/nl/voorbeeld",
                ADMINISTRATOR,
                allOf(
                        containsString("Tegen maandag 30 november 2026: Geef uw mening"),
                        containsString("Open de vraag"),
                        containsString("De mail in gewone tekst"),
                        not(containsString("als PDF"))));
    }

    @Test
    void letsWhoOnlyLooksChangeNothing() throws Exception {
        page(URL, "participation-office", allOf(containsString("readonly"), not(containsString("value=\"publish\""))));
        for (var path : new String[] {"", "/weg?draft=1", "/versies/0/terug?published=0"}) {
            mvc.perform(post(URL + path).with(role("participation-office")).with(csrf()))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get(URL).with(role("alderman"))).andExpect(status().isForbidden());
        mvc.perform(get(URL + "/voorbeeld").with(role("legal"))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/beheer/brieven/nothing/nl",
                "/beheer/brieven/application-withdrawn/en",
                "/beheer/brieven/application-withdrawn/nl/versies/vergelijk?van=7"
            })
    void knowsNoOther(String url) throws Exception {
        mvc.perform(get(url).with(role(ADMINISTRATOR))).andExpect(status().isNotFound());
    }

    @Test
    void keepsADraftAndGoesOnWithIt() throws Exception {
        save(URL, "Titel", "Dag {{council}}", "", "").andExpect(redirectedUrl(URL));

        page(URL, ADMINISTRATOR, allOf(containsString("Dit is een concept"), containsString("Dag {{council}}")));
        assertThat(texts.of("application-withdrawn", "nl").changed()).isFalse();
    }

    @Test
    void keepsWhatIsWrongNextToTheReason() throws Exception {
        save(URL, "Titel", "Dag\n\n{{nothing}} <b>x</b>", "publish", "Mijn reden")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Regel 3: het veld &#39;nothing&#39; bestaat hier niet.")))
                .andExpect(content().string(containsString("{{nothing}} &lt;b&gt;x&lt;/b&gt;")))
                .andExpect(content().string(containsString("value=\"Mijn reden\"")))
                .andExpect(content().string(containsString("id=\"body-error\"")));

        page(URL, ADMINISTRATOR, containsString("{{nothing}}"));
        assertThat(texts.of("application-withdrawn", "nl").published()).isZero();
    }

    @Test
    void asksWhyBeforeItPublishes() throws Exception {
        save(URL, "Titel", "Dag", "publish", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"note-error\"")))
                .andExpect(content().string(containsString("Dag")));
        assertThat(texts.edited("application-withdrawn", "nl"))
                .returns("Dag", it -> it.body())
                .returns(0, it -> it.published());
    }

    @Test
    void refusesADecisionThatDoesNotSayHowToObject() throws Exception {
        save(DECISION, "Titel", "Ingetrokken: {{decision.reason}}", "publish", "Korter")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("niet zonder &#39;objection&#39;")));
    }

    @Test
    void showsBothTextsToWhoComesSecond() throws Exception {
        save(URL, "Titel", "Van de eerste", "", "");

        mvc.perform(post(URL)
                        .with(role(ADMINISTRATOR))
                        .with(csrf())
                        .param("title", "Titel")
                        .param("body", "Van de tweede")
                        .param("note", "")
                        .param("draft", "0")
                        .param("published", "0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Van de eerste")))
                .andExpect(content().string(containsString("Van de tweede")));
        assertThat(texts.edited("application-withdrawn", "nl").body()).isEqualTo("Van de eerste");
    }

    @Test
    void throwsADraftAway() throws Exception {
        save(URL, "Titel", "Weg ermee", "", "");
        var draft = texts.edited("application-withdrawn", "nl").draft();

        mvc.perform(post(URL + "/weg")
                        .param("draft", draft + "")
                        .with(role(ADMINISTRATOR))
                        .with(csrf()))
                .andExpect(redirectedUrl(URL));

        page(URL, ADMINISTRATOR, not(containsString("Weg ermee")));
        mvc.perform(post(URL + "/weg")
                        .param("draft", draft + "")
                        .with(role(ADMINISTRATOR))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void comparesVersionsAndGoesBack() throws Exception {
        save(URL, "Titel", "Eerste regel\n\nTweede regel", "publish", "Begin");
        save(URL, "Titel", "Eerste regel\n\nAndere regel", "publish", "Beter");

        page(URL + "/versies", "participation-office", allOf(containsString("Versie 2"), containsString("Begin")));
        page(
                URL + "/versies/vergelijk?van=1&tot=2",
                ADMINISTRATOR,
                allOf(
                        containsString("changed-lines__gone"),
                        containsString("Tweede regel"),
                        containsString("Terug naar versie 1")));
        back(1, 2, "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"note-error\"")));
        back(1, 2, "Toch maar").andExpect(redirectedUrl(URL + "/versies"));
        back(1, 2, "Nog eens").andExpect(status().isConflict());

        assertThat(texts.edited("application-withdrawn", "nl").body()).contains("Tweede regel");
    }

    @Test
    void showsALetterWithSamples() throws Exception {
        save(URL, "Titel", "Dag {{council}}, <script>alert(1)</script>", "preview", "")
                .andExpect(redirectedUrl(URL + "/voorbeeld"));
        page(URL + "/voorbeeld", ADMINISTRATOR, containsString("HTML wordt niet getoond"), 422);

        page(
                DECISION + "/voorbeeld",
                ADMINISTRATOR,
                allOf(
                        containsString("De raad vertegenwoordigt de buurt."),
                        containsString("Uw rol ziet geen dossiers")));
        var pdf = mvc.perform(get(DECISION + "/voorbeeld.pdf").with(role(ADMINISTRATOR)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andReturn();
        PdfUa.isAccessible(pdf.getResponse().getContentAsByteArray());
    }

    @Test
    void showsALetterOfACaseToWhoMaySeeIt() throws Exception {
        askToSign();
        var number = cases.get(caseId).number();
        save(URL, "Titel", "Dossier {{number}} van {{council}}", "preview", "");

        page(
                URL + "/voorbeeld?zaak=" + number,
                "participation-office",
                containsString("Dossier " + number + " van Wijkraad Runkst"));
        mvc.perform(get(URL + "/voorbeeld.pdf").param("zaak", number).with(role("participation-office")))
                .andExpect(status().isOk());
        for (var path : new String[] {"/voorbeeld", "/voorbeeld.pdf"}) {
            mvc.perform(get(URL + path).param("zaak", number).with(role(ADMINISTRATOR)))
                    .andExpect(status().isForbidden());
        }
        page(
                URL + "/voorbeeld?zaak=REC-0000",
                "participation-office",
                containsString("geen dossier met dat nummer"),
                422);
    }

    private ResultActions back(int version, int published, String note) throws Exception {
        return mvc.perform(post(URL + "/versies/" + version + "/terug")
                .param("published", published + "")
                .param("note", note)
                .with(role(ADMINISTRATOR))
                .with(csrf()));
    }

    private ResultActions save(String url, String title, String body, String then, String note) throws Exception {
        var name = url.split("/")[3];
        var now = texts.edited(name, "nl");
        return mvc.perform(post(url)
                .with(role(ADMINISTRATOR))
                .with(csrf())
                .param("title", title)
                .param("body", body)
                .param("note", note)
                .param("then", then)
                .param("draft", now.draft() + "")
                .param("published", now.published() + ""));
    }

    private void page(String url, String role, Matcher<String> shows) throws Exception {
        page(url, role, shows, 200);
    }

    private void page(String url, String role, Matcher<String> shows, int status) throws Exception {
        mvc.perform(get(url).with(role(role)))
                .andExpect(status().is(status))
                .andExpect(content().string(shows));
    }
}
