package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ideas on paper that an official enters when the call is over. */
class LateIdeaPagesTest extends PaperIdeaScenario {

    @Autowired
    private UndecidedIdeas undecided;

    @Autowired
    private IdeaMails mails;

    @Test
    void takesWhatCameInTimeInAfterTheCallToo() throws Exception {
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        mvc.perform(get("/aanvraag/wijkbudget-proposal"))
                .andExpect(content().string(not(containsString("Brugse Poort"))));
        mvc.perform(get("/start/wijkbudget-proposal").with(role("participation-office")))
                .andExpect(content().string(containsString("Brugse Poort")));
        refused(enter(null, false), "Vul een e-mailadres in");

        enter(days(round, Phase.CALL).ends(), true).andExpect(status().is3xxRedirection());
        run();

        var idea = ideas.open(round).get(0);
        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(undecided.counts(round)).containsExactly(new UndecidedIdeas.Count("UNDECIDED", 1, 1));
        assertThat(waiting())
                .filteredOn(letter -> letter.name().equals("buur 2"))
                .hasSize(1);
        assertThat(mails.signUntil(ideas.get(idea)))
                .isEqualTo(days(round, Phase.ADMISSIBILITY).ends());
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        run();
        assertThat(open(idea)).containsExactly("Task_Check");
    }

    @Test
    void refusesWhatCameTooLateWithALetterAndLetsSomebodyElseLookAgain() throws Exception {
        goTo(days(round, Phase.ADMISSIBILITY).begins());

        enter(today(), true).andExpect(status().is3xxRedirection());
        run();

        var idea = ideas.open(round).get(0);
        assertThat(open(idea)).isEmpty();
        assertThat(state(idea)).isEqualTo(Idea.State.REFUSED);
        assertThat(undecided.counts(round)).isEmpty();
        assertThat(waiting()).hasSize(1);
        assertThat(text(pdf(waiting().get(0).document())))
                .contains(
                        "te laat binnen",
                        "kwam binnen op " + words.dutchDay(today()),
                        "tot en met " + words.dutchDay(days(round, Phase.CALL).ends()),
                        "met een brief of aan de balie");

        care.askAgain(ideas.get(idea), "Het zat al zondag in uw bus.", CLERK);
        run();
        answer(idea, "Task_LookAgain", Map.of("verdict", "admitted", "reviewReason", "De bus was niet geleegd."));
        run();
        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(waiting()).extracting(IdeaLetters.Waiting::name).contains("buur 2");
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        run();
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."));
        assertThat(care.mayAskAgain(ideas.get(idea))).isTrue();
    }

    @Test
    void closesWhatCameTooLateWhenNobodyAsksToLookAgain() throws Exception {
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        enter(today(), true).andExpect(status().is3xxRedirection());
        run();
        var idea = ideas.open(round).get(0);

        goTo(clocks.find(idea, IdeaCare.LOOK_AGAIN, null)
                .orElseThrow()
                .lastDay()
                .plusDays(1));

        assertThat(view(idea).outcome()).isEqualTo("refused");
    }
}
