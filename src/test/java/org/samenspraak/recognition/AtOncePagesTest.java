package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Two people press the same button at the same moment: one is taken, the other is told. */
class AtOncePagesTest extends RecognitionScenario {

    @Autowired
    private Submissions submissions;

    @Autowired
    private People people;

    @Autowired
    private Timeline timeline;

    @Test
    void takesOneAnswerOfTwoPeopleOfACouncilAndShowsTheOtherWhoseItWas() throws Exception {
        var caseId = intended();
        var chair = answer(link("chair@voorbeeld.be"), "Lid 1");
        var secretary = answer(link("secretary@voorbeeld.be"), "Lid 2");

        var both = atOnce(chair, secretary);

        assertThat(both).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(200, 302);
        var late = both.get(0).getStatus() == 200 ? both.get(0) : both.get(1);
        var first = late == both.get(1) ? "Lid 1" : "Lid 2";
        assertThat(late.getContentAsString()).contains("Dit is al verstuurd", "Verstuurd door " + first);
        assertThat(submissions.of(caseId))
                .filteredOn(row -> row.formId().equals("withdrawal-view"))
                .singleElement()
                .satisfies(row -> assertThat(row.by()).startsWith(first));
        run();
        assertThat(open(caseId)).containsExactly("Task_DecideCollege");
    }

    @Test
    void takesOneFormOfTwoOfficials() throws Exception {
        var caseId = complete(Map.of());
        var task = task(caseId, "Task_Advise").id();
        var answers = TypedForm.of(Map.of(
                "advice", "grant",
                "adviceReason", "Alles is in orde.",
                "meeting", "1-10-2026",
                "draft", "Het orgaan erkent de raad."));
        Supplier<AbstractMockHttpServletRequestBuilder<?>> form =
                () -> post("/taken/{task}", task).params(answers).with(csrf()).with(role("participation-office"));

        var both = atOnce(form.get(), form.get());

        assertThat(both).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(302, 409);
        assertThat(submissions.of(caseId))
                .filteredOn(row -> row.formId().equals("recognition-advice"))
                .hasSize(1);
        run();
        assertThat(open(caseId)).containsExactly("Task_DecideCollege");
    }

    @Test
    void givesATaskToOneOfTwoWhoTakeItAndShowsTheOtherWhoHasIt() throws Exception {
        var caseId = complete(Map.of());
        var task = task(caseId, "Task_Advise").id();
        var first = official("Ambtenaar Noord");
        var second = official("Ambtenaar Zuid");

        var both = atOnce(claim(task, first), claim(task, second));

        assertThat(both).extracting(MockHttpServletResponse::getStatus).containsOnly(302);
        var holder = task(caseId, "Task_Advise").assignee();
        assertThat(holder).isIn(first, second);
        var late = first.equals(holder) ? second : first;
        mvc.perform(get("/taken/{task}", task).with(person(late, "participation-office")))
                .andExpect(content()
                        .string(containsString((first.equals(holder) ? "Ambtenaar Noord" : "Ambtenaar Zuid")
                                + " werkt hieraan. U kunt meelezen")));
        assertThat(timeline.page(caseId, null, 50))
                .filteredOn(entry -> entry.kind().equals("task.taken"))
                .hasSize(1);
    }

    private PersonId official(String name) {
        return people.add(
                new NewPerson(
                        name.toLowerCase(Locale.ROOT).replace(' ', '.'),
                        name,
                        "ambtenaar@stad.example",
                        "",
                        "een lang wachtwoord van deze test",
                        Set.of(GroupId.of("participation-office"))),
                CLERK);
    }

    private static AbstractMockHttpServletRequestBuilder<?> claim(String task, PersonId by) {
        return post("/taken/{task}/nemen", task).with(csrf()).with(person(by, "participation-office"));
    }

    private CaseId intended() {
        var council = council(recognised(Map.of()));
        var form = forms.shipped("withdrawal-intention");
        var answers = Map.<String, Object>of("council", council.id().toString(), "reason", "Er is geen werking.");
        var opened =
                intake.start("recognition-withdrawal", form, judged(form, Map.of(), answers), today(), false, CLERK);
        run();
        return opened.id();
    }

    private static AbstractMockHttpServletRequestBuilder<?> answer(String link, String name) {
        return multipart(link)
                .param("view", "Wij willen verder.")
                .param("_name", name)
                .param("_function", "lid");
    }
}
