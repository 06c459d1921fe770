package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What was done in the dialogue of a round, who was reached, and how that is put right. */
class DialoguePagesTest extends IdeaScenario {

    @Autowired
    private Dialogues dialogue;

    @Test
    void showsWhoWasReachedBesideWhatWasPlanned() throws Exception {
        goTo(days(round, Phase.DIALOGUE).begins());
        var url = "/wijkbudget/" + view(round).number() + "/wijkdialoog";
        mvc.perform(held(url, "area-manager@" + poort, poort.toString(), "0"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Langs de scholen")));

        mvc.perform(held(url, "area-manager@" + poort, poort.toString(), "12")).andExpect(redirectedUrl(url));
        mvc.perform(held(url, "area-manager@" + poort, dorpen.toString(), "12")).andExpect(status().isForbidden());

        mvc.perform(get("/wijkbudget/" + view(round).number()).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("ook 1 keer bereikt"),
                                containsString(">1 keer bereikt"),
                                containsString("gepland"))));
        mvc.perform(get(url + "?lang=en").with(role("participation-office")))
                .andExpect(content().string(allOf(containsString("Langs de scholen"), containsString("Walk"))));
    }

    @Test
    void everybodyReadsWhoWasReachedWhileItRunsAndNothingOfFew() throws Exception {
        var told = "/publiek/wijkbudget/" + view(round).number();
        mvc.perform(get(told)).andExpect(content().string(not(containsString("id=\"held\""))));
        goTo(days(round, Phase.DIALOGUE).begins());
        var url = "/wijkbudget/" + view(round).number() + "/wijkdialoog";
        mvc.perform(held(url, "participation-office", dorpen.toString(), "4"));
        mvc.perform(get(told))
                .andExpect(content()
                        .string(allOf(
                                containsString("Er waren weinig mensen."), not(containsString("Langs de scholen")))));

        mvc.perform(held(url, "participation-office", poort.toString(), "12"));

        mvc.perform(get(told))
                .andExpect(content()
                        .string(allOf(
                                containsString("Langs de scholen"),
                                containsString("ongeveer 12 mensen"),
                                containsString("1 keer bereikt"))));
        mvc.perform(get(told + "?lang=en"))
                .andExpect(content().string(containsString("<span lang=\"nl\">Langs de scholen</span>")));
    }

    @Test
    void correctsOrStrikesAMomentAndKeepsWhatStood() throws Exception {
        goTo(days(round, Phase.DIALOGUE).begins());
        var url = "/wijkbudget/" + view(round).number() + "/wijkdialoog";
        mvc.perform(held(url, "participation-office", poort.toString(), "12"));
        var one = url + "/" + dialogue.page(round, null, 2).get(0).id();
        mvc.perform(get(one).with(role("area-manager@" + dorpen))).andExpect(status().isForbidden());
        mvc.perform(get(one).with(role("area-manager@" + poort)))
                .andExpect(content().string(containsString("value=\"Langs de scholen\"")));

        mvc.perform(held(one, "participation-office", poort.toString(), "30"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(held(one, "participation-office", poort.toString(), "30").param("why", "Het waren er meer."))
                .andExpect(redirectedUrl(url));

        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(containsString(": Het waren er meer."), containsString("ook 1 keer bereikt"))));
        mvc.perform(get(one).with(role("participation-office"))).andExpect(status().isNotFound());
        var other = dialogue.page(round, null, 9).stream()
                .filter(held -> held.struckBy() == null)
                .findFirst()
                .orElseThrow();
        assertThat(other.people()).isEqualTo(30);
        mvc.perform(post(url + "/" + other.id() + "/schrappen")
                        .with(role("area-manager@" + poort))
                        .with(csrf())
                        .param("why", "Het ging niet door."))
                .andExpect(redirectedUrl(url));
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(containsString("Het ging niet door."), not(containsString("1 keer bereikt")))));
    }

    @Test
    void keepsNothingFromBeforeTheRoundAndFromBeforeTheDialogueOnlyWithAReason() {
        goTo(days(round, Phase.DIALOGUE).begins());
        var prepared = view(round).received();

        refused("wijkbudget.refusal.day-before", () -> dialogue.keep(round, held(prepared.minusDays(1)), CLERK));

        refused("wijkbudget.refusal.before-dialogue", () -> dialogue.keep(round, held(prepared), CLERK));

        dialogue.keep(round, held(prepared, "Een wandeling voor de oproep."), CLERK);
        assertThat(dialogue.page(round, null, 2)).hasSize(1);
    }

    @Test
    void refusesAGroupThatIsNotInTheListAndKeepsWhatWasTyped() throws Exception {
        goTo(days(round, Phase.DIALOGUE).begins());
        var url = "/wijkbudget/" + view(round).number() + "/wijkdialoog";

        mvc.perform(held(url, "participation-office", poort.toString(), "12").param("reached", "<b>"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("uit de lijst"), containsString("Langs de scholen"))));

        assertThat(dialogue.page(round, null, 2)).isEmpty();
    }

    private Dialogues.Held held(LocalDate on) {
        return held(on, null);
    }

    private Dialogues.Held held(LocalDate on, @Nullable String note) {
        return new Dialogues.Held(
                UUID.randomUUID(), poort, "", "walk", on, "Langs de scholen", 12, List.of(), note, null, null);
    }

    private MockHttpServletRequestBuilder held(String url, String who, String area, String people) {
        return post(url)
                .with(role(who))
                .with(csrf())
                .param("area", area)
                .param("kind", "walk")
                .param("on", days(round, Phase.DIALOGUE).begins().toString())
                .param("place", "Langs de scholen")
                .param("people", people)
                .param("reached", "teens", "children");
    }
}
