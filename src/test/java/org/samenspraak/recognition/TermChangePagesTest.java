package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who steers the case looks at a change of the term to decide, goes back, and saves it once or twice. */
class TermChangePagesTest extends RecognitionScenario {

    @Autowired
    private Clocks clocks;

    private CaseId caseId;

    @BeforeEach
    void bringToTheCollege() {
        caseId = complete(Map.of());
        advise(caseId);
    }

    @Test
    void leadsBackToTheFormAsItWasFilledIn() throws Exception {
        mvc.perform(act("MOVE", "2027-01-20", "De begroting.", ""))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "later dan het reglement geeft",
                                "De termijn voor het besluit mag één keer",
                                "name=\"back\"")))
                .andExpect(content().string(not(containsString("De raad krijgt een mail"))));

        mvc.perform(act("MOVE", "2027-01-20", "De begroting.", "x").param("back", "1"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "value=\"MOVE\" checked",
                                "Alleen als u zelf een einddag kiest",
                                "value=\"2027-01-20\"",
                                "De begroting.")));
        assertThat(clocks.find(caseId, "decision", null).orElseThrow().lastDay())
                .isEqualTo(LocalDate.of(2027, 1, 12));
    }

    @Test
    void saysToWhoSavesTwiceThatItIsSaved() throws Exception {
        var page = mvc.perform(act("SUSPEND", "", "Even wachten.", ""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var seen = page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        var save = act("SUSPEND", "", "Even wachten.", seen);
        mvc.perform(save).andExpect(flash().attribute("notice", "tasklist.term.done"));
        mvc.perform(save)
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("notice", "tasklist.term.done-already"));
    }

    private MockHttpServletRequestBuilder act(String act, String until, String reason, String seen) {
        var clock = clocks.find(caseId, "decision", null).orElseThrow();
        return post("/zaken/" + cases.get(caseId).number() + "/termijnen/" + clock.id())
                .param("act", act)
                .param("until", until)
                .param("reason", reason)
                .param("seen", seen)
                .with(csrf())
                .with(role("participation-office"));
    }
}
