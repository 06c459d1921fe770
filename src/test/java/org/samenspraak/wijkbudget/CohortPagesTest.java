package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.samenspraak.wijkbudget.Idea.State;

/** What the table of all ideas says of those that stay as they are. */
class CohortPagesTest extends IdeaScenario {

    @Test
    void admitsNoneThatNobodyElseMayReadAndSaysWhy() throws Exception {
        var hidden = idea("bank");
        for (var one : supporters.of(hidden)) {
            confirm(String.valueOf(one.mail()));
        }
        answer(hidden, "Task_Moderate", Map.of("publish", "no", "moderateReason", "Er staat een naam in."));
        var other = toCheck("fontein");
        var url = "/wijkbudget/" + view(round).number() + "/ideeen";
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString("dan zegt u van elk: het ligt in het gebied")));

        mvc.perform(post(url + "/toelaten")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("idea", hidden.toString(), other.toString()))
                .andExpect(flash().attribute("noticeArgs", Matchers.hasItemInArray((Object)
                        "bank: Dit idee is niet publiek. Open het en beslis er apart over.")));
        run();

        assertThat(state(hidden)).isEqualTo(State.IN);
        assertThat(state(other)).isEqualTo(State.ADMITTED);
        answer(
                hidden,
                "Task_Check",
                check("merged", "mergeInto", view(other).number(), "checkReason", "Water en zitten horen samen."));
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Samengevoegd"),
                                containsString("Gaat verder met " + view(other).number()))));
    }

    @Test
    void isMergedWithNoneOfAnotherArea() throws Exception {
        var elsewhere = idea("bank", Map.of("area", dorpen.toString()), RESIDENT, false);
        confirm(PROPOSER);
        answer(elsewhere, "Task_Moderate", Map.of("publish", "yes"));
        var idea = toCheck("bank op het plein");
        answer(elsewhere, "Task_Check", check("admitted", "checkReason", "Dat komt wel goed."));
        var other = check("merged", "mergeInto", view(elsewhere).number(), "checkReason", "Hetzelfde.");

        refused("wijkbudget.refusal.merge", () -> send(idea, "Task_Check", other));
    }
}
