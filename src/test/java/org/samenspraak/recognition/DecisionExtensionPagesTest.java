package org.samenspraak.recognition;

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

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DecisionExtensionPagesTest extends RecognitionScenario {

    private CaseId caseId;
    private String task;

    @BeforeEach
    void bringToTheCollege() {
        caseId = complete(Map.of());
        advise(caseId);
        task = task(caseId, "Task_DecideCollege").id();
    }

    @Test
    void extendsTheDecisionOnceWithAReason() throws Exception {
        mvc.perform(get("/taken/{task}", task).with(role("college")))
                .andExpect(content().string(containsString("/taken/" + task + "/verlengen")));

        mvc.perform(extend("2027-02-15", "Het college wacht op de begroting."))
                .andExpect(redirectedUrl("/taken/" + task));

        var due = Objects.requireNonNull(task(caseId, "Task_DecideCollege").due());
        assertThat(LocalDate.ofInstant(due, ZoneId.of("Europe/Brussels"))).isEqualTo(LocalDate.of(2027, 2, 15));
        mvc.perform(get("/taken/{task}", task).with(role("college")))
                .andExpect(content().string(containsString("Het college wacht op de begroting.")));
        mvc.perform(extend("2027-02-25", "Nog eens."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("al één keer verlengd")));
    }

    @Test
    void keepsWhatWasTypedWhenItCannotBe() throws Exception {
        mvc.perform(extend("2027-02-15", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf waarom")))
                .andExpect(content().string(containsString("value=\"2027-02-15\"")));
        mvc.perform(extend("morgen", "De begroting."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies een dag.")))
                .andExpect(content().string(containsString("De begroting.")));
        mvc.perform(extend("2029-01-01", "Te laat."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Volgens het reglement")));
    }

    @Test
    void isForWhoDecidesOnly() throws Exception {
        mvc.perform(post("/taken/{task}/verlengen", task).with(csrf()).with(role("finance")))
                .andExpect(status().isForbidden());
    }

    @Test
    void offersNoExtensionWhereTheRegulationHasNone() throws Exception {
        var other = apply(Map.of("name", "Wijkraad Banneux"));
        answer(other, "Task_GiveAreaView", Map.of("areaView", "Gaat goed."));
        var check = task(other, "Task_CheckApplication").id();

        mvc.perform(get("/taken/{task}", check).with(role("participation-office")))
                .andExpect(content().string(not(containsString("/verlengen"))))
                .andExpect(content().string(containsString("Erkenning aanvragen")));
        mvc.perform(get("/taken/{task}/verlengen", check).with(role("participation-office")))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder extend(String until, String reason) {
        return post("/taken/{task}/verlengen", task)
                .param("until", until)
                .param("reason", reason)
                .with(csrf())
                .with(role("college"));
    }
}
