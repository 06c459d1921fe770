package org.samenspraak.tasklist;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class CasePagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    private CaseView file;

    @BeforeEach
    void startACase() {
        file = new WorkFixture(context).startTrial(areas.add("Runkst", null, Actor.SYSTEM));
    }

    @Test
    void showsTheWholeDossier() throws Exception {
        mvc.perform(get("/zaken/{number}", file.number()).with(role("auditor")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Erkenning van wijkraad Runkst"),
                                containsString("Wijkraad Runkst"),
                                containsString("Nakijken"),
                                containsString("Zaak geopend"),
                                not(containsString("Zaak stopzetten")))));
        mvc.perform(get("/zaken/{number}/tijdlijn", file.number()).with(role("auditor")))
                .andExpect(content().string(containsString("Zaak geopend")));
    }

    @Test
    void goesOnAfterACaseAndRefusesWhatIsNoCase() throws Exception {
        mvc.perform(get("/zaken").param("after", file.id().toString()).with(role("legal")))
                .andExpect(status().isOk());
        mvc.perform(get("/zaken").param("after", "x").with(role("legal"))).andExpect(status().isBadRequest());
    }

    @Test
    void findsByWordAndGoesStraightToANumber() throws Exception {
        mvc.perform(get("/zaken").param("q", "runk").with(role("legal")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(file.number())));
        mvc.perform(get("/zaken").param("q", file.number()).with(role("legal")))
                .andExpect(redirectedUrl("/zaken/" + file.number()));
        mvc.perform(get("/zaken").param("q", "nergens").with(role("legal")))
                .andExpect(content().string(containsString("Geen zaak gevonden")));
    }

    @Test
    void saysSoWhenThereIsNoSuchCase() throws Exception {
        mvc.perform(get("/zaken/2026-REC-9999").with(role("legal"))).andExpect(status().isNotFound());
    }

    @Test
    void stopsACaseOnlyWithAReason() throws Exception {
        mvc.perform(post("/zaken/{number}/stoppen", file.number())
                        .param("as", "STOPPED")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(
                        content().string(allOf(containsString("href=\"#reason\""), containsString("Schrijf waarom"))));
        mvc.perform(post("/zaken/{number}/stoppen", file.number())
                        .param("reason", "Dubbel")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#as\""), containsString("Dubbel"))));
        mvc.perform(post("/zaken/{number}/stoppen", file.number())
                        .param("as", "WITHDRAWN")
                        .param("reason", "De raad houdt op")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(redirectedUrl("/zaken/" + file.number()));
        mvc.perform(get("/zaken/{number}", file.number()).with(role("participation-office")))
                .andExpect(content().string(allOf(containsString("Ingetrokken"), containsString("De raad houdt op"))));
    }

    @Test
    void letsOnlyWhoSteersStopACase() throws Exception {
        mvc.perform(post("/zaken/{number}/stoppen", file.number())
                        .param("as", "STOPPED")
                        .param("reason", "x")
                        .with(csrf())
                        .with(role("finance")))
                .andExpect(status().isForbidden());
    }
}
