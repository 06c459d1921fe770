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

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A project as its makers word it and as members of the committee score it; and who was reached in the dialogue. */
class ProjectPagesTest extends ProjectScenario {

    private static final String COMMITTEE = "committee-dialoogkamer";

    @Autowired
    private ProjectPrefill prefill;

    @Autowired
    private Submissions submissions;

    @Test
    void showsWhereItCameFromAndWhatItBecameBothWays() throws Exception {
        var project = project("Groen plein", "bank");
        var idea = projects.ideas(projects.get(project).id()).get(0);

        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(
                        content().string(containsString("/zaken/" + view(idea).number())));
        mvc.perform(get("/zaken/" + view(idea).number()).with(role("participation-office")))
                .andExpect(content()
                        .string(containsString("/zaken/" + view(project).number())));
        mvc.perform(get(address(PROPOSER))).andExpect(content().string(containsString("Groen plein")));
        assertThat(mail.receivedBy(PROPOSER))
                .as("its proposer hears what it became")
                .filteredOn(one ->
                        Mails.subject(one).equals("Uw idee " + view(idea).number() + " is nu deel van een project"))
                .singleElement()
                .satisfies(one -> assertThat(Mails.text(one)).contains("Groen plein"));
    }

    @Test
    void namesTheAreaInWhatWasSentAfterTheCallClosed() throws Exception {
        var idea = projects.ideas(projects.get(project("Groen plein", "bank")).id())
                .get(0);
        var form = submissions.of(idea).stream()
                .filter(one -> one.formId().equals("wijkbudget-idea"))
                .findFirst()
                .orElseThrow()
                .id();

        mvc.perform(get("/zaken/" + view(idea).number() + "/formulieren/" + form)
                        .with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(containsString("Brugse Poort"), not(containsString(">" + poort + "<")))));
    }

    @Test
    void saysWhatAProjectAndItsIdeaWaitForAndWhereTheyUsuallyGo() throws Exception {
        var project = project("Groen plein", "bank");
        var idea = projects.ideas(projects.get(project).id()).get(0);
        assertThat(begins(Phase.FEASIBILITY)).isEqualTo(LocalDate.of(2027, 11, 1));

        var ofProject = page(project);
        assertThat(ofProject).contains("Dit gaat verder op ma 1 november 2027", "hoort bij de ronde");
        assertThat(steps(ofProject)).contains("Uitvoeren").doesNotContain("Niet gekozen");
        var ofIdea = page(idea);
        assertThat(ofIdea).contains("Dit gaat verder op ma 1 november 2027");
        assertThat(steps(ofIdea)).contains("Idee afgehandeld").doesNotContain("Zeggen waarom het idee stopt");
        assertThat(clocks.find(idea, "wijkbudget-confirm", null).orElseThrow().running())
                .as("it was confirmed")
                .isFalse();
        assertThat(page(round)).contains("begint vanzelf de volgende fase").doesNotContain("dagen te laat");
    }

    private String page(CaseId caseId) throws Exception {
        return mvc.perform(get("/zaken/" + view(caseId).number()).with(role("participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String steps(String page) {
        return page.replaceAll("(?s).*<ol class=\"steps\">(.*?)</ol>.*", "$1");
    }

    @Test
    void getsOtherWordsAndTellsItsProposers() throws Exception {
        var project = project("Groen plein", "bank");
        var url = "/wijkbudget/project/" + view(project).number();
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString("Een bank voor de hele buurt.")));
        mvc.perform(get(url).with(role("auditor"))).andExpect(content().string(not(containsString("/woorden"))));
        var before = sent("Het project uit uw idee");

        mvc.perform(words(url, "0", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Twee bomen en een bank.")));
        mvc.perform(words(url, "0", "Plein met bomen")).andExpect(redirectedUrl(url));
        mvc.perform(words(url, "0", "Nog iets")).andExpect(status().isUnprocessableEntity());

        assertThat(projects.get(project).title()).isEqualTo("Plein met bomen");
        assertThat(projects.get(project).needs()).isEqualTo("Weinig groen.");
        assertThat(sent("Het project uit uw idee")).isEqualTo(before + 1);
        assertThat(jdbc.sql("select title from wijkbudget_project_edit")
                        .query(String.class)
                        .list())
                .containsExactly("Groen plein");
        goTo(begins(Phase.FEASIBILITY));
        var task = task(project, "Task_ChooseDepartments");
        assertThat(taskData.of(task, form(task), CLERK).get("departments"))
                .as("of the themes")
                .hasToString("[department-green, department-public-domain]");
    }

    @Test
    void isPublicOnceSomebodyReleasedIt() throws Exception {
        var project = project("Groen plein", "bank");
        var everybody = "/publiek/wijkbudget/" + view(round).number() + "/projecten";
        var url = "/wijkbudget/project/" + view(project).number();
        mvc.perform(get(everybody)).andExpect(content().string(not(containsString("Groen plein"))));
        mvc.perform(get(everybody + "/" + projects.get(project).id())).andExpect(status().isNotFound());
        mvc.perform(get("/publiek/wijkbudget-projecten.csv"))
                .andExpect(content().string(not(containsString(view(round).number()))));
        mvc.perform(post(url + "/publiek").with(role("department-green")).with(csrf()))
                .andExpect(status().isForbidden());

        mvc.perform(post(url + "/publiek").with(role("participation-office")).with(csrf()))
                .andExpect(redirectedUrl(url));

        mvc.perform(get(everybody)).andExpect(content().string(containsString("Groen plein")));
        mvc.perform(post(url + "/publiek").with(role("participation-office")).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void isPublicOnceDepartmentsHaveIt() throws Exception {
        project("Groen plein", "bank");

        goTo(begins(Phase.FEASIBILITY));

        mvc.perform(get("/publiek/wijkbudget/" + view(round).number() + "/projecten"))
                .andExpect(content().string(containsString("Groen plein")));
    }

    @Test
    void isScoredByEachMemberWithoutWhoHasAnInterest() throws Exception {
        var project = feasible("Groen plein");
        var url = "/wijkbudget/project/" + view(project).number();
        var one = member("lid een");
        var other = member("lid twee");
        var third = member("lid drie");

        var list = "/wijkbudget/" + view(round).number() + "/commissie";
        mvc.perform(get(list).with(person(one, COMMITTEE)))
                .andExpect(content().string(allOf(containsString("Groen plein"), containsString("nog te doen"))));
        mvc.perform(get(url).param("lang", "en").with(person(one, COMMITTEE)))
                .andExpect(content()
                        .string(allOf(
                                containsString(">The idea answers a need of the neighbourhood.<"),
                                not(containsString("Het idee speelt in op een nood")))));
        score(url, one, "9", "9")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("points0-error"), containsString("points1-error"))));
        score(url, one, "5", "3").andExpect(redirectedUrl(url));
        score(url, other, "2", "2").andExpect(redirectedUrl(url));
        score(url, third, "0", "0").andExpect(redirectedUrl(url));
        mvc.perform(post(url + "/belang").with(person(third, COMMITTEE)).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(url + "/belang")
                        .with(person(third, COMMITTEE))
                        .with(csrf())
                        .param("why", "Ik woon ernaast."))
                .andExpect(redirectedUrl(url));
        score(url, third, "5", "5").andExpect(status().isUnprocessableEntity());
        mvc.perform(get(list).with(person(third, COMMITTEE)))
                .andExpect(content().string(containsString("belang gemeld")));
        mvc.perform(get(url).with(person(one, COMMITTEE)))
                .andExpect(content()
                        .string(allOf(containsString("lid een: 5, 5, 3, 3"), containsString("lid twee: 2, 2, 2, 2"))));
        mvc.perform(get(url).with(person(member("lid vier"), COMMITTEE)))
                .andExpect(content().string(allOf(containsString("points0"), not(containsString("lid een: 5")))));

        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("2,0 tot 4,0"),
                                containsString("3,0"),
                                containsString("door een belang: lid drie"))));
        var advice = Map.<String, Object>of("projectAdvice", "positive", "consensus", "Weinig groen.");
        var leftOut = Actor.person(third, "lid drie");
        refused("wijkbudget.refusal.conflict-advice", () -> answer(project, "Task_AdviseProject", advice, leftOut));
        assertThat(String.valueOf(prefill.known(project, CLERK).get("scores")))
                .contains(": lid een, lid twee.", ": lid drie.");
        answer(project, "Task_AdviseProject", advice);
        score(url, one, "5", "5").andExpect(status().isUnprocessableEntity());
        mvc.perform(get(list).with(person(one, COMMITTEE)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Er wacht nu geen project"),
                                not(containsString("Open een project")),
                                containsString("Groen plein"),
                                containsString("2,0 tot 4,0"),
                                containsString("3,0"))));
    }

    @Test
    void keepsOthersFromWordingAndScoring() throws Exception {
        var url = "/wijkbudget/project/" + view(feasible("Groen plein")).number();

        mvc.perform(post(url + "/woorden").with(role("department-green")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(url + "/woorden").with(role("area-manager@" + dorpen)).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(url + "/punten").with(role("participation-office")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(url + "/belang").with(role("participation-office")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(words(url, "0", "Te laat")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void showsOnTheRoundWhichDepartmentIsLate() throws Exception {
        asked("Groen plein", "department-green");
        wait(40);

        mvc.perform(get("/wijkbudget/" + view(round).number()).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("0 van 1"),
                                containsString("1 te laat"),
                                containsString("Groen plein"))));
    }

    private PersonId member(String name) {
        return people.add(
                new NewPerson(
                        name.replace(' ', '-'),
                        name,
                        name.replace(' ', '-') + "@stad.example",
                        "",
                        "een lang wachtwoord hier",
                        Set.of(GroupId.of(COMMITTEE))),
                CLERK);
    }

    /** Twice the one and twice the other on the four criteria. */
    private ResultActions score(String url, PersonId member, String one, String other) throws Exception {
        return mvc.perform(post(url + "/punten")
                .with(person(member, COMMITTEE))
                .with(csrf())
                .param("points0", one)
                .param("points1", one)
                .param("points2", other)
                .param("points3", other));
    }

    private static MockHttpServletRequestBuilder words(String url, String version, String title) {
        return post(url + "/woorden")
                .with(role("participation-office"))
                .with(csrf())
                .param("version", version)
                .param("title", title)
                .param("summary", "Twee bomen en een bank.")
                .param("needs", "Weinig groen.")
                .param("theme", "green", "square");
    }

    private int sent(String subject) {
        return jdbc.sql("select count(*) from correspondence_message where subject like ?")
                .param(subject + "%")
                .query(Integer.class)
                .single();
    }
}
