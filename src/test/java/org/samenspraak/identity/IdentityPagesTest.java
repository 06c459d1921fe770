package org.samenspraak.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class IdentityPagesTest extends PostgresIT {

    @Autowired
    private People people;

    @Test
    void showsTheWaysInOnTheFirstPageButNobodyByName() throws Exception {
        people.add(
                new NewPerson("an", "An Peeters", "an@hasselt.example", "", "vier blauwe fietsen", Set.of()),
                Actor.SYSTEM);

        mvc.perform(get("/"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/aanvraag/recognition")))
                .andExpect(content().string(containsString("\"/publiek\"")))
                .andExpect(content().string(containsString("/aanmelden")))
                .andExpect(content().string(not(containsString("An Peeters"))));
    }

    @Test
    void speaksEnglish() throws Exception {
        mvc.perform(get("/aanmelden").param("lang", "en")).andExpect(content().string(containsString("Sign in")));
    }

    @Test
    void fillsInWhoWasChosen() throws Exception {
        mvc.perform(get("/aanmelden").param("username", "\"><b>college"))
                .andExpect(content().string(containsString("value=\"&quot;&gt;&lt;b&gt;college\"")));
    }

    @Test
    void firstPageSpeaksEnglishWithoutACookieAndSoDoWhereItLeads() throws Exception {
        mvc.perform(get("/?lang=en"))
                .andExpect(cookie().doesNotExist("lang"))
                .andExpect(content().string(containsString("lang=\"en\"\n>")))
                .andExpect(content().string(containsString("href=\"/aanmelden?lang=en\"")))
                .andExpect(content().string(containsString("href=\"/publiek?lang=en\"")))
                .andExpect(content().string(containsString("href=\"/?lang=nl\"")));
    }

    @Test
    void greetsWhoIsSignedIn() throws Exception {
        mvc.perform(get("/").with(role("finance")))
                .andExpect(content().string(containsString("/werk")))
                .andExpect(content().string(not(containsString("href=\"/aanmelden\""))));
        mvc.perform(get("/").with(role("administrator")))
                .andExpect(content().string(not(containsString("\"/werk\""))))
                .andExpect(content().string(containsString("\"/beheer\"")));
        mvc.perform(get("/beheer").with(role("administrator")))
                .andExpect(content().string(not(containsString("\"/werk\""))));
    }

    @Test
    void saysNextToTheFieldThatTheCurrentPasswordIsWrong() throws Exception {
        var id = people.add(
                new NewPerson(
                        "an", "An", "an@hasselt.example", "", "vier blauwe fietsen", Set.of(GroupId.of("finance"))),
                Actor.SYSTEM);

        mvc.perform(post("/mijn/wachtwoord")
                        .with(SignedInAs.person(id, "finance"))
                        .with(csrf())
                        .param("currentPassword", "mis")
                        .param("password", "vijf groene fietsen"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"currentPassword-error\"")));
    }

    @Test
    void sendsAFragmentToSignInOnlyWhenNobodyIsTyping() throws Exception {
        mvc.perform(get("/mijn").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/aanmelden"));
        mvc.perform(post("/mijn/wachtwoord").with(csrf()).header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("HX-Redirect"));
    }
}
