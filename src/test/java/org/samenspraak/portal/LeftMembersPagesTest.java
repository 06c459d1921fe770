package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.CouncilCaseIT;

/** Links of a council open nothing for whoever left it. */
class LeftMembersPagesTest extends CouncilCaseIT {

    @Test
    void readsNoReceiptAnyMore() throws Exception {
        askForView();
        var an = "/v/" + tokenOf(AN);
        var els = "/v/" + tokenOf(ELS);
        mvc.perform(multipart(an)
                        .param("view", "Wij blijven graag erkend.")
                        .param("_name", "An Peeters")
                        .param("_function", "voorzitter"))
                .andExpect(redirectedUrl(an + "?bedankt"));
        mvc.perform(get(an + "/bewijs")).andExpect(status().isOk());

        memberships.replace(council, List.of(person("Els Maes", ELS, Function.SECRETARY)), today(), OFFICE);

        assertThat(gone(an)).doesNotContain("Wij blijven", "Runkst", number(), "Els Maes", "Bewaar het bewijs");
        mvc.perform(get(an + "/bewijs")).andExpect(status().isNotFound());
        mvc.perform(get(els)).andExpect(status().isOk());
        mvc.perform(get(els + "/bewijs")).andExpect(status().isOk());
    }

    @Test
    void readsNothingThatSomebodyElseHasAtThatAddressNow() throws Exception {
        askForView();
        var an = "/v/" + tokenOf(AN);
        mvc.perform(multipart(an)
                .param("view", "Wij blijven graag erkend.")
                .param("_name", "An Peeters")
                .param("_function", "voorzitter"));
        memberships.replace(council, List.of(person("Piet Claes", AN, Function.CHAIR)), today(), OFFICE);

        gone(an);
    }

    @Test
    void readsNothingOfWhatWasWithdrawnOrIsOver() throws Exception {
        askForView();
        var an = "/v/" + tokenOf(AN);
        mvc.perform(multipart(an).param("view", "Half ingevuld").param("_save", "1"));
        cases.stop(caseId, CaseStatus.STOPPED, "Niet nodig.", Actor.SYSTEM);
        memberships.replace(council, List.of(person("Els Maes", ELS, Function.SECRETARY)), today(), OFFICE);

        assertThat(gone(an)).doesNotContain("Half ingevuld", "ingetrokken");
        mvc.perform(get(an + "/intrekken/bewijs")).andExpect(status().isNotFound());
    }

    private String gone(String link) throws Exception {
        var answer = mvc.perform(get(link)).andExpect(status().isGone()).andReturn();
        var text = Jsoup.parse(answer.getResponse().getContentAsString()).text();
        assertThat(text).contains("Deze link werkt niet meer", "Aanmelden voor uw raad");
        return text;
    }

    private String number() {
        return cases.get(caseId).number();
    }
}
