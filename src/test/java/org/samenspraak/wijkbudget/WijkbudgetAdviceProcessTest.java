package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** The advice of the committee on a project is of most of its members. */
class WijkbudgetAdviceProcessTest extends ProjectScenario {

    @Autowired
    private ProjectInterests interests;

    @Autowired
    private ProjectPrefill prefill;

    @Test
    void isNotedOnceMoreThanHalfOfTheMembersSpokeOrWithAReason() throws Exception {
        var one = Actor.person(colleague("lid.een", ProjectPages.COMMITTEE), "lid een");
        var two = Actor.person(colleague("lid.twee", ProjectPages.COMMITTEE), "lid twee");
        var project = feasible("Groen plein");
        var advice = new HashMap<String, Object>(Map.of("projectAdvice", "positive", "consensus", "Weinig groen."));
        interests.declare(projects.get(project), "Ik woon ernaast.", one);
        assertThat(prefill.known(project, CLERK)).as("one of two").containsKey("few");
        assertThat(accepts(project, advice)).isFalse();

        interests.declare(projects.get(project), "Ik ook.", two);
        assertThat(accepts(project, advice)).isTrue();

        colleague("lid.drie", ProjectPages.COMMITTEE);
        colleague("lid.vier", ProjectPages.COMMITTEE);
        assertThat(accepts(project, advice)).isFalse();
        advice.put("fewWhy", "Er is vakantie.");
        answer(project, "Task_AdviseProject", advice);
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("Advies van 0 van de 4 leden, omdat: Er is vakantie.")));
        mvc.perform(get("/wijkbudget/" + view(round).number() + "/commissie").with(role("participation-office")))
                .andExpect(content().string(containsString("Advies van 0 van de 4 leden, omdat: Er is vakantie.")));
        mvc.perform(get(publicPage(project)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Advies van de commissie: Positief."),
                                containsString("Advies van 0 van de 4 leden, omdat: Er is vakantie."))));
    }

    @Test
    void endsWithoutAnyWhereTooFewMembersHaveNoInterest() throws Exception {
        var one = Actor.person(colleague("lid.een", ProjectPages.COMMITTEE), "lid een");
        var two = Actor.person(colleague("lid.twee", ProjectPages.COMMITTEE), "lid twee");
        var project = feasible("Groen plein");
        var of = projects.get(project);
        interests.declare(of, "Ik woon ernaast.", one);
        assertThat(open(project)).as("one of two is too few").contains("Task_NoAdvice", "Task_AdviseProject");
        interests.takeBack(of, "Ik las het adres verkeerd.", one);
        assertThat(open(project)).contains("Task_AdviseProject").doesNotContain("Task_NoAdvice");
        interests.declare(of, "Ik woon er toch naast.", one);
        interests.declare(of, "Ik ook.", two);
        assertThat(open(project)).containsOnlyOnce("Task_NoAdvice");

        answer(project, "Task_NoAdvice", Map.of("noAdviceWhy", "Alle leden wonen aan het plein."));

        assertThat(open(project)).isEmpty();
        assertThat(view(project).status()).as("it goes on to the choice").isEqualTo(CaseStatus.OPEN);
        refused("wijkbudget.refusal.no-advice-now", () -> interests.takeBack(of, "Te laat.", one));
        mvc.perform(get(publicPage(project)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Advies van de commissie: Geen advies."),
                                containsString("Alle leden wonen aan het plein."))));
        mvc.perform(get("/zaken/" + view(project).number()).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Belang teruggenomen"), containsString("Ik las het adres verkeerd."))));
    }

    @Test
    void showsWhoIsLeftOutHowToTakePartAgain() throws Exception {
        var one = colleague("lid.een", ProjectPages.COMMITTEE);
        var member = Actor.person(one, "lid een");
        var project = feasible("Groen plein");
        var url = "/wijkbudget/project/" + view(project).number();
        interests.declare(projects.get(project), "Ik woon ernaast.", member);

        var task = task(project, "Task_AdviseProject");
        var form = form(task);
        assertThat(forms.judge(form, taskData.of(task, form, member), TypedForm.of(Map.of()))
                        .accepted())
                .as("nothing is asked any more")
                .isTrue();
        refused("wijkbudget.refusal.conflict-advice", () -> answer(project, "Task_AdviseProject", Map.of(), member));
        var as = person(one, "committee-dialoogkamer");
        mvc.perform(get(url).with(as))
                .andExpect(content().string(allOf(containsString("/belang/terug"), not(containsString("points0")))));
        mvc.perform(post(url + "/belang/terug").with(as).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("why-error")));
        mvc.perform(post(url + "/belang/terug").with(as).with(csrf()).param("why", "Het is een andere straat."))
                .andExpect(redirectedUrl(url));
        mvc.perform(get(url).with(as)).andExpect(content().string(containsString("points0")));
    }

    @Test
    void waitsForTheCommitteeUntilThePhaseIsOver() throws Exception {
        var project = feasible("Groen plein");
        var list = "/wijkbudget/" + view(round).number() + "/commissie";
        mvc.perform(get(list).with(role("participation-office")))
                .andExpect(content().string(containsString("Groen plein")));

        goTo(begins(Phase.CHOICE));

        assertThat(open(project)).isEmpty();
        mvc.perform(get(list).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(containsString("Er wacht nu geen project"), not(containsString("Groen plein")))));
    }

    private String publicPage(CaseId project) {
        return "/publiek/wijkbudget/" + view(round).number() + "/projecten/"
                + projects.get(project).id();
    }

    private boolean accepts(CaseId project, Map<String, Object> answers) {
        var task = task(project, "Task_AdviseProject");
        var form = form(task);
        return forms.judge(form, taskData.of(task, form, CLERK), TypedForm.of(answers))
                .accepted();
    }
}
