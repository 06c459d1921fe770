package org.samenspraak.tasklist;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;

class StartPagesTest extends PostgresIT {

    @Test
    void offersWhatAnOfficialMayStart() throws Exception {
        mvc.perform(get("/start").with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/start/recognition")))
                .andExpect(content().string(containsString("vraagt een erkenning of een inschrijving aan")));
        mvc.perform(get("/start").param("lang", "en").with(role("participation-office")))
                .andExpect(content().string(containsString("asks for recognition or registration")));
    }

    @Test
    void keepsOutWhoStartsNothing() throws Exception {
        mvc.perform(get("/start").with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(post("/start/recognition").with(csrf()).with(role("auditor")))
                .andExpect(status().isForbidden());
    }

    @Test
    void saysSoWhenThereIsNoSuchTrajectory() throws Exception {
        mvc.perform(get("/start/nothing").with(role("participation-office"))).andExpect(status().isNotFound());
    }

    @Test
    void asksWhenThePaperCameInAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/start/recognition")
                        .param("paper", "true")
                        .param("name", "Wijkraad Runkst")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#received\""),
                                containsString("id=\"received-error\""),
                                containsString("aria-describedby=\"received-help received-error\""),
                                containsString("Vul in wanneer het papier binnenkwam"),
                                containsString("Wijkraad Runkst"))));
    }
}
