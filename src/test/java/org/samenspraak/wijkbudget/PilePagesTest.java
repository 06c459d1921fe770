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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.wijkbudget.PaperDesk.Decided;

/** Piles of paper ballots that two people enter, and a third one decides where they differ. */
class PilePagesTest extends PaperScenario {

    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    @Test
    void entersTwiceComparesAndLetsAThirdDecide() {
        var pile = pile(5);
        paper.enter(pile, List.of("1,3", "2", "B", "3 1", "1"), ONE);
        refused("wijkbudget.paper.refusal.other-person", () -> paper.enter(pile, sheets("1"), ONE));
        paper.enter(pile, List.of("3, 1", "3", "b", "1,3", "1"), OTHER);

        assertThat(rows.sheets(pile))
                .filteredOn(PaperRows.Sheet::differs)
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.position()).isEqualTo(2);
                    assertThat(sheet.first()).isEqualTo("2");
                    assertThat(sheet.second()).isEqualTo("3");
                });
        assertThat(ballots.of(round, poort)).as("not before it is decided").isEmpty();
        refused("wijkbudget.paper.refusal.entered", () -> paper.enter(pile, sheets("2"), THIRD));
        refused("wijkbudget.paper.refusal.third-person", () -> paper.decide(pile, Map.of(2, reads("2")), OTHER));
        refused("wijkbudget.paper.refusal.open", () -> paper.refuseOpen(round));

        paper.decide(pile, Map.of(2, reads("2")), THIRD);

        assertThat(ballots.of(round, poort))
                .containsExactlyInAnyOrder(List.of(1, 3), List.of(2), List.of(1, 3), List.of(1));
        assertThat(ballots.turnout(round).get(0)).satisfies(turnout -> {
            assertThat(turnout.paper()).isEqualTo(4);
            assertThat(turnout.rejected()).as("the blank sheet").isEqualTo(1);
            assertThat(turnout.refused()).isZero();
        });
        assertThat(ballots.turnout(round).get(1).rejected()).isZero();
        refused("wijkbudget.paper.refusal.entered", () -> paper.decide(pile, Map.of(2, reads("2")), THIRD));
    }

    @Test
    void isReadByTheAuditorWhoEntersNothing() throws Exception {
        var url = "/wijkbudget/" + number + "/papier/stapels/" + pile(5);

        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("U leest mee"),
                                not(containsString("name=\"lines\"")),
                                not(containsString("name=\"why\"")))));
        mvc.perform(get(url).with(role("alderman"))).andExpect(status().isForbidden());
    }

    @Test
    void needsNoThirdWhenBothReadTheSame() {
        var pile = pile(5);

        paper.enter(pile, sheets("2"), ONE);
        paper.enter(pile, sheets("2"), OTHER);

        assertThat(ballots.of(round, poort)).hasSize(5);
        paper.refuseOpen(round);
        refused("wijkbudget.paper.refusal.entered", () -> paper.remove(pile, "Opnieuw.", CLERK, THIRD));
    }

    @Test
    void isCountedAgainWhenItCameInAfterTheCount() {
        var issued = cards.issue(round, poort, 5, "", CLERK);
        pastChoice();
        counting.count(round, CLERK);
        var confirmed = Map.<String, Object>of("checked", "true");
        issued.forEach(card -> cards.take(round, card, null));
        refused("wijkbudget.paper.refusal.left", () -> send(round, "Task_ConfirmCount", confirmed));
        var late = paper.begin(round, poort, 5);

        refused("wijkbudget.paper.refusal.open", () -> send(round, "Task_ConfirmCount", confirmed));
        paper.enter(late, sheets("2"), ONE);
        paper.enter(late, sheets("2"), OTHER);
        refused("wijkbudget.refusal.count-again", () -> send(round, "Task_ConfirmCount", confirmed));
        counting.count(round, CLERK);
        answer(round, "Task_ConfirmCount", confirmed);

        assertThat(counts.lines(round))
                .filteredOn(line -> line.number() == 1)
                .extracting(CountRows.Line::votes)
                .containsExactly(4L);
    }

    @Test
    void letsNothingOnASheetVanish() {
        var pile = pile(5);

        refused("wijkbudget.paper.refusal.number", () -> paper.enter(pile, sheets("1,9"), ONE));
        refused("wijkbudget.paper.refusal.number", () -> paper.enter(pile, sheets("4"), ONE));
        refused("wijkbudget.paper.refusal.number", () -> paper.enter(pile, sheets("1,1"), ONE));
        refused("wijkbudget.paper.refusal.many", () -> paper.enter(pile, sheets("1,2,3"), ONE));
        refused("wijkbudget.paper.refusal.line", () -> paper.enter(pile, sheets("één"), ONE));
        refused("wijkbudget.paper.refusal.lines", () -> paper.enter(pile, List.of("1", "2"), ONE));
        paper.enter(pile, sheets("T"), ONE);
    }

    @Test
    void mixesEnoughSheetsThatNobodyKnowsWhoseTheseAre() {
        cards.issue(round, poort, 7, "", CLERK).forEach(card -> cards.take(round, card, null));
        refused("wijkbudget.paper.refusal.sheets", () -> paper.begin(round, poort, 101));
        refused("wijkbudget.paper.refusal.few", () -> paper.begin(round, poort, 4));
        paper.begin(round, poort, 5);
        refused("wijkbudget.paper.refusal.few", () -> paper.begin(round, poort, 2));

        goTo(days(round, Phase.DECISION).begins());

        refused("wijkbudget.paper.refusal.few", () -> paper.begin(round, poort, 1));
        paper.begin(round, poort, 2);
    }

    @Test
    void lastsWhatTwoPeopleReadApart() throws Exception {
        var pile = pile(5);
        paper.enter(pile, sheets("1"), ONE);
        paper.enter(pile, sheets("2"), OTHER);

        refused("wijkbudget.paper.refusal.third-person", () -> paper.remove(pile, "Opnieuw.", CLERK, ONE));
        refused("wijkbudget.paper.refusal.third-person", () -> paper.remove(pile, "Opnieuw.", CLERK, OTHER));
        refused("wijkbudget.paper.refusal.new-reading", () -> paper.decide(pile, Map.of(1, reads("3")), THIRD));
        var url = "/wijkbudget/" + number + "/papier/stapels/" + pile;
        mvc.perform(post(url + "/beslissen")
                        .param("line-1", "3")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"3\""),
                                containsString("id=\"why-1-error\""),
                                containsString("Stembiljet 1: u leest iets wat geen van beiden las."))));
        mvc.perform(post(url + "/beslissen")
                        .param("line-1", "3")
                        .param("why-1", "De kiezer verbeterde het kruis.")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isFound());

        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("De ene las 1, de andere 2."),
                                containsString("Beslist: 3."),
                                containsString("Reden: De kiezer verbeterde het kruis."),
                                containsString("Besliste over de verschillen"))));
    }

    /** A pile of five, and all but the first the same. */
    private static List<String> sheets(String first) {
        return List.of(first, "1", "1", "1", "1");
    }

    private static Decided reads(String line) {
        return new Decided(line, "");
    }

    private UUID pile(int sheets) {
        cards.issue(round, poort, sheets, "", CLERK).forEach(card -> cards.take(round, card, null));
        return paper.begin(round, poort, sheets);
    }
}
