package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.testing.Mails;
import org.samenspraak.testing.TypedForm;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.springframework.beans.factory.annotation.Autowired;

/** A project from the dialogue to the decision on its round. */
class WijkbudgetProjectProcessTest extends ProjectScenario {

    @Autowired
    private ProjectCases projectCases;

    @Autowired
    private PublicRounds publicRounds;

    @Test
    void waitsForThePhaseAndIsExaminedByEachDepartmentAtOnce() throws Exception {
        var project = project("Groen plein", "bank", "fontein");
        assertThat(open(project)).isEmpty();
        assertThat(view(project).number()).isEqualTo("2027-WBP-0001");
        assertThat(projects.get(project).summary())
                .isEqualTo("Een bank voor de hele buurt.\n\nEen fontein voor de hele buurt.");
        assertThat(projects.get(project).area()).isEqualTo(poort);

        goTo(begins(Phase.FEASIBILITY));
        answer(
                project,
                "Task_ChooseDepartments",
                Map.of("departments", Set.of("department-green", "department-mobility"), "question", "Snel?"));

        assertThat(stands(project)).isEqualTo(State.ASKED);
        assertThat(tasks.ofCase(project))
                .extracting(task -> task.groups().toString())
                .containsExactlyInAnyOrder("[department-green]", "[department-mobility]");
        assertThat(clocks.of(project))
                .extracting(clock -> clock.scope())
                .contains("department-green", "department-mobility");
        of(project, "department-green", yes("8000.50"));
        assertThat(open(project)).containsExactly("Task_AnswerFeasibility");
        var conditions = yes("2000");
        conditions.put("feasible", "if");
        conditions.put("conditions", "Niet op marktdagen.");
        of(project, "department-mobility", conditions);

        var task = task(project, "Task_FixCosts");
        assertThat(taskData.of(task, form(task), CLERK))
                .containsEntry("cost", "10000.50")
                .containsEntry("yearly", "200.00");
        assertThat(answers.of(projects.get(project).id()))
                .extracting(ProjectAnswers.Row::answer)
                .containsExactly("YES", "IF");
    }

    @Test
    void getsItsNumberAndCostsWhenItIsFeasible() throws Exception {
        var project = asked("Groen plein", "department-green");
        of(project, "department-green", yes("8000"));
        refused("wijkbudget.refusal.cost", () -> send(project, "Task_FixCosts", fixed("999.99")));
        refused("wijkbudget.refusal.cost", () -> send(project, "Task_FixCosts", fixed("150000.01")));

        answer(project, "Task_FixCosts", fixed("9000"));

        assertThat(stands(project)).isEqualTo(State.FEASIBLE);
        assertThat(projects.get(project).cents()).isEqualTo(900_000);
        assertThat(projects.get(project).number()).isEqualTo(1);
        assertThat(open(project)).containsExactly("Task_AdviseProject");
    }

    @Test
    void tellsItsProposersWhyItIsNotFeasible() throws Exception {
        var project = asked("Groen plein", "department-green");
        of(project, "department-green", Map.of("feasible", "no", "whyNot", "Er ligt een gasleiding."));
        var task = task(project, "Task_FixCosts");
        assertThat(taskData.of(task, form(task), CLERK)).containsEntry("infeasibleReason", "Er ligt een gasleiding.");

        answer(project, "Task_FixCosts", Map.of("feasible", "no", "infeasibleReason", "Er ligt een gasleiding."));

        assertThat(stands(project)).isEqualTo(State.INFEASIBLE);
        assertThat(view(project).outcome()).isEqualTo("infeasible");
        mvc.perform(get(address(PROPOSER))).andExpect(content().string(containsString("Er ligt een gasleiding.")));
    }

    @Test
    void isFeasibleAgainstADepartmentOnlyWithAReasonForEverybody() throws Exception {
        var project = asked("Groen plein", "department-green", "department-mobility");
        of(project, "department-mobility", yes("8000"));
        of(project, "department-green", Map.of("feasible", "no", "whyNot", "Er ligt een gasleiding."));
        var task = task(project, "Task_FixCosts");
        var sent = TypedForm.of(fixed("8000"));
        assertThat(forms.judge(form(task), taskData.of(task, form(task), CLERK), sent)
                        .accepted())
                .as("no reason")
                .isFalse();
        var why = new HashMap<>(fixed("8000"));
        why.put("overruledWhy", "De leiding ligt er niet meer.");

        answer(project, "Task_FixCosts", why);

        assertThat(stands(project)).isEqualTo(State.FEASIBLE);
        mvc.perform(get("/zaken/" + view(project).number()).with(role("department-green")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Haalbaar, al zei een dienst nee"),
                                containsString("De leiding ligt er niet meer."),
                                containsString("<span>Niet haalbaar</span>"),
                                containsString("<span>Geen vergunning nodig</span>"))));
        everybodyReads(project, "Deze dienst vond van niet: Dienst groen.", "De leiding ligt er niet meer.");
    }

    /** Before the office said which. */
    @Test
    void isWithTheDepartmentsForEverybodyFromTheDayOfTheirPhase() throws Exception {
        var project = project("Groen plein", "bank");
        jdbc.sql("update wijkbudget_project set released = true where case_id = ?")
                .param(project.value())
                .update();
        assertThat(publicRounds.projects(view(round).number()))
                .extracting(PublicRound.Project::state)
                .containsExactly("DIALOGUE");

        goTo(begins(Phase.FEASIBILITY));

        assertThat(open(project)).containsExactly("Task_ChooseDepartments");
        assertThat(publicRounds.projects(view(round).number()))
                .extracting(PublicRound.Project::state)
                .containsExactly("ASKED");
    }

    @Test
    void goesOnWithoutADepartmentThatDoesNotAnswer() throws Exception {
        var project = asked("Groen plein", "department-green", "department-mobility");
        of(project, "department-green", yes("8000"));

        wait(40);

        assertThat(open(project)).containsExactlyInAnyOrder("Task_AnswerFeasibility", "Task_ChaseDepartment");
        answer(project, "Task_ChaseDepartment", Map.of("without", "no", "chaseNote", "Zij antwoorden morgen."));
        assertThat(open(project)).containsExactly("Task_AnswerFeasibility");
        assertThat(answers.of(projects.get(project).id()).get(1).isLate(today()))
                .isTrue();
    }

    @Test
    void closesTheTaskOfADepartmentWhenTheOfficeGoesOn() throws Exception {
        var project = asked("Groen plein", "department-green", "department-mobility");
        of(project, "department-green", yes("8000"));
        wait(40);

        answer(project, "Task_ChaseDepartment", Map.of("without", "yes", "chaseNote", "Niemand neemt op."));

        assertThat(open(project)).containsExactly("Task_FixCosts");
        assertThat(answers.of(projects.get(project).id()))
                .extracting(ProjectAnswers.Row::answer)
                .containsExactly("YES", "LEFT_OUT");
        answer(project, "Task_FixCosts", fixed("8000"));
        everybodyReads(project, "antwoordde niet op tijd of het project kan: Dienst mobiliteit.");
    }

    @Test
    void stopsWhenTheChoiceBeginsBeforeADepartmentAnswered() throws Exception {
        colleague("mobiliteit", GroupId.of("department-mobility"));
        var project = asked("Groen plein", "department-green", "department-mobility");
        of(project, "department-green", yes("8000"));
        var page = "/wijkbudget/" + view(round).number();
        goTo(begins(Phase.ADVICE));
        mvc.perform(get(page).with(role("participation-office")))
                .andExpect(content().string(containsString("Nog niet klaar voor de keuze")));

        goTo(begins(Phase.CHOICE));

        assertThat(view(project).status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(open(project)).isEmpty();
        mvc.perform(get(address(PROPOSER)))
                .andExpect(content().string(containsString("Dit antwoord ontbrak: Dienst mobiliteit.")));
        mvc.perform(get("/publiek" + page + "/projecten/"
                        + projects.get(project).id()))
                .andExpect(content().string(containsString("Dit antwoord ontbrak: Dienst mobiliteit.")));
        assertThat(mail.receivedBy("mobiliteit@stad.example")).last().satisfies(one -> assertThat(Mails.text(one))
                .contains(view(project).number(), "uw dienst niet op tijd zei"));
        mvc.perform(get(page).with(role("participation-office")))
                .andExpect(content().string(not(containsString("Nog niet klaar voor de keuze"))));
    }

    @Test
    void waitsForTheDecisionWithTheAdviceAndIsChosen() throws Exception {
        var project = feasible("Groen plein");
        answer(
                project,
                "Task_AdviseProject",
                Map.of("projectAdvice", "positive", "consensus", "De buurt heeft weinig groen."));
        assertThat(open(project)).isEmpty();

        projects.stand(project, State.CHOSEN);
        projectCases.tellDecided(round);
        run();

        assertThat(processes.awaits(project, "besloten")).isFalse();
        assertThat(stands(project)).isEqualTo(State.CHOSEN);
        assertThat(view(project).outcome()).isNotEqualTo("left");
    }

    @Test
    void endsWithoutAdviceWhenThePhaseIsOverAndWhenItIsNotChosen() throws Exception {
        var project = feasible("Groen plein");
        goTo(begins(Phase.CHOICE).minusDays(1));
        assertThat(open(project)).containsExactly("Task_AdviseProject");

        goTo(begins(Phase.CHOICE));
        assertThat(open(project)).isEmpty();
        projects.stand(project, State.LEFT);
        projectCases.tellDecided(round);
        run();

        assertThat(view(project).outcome()).isEqualTo("left");
    }

    @Test
    void canNotBeChosenAnyMoreWhenItIsStopped() throws Exception {
        var project = feasible("Groen plein");

        cases.stop(project, CaseStatus.STOPPED, "De school bouwt er zelf.", CLERK);

        assertThat(projects.in(round, State.FEASIBLE)).isEmpty();
        assertThat(stands(project)).isEqualTo(State.STOPPED);
        assertThat(projects.get(project).reason()).isEqualTo("De school bouwt er zelf.");
        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER)).extracting(Mails::subject).last().matches(subject -> String.valueOf(
                        subject)
                .startsWith("Het project van uw idee"));
    }

    @Test
    void isOfOneAreaAndMadeBeforeTheDialogueIsOver() throws Exception {
        var bank = received("bank");
        var far = idea("fontein", Map.of("area", dorpen.toString()), RESIDENT, false);
        confirm(PROPOSER);
        answer(far, "Task_Moderate", Map.of("publish", "yes"));
        goTo(begins(Phase.ADMISSIBILITY));
        answer(bank, "Task_Check", check("admitted"));
        answer(far, "Task_Check", check("admitted", "checkReason", "Iedereen steunt het."));
        var both = List.of(bank.value(), far.value());

        refused("wijkbudget.refusal.areas", () -> acts.makeProject(round, "Plein", both, CLERK));
        goTo(begins(Phase.FEASIBILITY));
        refused(
                "wijkbudget.refusal.no-project-now",
                () -> acts.makeProject(round, "Plein", List.of(bank.value()), CLERK));
    }

    private void everybodyReads(CaseId project, String... texts) throws Exception {
        var page = mvc.perform(get("/publiek/wijkbudget/" + view(round).number() + "/projecten/"
                        + projects.get(project).id()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains(texts);
    }

    private static Map<String, Object> fixed(String cost) {
        return Map.of("feasible", "yes", "cost", cost, "yearly", "100");
    }

    /** The answer of one department. */
    private void of(CaseId project, String department, Map<String, Object> said) {
        var task = tasks.ofCase(project).stream()
                .filter(one -> department.equals(one.scope()) && one.element().equals("Task_AnswerFeasibility"))
                .findFirst()
                .orElseThrow();
        reply(task, said);
    }

    private void reply(OpenTask task, Map<String, Object> said) {
        var form = form(task);
        intake.answer(task.id(), form, judged(form, taskData.of(task, form, CLERK), said), false, CLERK);
        run();
    }
}
