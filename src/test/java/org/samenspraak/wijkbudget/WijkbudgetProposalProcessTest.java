package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.Mails;
import org.samenspraak.wijkbudget.Idea.State;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.beans.factory.annotation.Autowired;

/** An idea from the form to its project or its reason. */
class WijkbudgetProposalProcessTest extends IdeaScenario {

    @Autowired
    private CohortActs acts;

    @Autowired
    private BudgetProjects projects;

    @Autowired
    private BudgetWords words;

    @Test
    void refusesAnIdeaWithoutACallAMailOrEnoughNeighbours() {
        refused("wijkbudget.refusal.no-mail", () -> idea("bank", Map.of("contactMail", ""), RESIDENT, false));
        for (var few : List.of(
                behind("kerkplein, 1", "Kerkplein 2", "KERKPLEIN 2"),
                behind("Steenweg 1234, 3512 Stevoort", "steenweg 1234 , Stevoort", "Steenweg 1236"))) {
            refused(
                    "wijkbudget.refusal.co-initiators",
                    () -> idea("bank", Map.of("coInitiators", few), RESIDENT, false));
        }
        refused(
                "wijkbudget.refusal.mail-twice",
                () -> idea("bank", Map.of("contactMail", "KERKPLEIN-2@wijk.example"), RESIDENT, false));
        refused(
                "wijkbudget.refusal.name-twice",
                () -> idea("bank", Map.of("contactName", "BUUR  van Kerkplein\u200b 2"), RESIDENT, false));
        for (var cost : List.of("999.99", "150000.01")) {
            refused("wijkbudget.refusal.idea-cost", () -> idea("bank", Map.of("cost", cost), RESIDENT, false));
        }
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        assertThatThrownBy(() -> idea("bank")).isInstanceOf(AssertionError.class);
        assertThat(ideas.in(round, State.UNCONFIRMED)).isEmpty();
    }

    @Test
    void locksTheRulesOfMoneyWithTheFirstIdea() {
        assertThat(rules.locked(round)).isEmpty();

        idea("bank");

        assertThat(rules.locked(round)).containsExactly(RoundRules.Part.MONEY);
    }

    @Test
    void waitsForItsProposerAndEachCoInitiatorByALinkOfTheirOwn() throws Exception {
        var idea = idea("bank");
        assertThat(open(idea)).isEmpty();
        assertThat(state(idea)).isEqualTo(State.UNCONFIRMED);
        assertThat(address(PROPOSER)).isNotEqualTo(address("Kerkplein-2@wijk.example"));

        confirm("Kerkplein-2@wijk.example");
        assertThat(open(idea)).isEmpty();
        confirm(PROPOSER);
        confirm(PROPOSER);

        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(supporters.of(idea)).filteredOn(Idea.Supporter::confirmed).hasSize(2);
    }

    @Test
    void isReadAgainWhenItsProposerChangesItDuringTheCall() throws Exception {
        var idea = received("bank");
        assertThat(ideas.get(idea).published()).isTrue();

        edit(ideas.get(idea), 0, new Words("Lange bank", "Een lange bank.", "Rust.", "Kerkplein"));
        run();

        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(ideas.get(idea).published()).isNull();
        assertThat(jdbc.sql("select title from wijkbudget_edit")
                        .query(String.class)
                        .list())
                .containsExactly("bank");
        var old = ideas.get(idea);
        refused("wijkbudget.refusal.changed", () -> edit(old, 0, old.words()));
        answer(idea, "Task_Moderate", Map.of("publish", "no", "moderateReason", "Er staat een naam in."));
        assertThat(ideas.get(idea).published()).isFalse();
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        refused("wijkbudget.refusal.call-over", () -> edit(old, 1, old.words()));
        assertThat(open(idea)).containsExactly("Task_Check");
    }

    @Test
    void isAdmittedAndStopsWithAReasonWhenNoProjectCameOfIt() throws Exception {
        var idea = toCheck("bank");

        answer(idea, "Task_Check", check("admitted"));
        assertThat(state(idea)).isEqualTo(State.ADMITTED);
        assertThat(clocks.running(idea, 10)).as("nothing is late").isEmpty();
        goTo(days(round, Phase.FEASIBILITY).begins());
        answer(idea, "Task_Explain", Map.of("dropReason", "De buurt koos voor groen."));

        assertThat(state(idea)).isEqualTo(State.DROPPED);
        assertThat(ideas.get(idea).reason()).isEqualTo("De buurt koos voor groen.");
        assertThat(view(idea).outcome()).isEqualTo("dropped");
        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER)).last().satisfies(one -> assertThat(Mails.text(one))
                .contains("besliste dit op " + words.dutchDay(today()), "een klacht indienen"));
    }

    @Test
    void endsInItsProject() throws Exception {
        var idea = received("bank");
        var other = received("fontein");
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        refused("wijkbudget.refusal.project", () -> acts.makeProject(round, "Plein", of(idea, other), CLERK));
        acts.admit(round, of(idea, other), CLERK);
        run();
        goTo(days(round, Phase.DIALOGUE).begins());

        acts.makeProject(round, "Plein", of(idea, other), CLERK);
        goTo(days(round, Phase.FEASIBILITY).begins());

        assertThat(projects.lines(round)).singleElement().satisfies(project -> assertThat(project.ideas())
                .contains("bank", "fontein"));
        assertThat(state(idea)).isEqualTo(State.IN_PROJECT);
        assertThat(view(other).outcome()).isEqualTo("in-project");
        var council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Brugse Poort", poort, CLERK);
        mvc.perform(get("/raden/" + council + "?only=projects").with(SignedInAs.role("auditor")))
                .andExpect(content().string(containsString("Idee in de wijk: bank")))
                .andExpect(content().string(containsString("Werd een project: fontein")));
    }

    @Test
    void canNotBeRefusedWithoutAReason() throws Exception {
        var idea = toCheck("bank");

        refused("wijkbudget.refusal.check-reason", () -> send(idea, "Task_Check", check("refused")));
        refused("wijkbudget.refusal.check-reason", () -> send(idea, "Task_Check", check("admitted", "own", "no")));
        assertThat(open(idea)).containsExactly("Task_Check");
    }

    @Test
    void staysRefusedWhenNobodyAsksToLookAgain() throws Exception {
        var idea = toCheck("bank");
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."));
        assertThat(state(idea)).isEqualTo(State.REFUSED);
        var last =
                clocks.find(idea, "wijkbudget-look-again", null).orElseThrow().lastDay();
        var own = address(PROPOSER);
        assertThat(mail.receivedBy(PROPOSER)).last().satisfies(one -> assertThat(Mails.text(one))
                .contains("tot en met " + words.dutchDay(last)));

        wait(13);
        mvc.perform(get(own)).andExpect(content().string(containsString("U kon tot en met")));

        assertThat(view(idea).outcome()).isEqualTo("refused");
        refused("wijkbudget.refusal.not-refused", () -> care.askAgain(ideas.get(idea), "Toch niet.", RESIDENT));
    }

    @Test
    void isLookedAtAgainBySomebodyElse() throws Exception {
        var first = official("eerste");
        var idea = toCheck("bank");
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."), first);
        refused("wijkbudget.refusal.reason", () -> care.askAgain(ideas.get(idea), " ", RESIDENT));
        care.askAgain(ideas.get(idea), "Het is geen winkel.", RESIDENT);
        run();

        assertThat(tasks.bar(task(idea, "Task_LookAgain"), first)).isPresent();
        assertThat(cohort.owed(round)).containsExactly(new CohortRows.Owed("participation-office", 1));
        answer(idea, "Task_LookAgain", Map.of("verdict", "admitted", "reviewReason", "Het klopt."), official("tweede"));

        assertThat(state(idea)).isEqualTo(State.ADMITTED);
        assertThat(ideas.get(idea).reason()).as("not the one of the refusal").isEqualTo("Het klopt.");
        assertThat(cohort.owed(round)).isEmpty();
        mvc.perform(get(address(PROPOSER))).andExpect(content().string(containsString("Het is geen winkel.")));
        assertThat(mail.receivedBy(PROPOSER)).last().satisfies(one -> {
            assertThat(Mails.subject(one)).contains("toch toegelaten");
            assertThat(Mails.text(one)).contains("Iemand anders keek opnieuw", "Het klopt.");
        });
    }

    @Test
    void hearsThatTheRefusalStays() throws Exception {
        var idea = toCheck("bank");
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."), official("eerste"));
        care.askAgain(ideas.get(idea), "Het is geen winkel.", RESIDENT);
        run();

        answer(
                idea,
                "Task_LookAgain",
                Map.of("verdict", "upheld", "reviewReason", "Er wordt verkocht."),
                official("tweede"));

        assertThat(view(idea).outcome()).isEqualTo("refused");
        assertThat(ideas.get(idea).reason()).isEqualTo("Er wordt verkocht.");
        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER)).last().satisfies(one -> assertThat(Mails.text(one))
                .contains(
                        "Het participatiebureau besliste dit op " + words.dutchDay(today()),
                        "Dan kunt u een klacht indienen"));
    }

    @Test
    void isMergedIntoOneThatLooksLikeIt() throws Exception {
        var idea = received("bank op het plein");
        var other = received("bank op het kerkplein");
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        assertThat(cohort.similar(idea))
                .extracting(CohortRows.Named::number)
                .containsExactly(view(other).number());
        var itself = check("merged", "mergeInto", view(idea).number(), "checkReason", "Hetzelfde.");
        refused("wijkbudget.refusal.merge", () -> send(idea, "Task_Check", itself));
        var both = check("merged", "mergeInto", view(other).number(), "checkReason", "Hetzelfde.");
        refused("wijkbudget.refusal.merge-undecided", () -> send(idea, "Task_Check", both));
        answer(other, "Task_Check", check("admitted"));

        answer(idea, "Task_Check", both);

        assertThat(ideas.get(idea).mergedInto()).isEqualTo(other);
        assertThat(view(idea).outcome()).isEqualTo("merged");
        assertThat(state(other)).isEqualTo(State.ADMITTED);
        assertThat(jdbc.sql("select count(*) from correspondence_message where subject like '%samengevoegd%'"
                                + " or subject like '%hoort nu bij%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private Actor official(String name) {
        return Actor.person(colleague(name, GroupId.of("participation-office")), name);
    }

    private static List<UUID> of(CaseId... all) {
        return Arrays.stream(all).map(CaseId::value).toList();
    }

    private static void refused(String key, ThrowingCallable act) {
        WijkbudgetRoundProcessTest.refused(key, act);
    }
}
