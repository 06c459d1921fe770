package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class StartPagesTest extends PostgresIT {

    private static final PersonId ME = PersonId.create();

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
        mvc.perform(get("/start").with(role("auditor"))).andExpect(status().isForbidden());
        mvc.perform(get("/start/recognition").with(role("finance"))).andExpect(status().isNotFound());
        mvc.perform(post("/start/recognition").with(csrf()).with(role("auditor")))
                .andExpect(status().isForbidden());
    }

    @Test
    void offersWhatAnyOfficialMayStartToEachOfThem() throws Exception {
        for (var official : List.of("department-youth", "alderman", "participation-office")) {
            mvc.perform(get("/start").with(role(official)))
                    .andExpect(content().string(containsString("/start/advice-request")));
        }
        mvc.perform(get("/start").with(role("department-youth")))
                .andExpect(content().string(not(containsString("/start/recognition"))));
    }

    @Test
    void saysSoWhenThereIsNoSuchTrajectory() throws Exception {
        mvc.perform(get("/start/nothing").with(role("participation-office"))).andExpect(status().isNotFound());
    }

    @Test
    void keepsThatItCameOnPaperAndWhenLikeAnyAnswer() throws Exception {
        mvc.perform(post("/start/recognition/concept")
                        .param("_shown", "_paper.came")
                        .param("_paper.came", "true")
                        .param("_paper.received", "2026-09-07")
                        .with(csrf())
                        .with(person(ME, "participation-office")))
                .andExpect(content().string(containsString("Bewaard op")));

        var page = page(get("/start/recognition"));
        assertThat(page.expectFirst("[id='_paper.came']").hasAttr("checked")).isTrue();
        assertThat(page.expectFirst("[id='_paper.received']").val()).isEqualTo("2026-09-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999-01-01", "0000-01-01", "-1", "2026-02-31", "morgen"})
    void saysSoWhenTheDayIsNoDay(String day) throws Exception {
        var page = page(post("/start/recognition").param("_paper.came", "true").param("_paper.received", day));

        assertThat(page.expectFirst("[id='_paper.received']").val()).isEqualTo(day);
        assertThat(page.expectFirst("[id='_paper.received-error']").text()).startsWith("Dit is geen datum");
        assertThat(page.select(".error-summary a[href='#_paper.received']")).hasSize(1);
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(csrf()).with(person(ME, "participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void asksWhenThePaperCameInAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/start/recognition")
                        .param("_paper.came", "true")
                        .param("name", "Wijkraad Runkst")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#_paper.received\""),
                                containsString("id=\"_paper.received-error\""),
                                containsString(
                                        "aria-describedby=\"_paper.received-description _paper.received-error\""),
                                containsString("Vul in wanneer het papier binnenkwam"),
                                containsString("Wijkraad Runkst"))));
    }
}
