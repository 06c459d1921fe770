package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OtherWork;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.Mails;
import org.samenspraak.wijkbudget.Idea.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Ideas on which nobody decided when their phase ends. */
class WijkbudgetUndecidedProcessTest extends ProjectScenario {

    @Autowired
    private UndecidedIdeas undecided;

    @Test
    void areToldInTimeAndStayInSightAfterTheEnd() throws Exception {
        colleague("bureau", GroupId.of("participation-office"));
        colleague("poort", manager(poort));
        colleague("dorpen", manager(dorpen));
        var idea = toCheck("bank");
        var number = view(round).number();
        assertThat(work(GroupId.of("participation-office"))).as("there is time").isEmpty();

        goTo(days(round, Phase.ADMISSIBILITY).ends().minusDays(2));

        assertThat(work(GroupId.of("participation-office"))).singleElement().satisfies(line -> {
            assertThat(line.due()).isEqualTo(days(round, Phase.ADMISSIBILITY).ends());
            assertThat(line.what()).contains("1 idea is not decided yet");
        });
        assertThat(work(manager(poort))).hasSize(1);
        assertThat(work(manager(dorpen))).isEmpty();
        assertThat(told()).containsExactly(view(idea).number());
        outbox.sendDue();
        assertThat(mail.receivedBy("bureau@stad.example")).hasSize(1);
        assertThat(mail.receivedBy("dorpen@stad.example")).isEmpty();
        assertThat(mail.receivedBy("poort@stad.example")).last().satisfies(one -> assertThat(Mails.text(one))
                .contains("De toelating eindigt op 11 juli 2027", view(idea).number()));
        page(number)
                .andExpect(content()
                        .string(allOf(containsString("Nog te beslissen: 1 idee"), not(containsString("chip--late")))));

        goTo(begins(Phase.DIALOGUE));

        assertThat(told()).hasSize(2);
        page(number).andExpect(content().string(containsString("De termijn van 1 idee is voorbij.")));
        mvc.perform(get("/wijkbudget/" + number + "/ideeen?stands=UNDECIDED").with(role("auditor")))
                .andExpect(content().string(allOf(containsString("Nog te beslissen (1)"), containsString("bank"))));
        mvc.perform(get("/publiek/wijkbudget/" + number))
                .andExpect(content().string(containsString("Over 1 idee beslist de stad nog.")));

        answer(idea, "Task_Check", check("admitted"));
        assertThat(work(GroupId.of("participation-office"))).isEmpty();
        page(number).andExpect(content().string(not(containsString("Nog te beslissen"))));
    }

    @Test
    void areNotForgottenAtADepartmentAndWithoutAProject() throws Exception {
        var loose = received("bank");
        var asked = received("fontein");
        goTo(begins(Phase.ADMISSIBILITY));
        answer(loose, "Task_Check", check("admitted"));
        answer(
                asked,
                "Task_Check",
                check("regular", "department", "department-green", "own", "no", "checkReason", "Dat doet Groen."));
        var number = view(round).number();
        page(number).andExpect(content().string(containsString("Wacht op een dienst: 1 idee")));
        assertThat(cohort.counts(round, null)).containsEntry("REGULAR_ASKED", 1);

        goTo(days(round, Phase.DIALOGUE).ends().minusDays(2));

        assertThat(work(GroupId.of("participation-office")))
                .extracting(OtherWork.Line::what)
                .containsExactlyInAnyOrder("1 idea waits for a department", "1 admitted idea is in no project");
        assertThat(told())
                .last()
                .asString()
                .contains(view(loose).number(), view(asked).number());
        page(number)
                .andExpect(content()
                        .string(allOf(
                                containsString("Wacht op een dienst: 1 idee. De termijn van 1 idee is voorbij."),
                                containsString("Toegelaten, in geen project: 1 idee<"))));

        goTo(begins(Phase.FEASIBILITY));

        assertThat(open(loose)).containsExactly("Task_Explain");
        wait(30);
        page(number)
                .andExpect(
                        content().string(containsString("in geen project: 1 idee. De termijn van 1 idee is voorbij.")));
    }

    @Test
    void canBecomeAProjectForAWhileAfterTheDialogue() throws Exception {
        var used = received("bank");
        var loose = received("fontein");
        goTo(begins(Phase.FEASIBILITY));
        for (var idea : List.of(used, loose)) {
            answer(idea, "Task_Check", check("admitted"));
        }
        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER)).last().satisfies(one -> assertThat(Mails.text(one))
                .contains("nog tot en met", "Gebeurt het niet, dan stopt uw idee."));

        acts.makeProject(round, "Plein", List.of(used.value()), CLERK);
        run();
        var project = projects.in(round, BudgetProject.State.DIALOGUE).get(0);
        assertThat(open(project.caseId())).containsExactly("Task_ChooseDepartments");
        assertThat(project.released()).isTrue();
        goTo(begins(Phase.ADVICE));

        assertThat(state(used)).isEqualTo(State.IN_PROJECT);
        answer(loose, "Task_Explain", Map.of("dropReason", "Er was geen tijd meer."));
        assertThat(state(loose)).isEqualTo(State.DROPPED);
    }

    @Test
    void comesIntoNoProjectOnceItsProposerIsOwedAReason() throws Exception {
        var idea = toCheck("bank");
        answer(idea, "Task_Check", check("admitted"));
        goTo(begins(Phase.FEASIBILITY));

        WijkbudgetRoundProcessTest.refused(
                "wijkbudget.refusal.no-project-now",
                () -> acts.makeProject(round, "Plein", List.of(idea.value()), CLERK));
    }

    private ResultActions page(String number) throws Exception {
        return mvc.perform(get("/wijkbudget/" + number).with(role("auditor")));
    }

    private List<OtherWork.Line> work(GroupId group) {
        var me = SignedIn.of(PersonId.create(), "collega", List.of(group));
        return undecided.open(me, 100).stream()
                .filter(line -> line.number().equals(view(round).number()))
                .toList();
    }

    private static GroupId manager(AreaId area) {
        return new GroupId("area-manager", area.toString());
    }

    private List<String> told() {
        return jdbc.sql("select args ->> 'ideas' from casefile_event where case_id = ? and kind like '%undecided%'")
                .param(round.value())
                .query(String.class)
                .list();
    }
}
