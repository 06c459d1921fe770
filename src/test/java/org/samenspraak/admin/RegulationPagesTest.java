package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.regulation.ChangeParameter;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RegulationPagesTest extends PostgresIT {

    private static final RegulationId HASSELT = new RegulationId("hasselt", 1);
    private static final String URL = "/beheer/reglementen/hasselt/1";

    @Autowired
    private Regulations regulations;

    @Test
    void listsEveryVersion() throws Exception {
        regulations.copy(HASSELT, Actor.SYSTEM);

        mvc.perform(get("/beheer/reglementen").with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/beheer/reglementen/hasselt/2")))
                .andExpect(content().string(containsString("ontwerp")));
    }

    @Test
    void showsEachValueWithItsArticleOrAsAnExample() throws Exception {
        mvc.perform(get(URL).with(role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("10 werkdagen")))
                .andExpect(content().string(containsString("14 kalenderdagen, 3 kalenderdagen vooraf")))
                .andExpect(content().string(containsString("art. 304 §3 decreet lokaal bestuur")))
                .andExpect(content().string(containsString("voorbeeldwaarde")))
                .andExpect(content().string(containsString("vrijwilligers vergaderen vaak maar één keer per maand")));
        mvc.perform(get(URL).param("lang", "en").with(role("administrator")))
                .andExpect(content().string(containsString("10 working days")))
                .andExpect(content().string(containsString("volunteers often meet only once a month")));
    }

    @Test
    void showsWhoOnlyLooksNoButtons() throws Exception {
        mvc.perform(get("/beheer").with(role("participation-office")))
                .andExpect(content().string(containsString("/beheer/reglementen")));
        mvc.perform(get(URL).with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(URL + "/kopie"))))
                .andExpect(content().string(not(containsString(URL + "/waarden/"))));
        mvc.perform(send("/kopie", "participation-office")).andExpect(status().isForbidden());
    }

    @Test
    void hidesTheWayToChangeAVersionThatCasesFollow() throws Exception {
        regulations.lock(HASSELT);

        mvc.perform(get(URL).with(role("administrator")))
                .andExpect(content().string(containsString("Deze versie ligt vast")))
                .andExpect(content().string(not(containsString(URL + "/waarden/"))));
    }

    @Test
    void makesADraftOfACopy() throws Exception {
        mvc.perform(send("/kopie", "administrator")).andExpect(redirectedUrl("/beheer/reglementen/hasselt/2"));

        assertThat(regulations.view(new RegulationId("hasselt", 2)).holdsFrom()).isNull();
    }

    @Test
    void changesAValue() throws Exception {
        mvc.perform(get(URL + "/waarden/check").with(role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Aantal werkdagen")));

        mvc.perform(value("check", "12")).andExpect(redirectedUrl(URL));

        assertThat(regulations.get(HASSELT, "check").value()).isEqualTo("12");
    }

    @Test
    void keepsWhatWasTypedNextToWhatIsWrong() throws Exception {
        mvc.perform(value("check", "twaalf"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"value-error\"")))
                .andExpect(content().string(containsString("value=\"twaalf\"")));
        mvc.perform(value("decision.organ", "burgemeester")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void asksWhyAnExampleValueIsWhatItIs() throws Exception {
        mvc.perform(send("/waarden/check", "administrator")
                        .param("value", "12")
                        .param("sentence", "Een zin.")
                        .param("sentenceEn", "A sentence.")
                        .param("reason", "")
                        .param("reasonEn", "Because."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"reason-error\"")))
                .andExpect(content().string(containsString("value=\"Because.\"")));
    }

    @Test
    void refusesAValueWhenACaseCameMeanwhile() throws Exception {
        regulations.lock(HASSELT);

        mvc.perform(value("check", "12")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void putsAVersionInForceFromADayToCome() throws Exception {
        mvc.perform(send("/vanaf", "administrator").param("holdsFrom", "2026-09-13"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"holdsFrom-error\"")));
        mvc.perform(send("/vanaf", "administrator").param("holdsFrom", "")).andExpect(status().isUnprocessableEntity());
        mvc.perform(send("/vanaf", "administrator").param("holdsFrom", "1/10/2026"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"1/10/2026\"")));

        mvc.perform(send("/vanaf", "administrator").param("holdsFrom", "2026-10-01"))
                .andExpect(redirectedUrl(URL));

        assertThat(regulations.view(HASSELT).holdsFrom()).isEqualTo("2026-10-01");
    }

    @Test
    void tellsWhoLetsAVersionHoldWhatItChanges() throws Exception {
        var draft = regulations.copy(HASSELT, Actor.SYSTEM);
        var url = "/beheer/reglementen/hasselt/" + draft.version();
        assertThat(page(url)).contains("tegenover versie 1", "Er verandert niets");

        var check = regulations.get(draft, "check");
        regulations.change(
                draft,
                new ChangeParameter(
                        "check", "15", "art. 99", "Het bureau kijkt na binnen vijftien werkdagen.", "Fifteen.", "", ""),
                Actor.SYSTEM);

        var shown = page(url);
        assertThat(shown.substring(shown.indexOf("tegenover versie 1"), shown.indexOf("name=\"holdsFrom\"")))
                .contains(
                        "10 werkdagen",
                        "15 werkdagen",
                        check.sentence(),
                        "Het bureau kijkt na binnen vijftien",
                        "art. 99")
                .doesNotContain("Er verandert niets", "bleef dezelfde");
        assertThat(page(URL)).as("the one that holds changes nothing").doesNotContain("tegenover versie");
    }

    private String page(String url) throws Exception {
        return mvc.perform(get(url).with(role("administrator")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void knowsNoOtherRegulation() throws Exception {
        mvc.perform(get("/beheer/reglementen/hasselt/9").with(role("administrator")))
                .andExpect(status().isNotFound());
        mvc.perform(get(URL + "/waarden/nothing").with(role("administrator"))).andExpect(status().isNotFound());
        mvc.perform(value("nothing", "1")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder value(String key, String value) {
        return send("/waarden/" + key, "administrator")
                .param("value", value)
                .param("article", "art. 5")
                .param("sentence", "Een zin.")
                .param("sentenceEn", "A sentence.");
    }

    private static MockHttpServletRequestBuilder send(String path, String role) {
        return post(URL + path).with(role(role)).with(csrf());
    }
}
