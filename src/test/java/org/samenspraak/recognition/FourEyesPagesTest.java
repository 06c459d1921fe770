package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An adviser stands in for who decides: the decision stays out of their hands, also by way of somebody else. */
class FourEyesPagesTest extends RecognitionScenario {

    @Autowired
    private People people;

    @Autowired
    private Delegations delegations;

    @Autowired
    private ApplicationContext context;

    private PersonId adviser;
    private PersonId decider;
    private PersonId colleague;
    private CaseId caseId;
    private String task;

    @BeforeEach
    void advise() {
        adviser = add("Adviseur", "participation-office");
        decider = add("Secretaris", "college");
        colleague = add("Collega", "legal");
        caseId = complete(Map.of());
        answer(
                caseId,
                "Task_Advise",
                Map.of(
                        "advice", "grant",
                        "adviceReason", "Alles is in orde.",
                        "meeting", today().plusDays(14).toString(),
                        "draft", "Het orgaan erkent de raad."),
                Actor.person(adviser, "Adviseur"));
        task = task(caseId, "Task_DecideCollege").id();
        delegations.add(
                SignedInAs.load(context, decider),
                decider,
                new NewDelegation(null, adviser, today(), today(), "", Set.of(), Set.of()));
    }

    @Test
    void showsTheAdviserWhatIsAskedAndNothingToFillIn() throws Exception {
        mvc.perform(get("/taken/{task}", task).with(as(adviser)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Wie in deze zaak al oordeelde"),
                                not(containsString("/werk/doorgeven?task")),
                                not(containsString("name=\"decision\"")))));
        mvc.perform(get("/taken/{task}", task).with(as(decider)))
                .andExpect(content().string(containsString("name=\"decision\"")));
    }

    @Test
    void letsTheAdviserChooseNobodyElseEither() throws Exception {
        handOver(adviser, colleague).andExpect(status().isConflict());
        mvc.perform(post("/werk/plannen")
                .param("task", task)
                .param("day", today().plusDays(1).toString())
                .with(csrf())
                .with(as(adviser)));
        assertThat(tasks.find(task).orElseThrow().assignee()).isNull();
        assertThat(tasks.find(task).orElseThrow().followUp()).isNull();
    }

    @Test
    void keepsTheDecisionWithWhoMayDecide() throws Exception {
        handOver(decider, colleague)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ze blijft bij wie ze mag doen")));
        mvc.perform(post("/werk/doorgeven")
                        .param("task", task + ":")
                        .param("to", "group:participation-office")
                        .param("reason", "")
                        .with(csrf())
                        .with(as(decider)))
                .andExpect(status().isConflict());
        handOver(decider, add("Tweede secretaris", "college"))
                .andExpect(flash().attribute("notice", hasToString(containsString("hand-over.done"))));
    }

    @Test
    void saysOnTheStepLineForWhom() throws Exception {
        var other = add("Vervanger", "legal");
        answer(
                caseId,
                "Task_DecideCollege",
                decision("granted"),
                Actor.person(other, "Vervanger").inPlaceOf(new Actor.Holder(decider, "Secretaris")));

        mvc.perform(get("/zaken/{number}", view(caseId).number()).with(as(adviser)))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "class=\"steps\"", "Adviseren en beslissen", "Vervanger", "voor Secretaris", "</ol>")));
    }

    private ResultActions handOver(PersonId by, PersonId to) throws Exception {
        return mvc.perform(post("/werk/doorgeven")
                .param("task", task + ":")
                .param("to", "person:" + to)
                .param("reason", "")
                .with(csrf())
                .with(as(by)));
    }

    private RequestPostProcessor as(PersonId person) {
        return SignedInAs.today(context, person);
    }

    private PersonId add(String name, String group) {
        return people.add(
                new NewPerson(
                        name.replace(' ', '-'),
                        name,
                        "p@hasselt.example",
                        "",
                        "een lang wachtwoord voor de proef",
                        Set.of(GroupId.parse(group))),
                Actor.SYSTEM);
    }
}
