package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody else leads a project: they agree before they do, and everybody reads who did when. */
class WijkbudgetHandOverProcessTest extends ExecutionScenario {

    private static final String CHAIR = "voorzitter@raad.example";

    @Autowired
    private Memberships memberships;

    @Autowired
    private BudgetWords words;

    @Test
    void isLedByWhoAgreesAndShownToWhoLedIt() throws Exception {
        var project = running();
        var other = people(project).get(1);
        asks(project, other.toString());

        assertThat(leads(project)).as("nobody agreed").isEqualTo(people(project).get(0));
        assertThat(open(project)).containsExactly("Task_Follow");
        assertThat(known(project, "Task_Follow").get("handOver"))
                .asString()
                .contains("gevraagd om het project te leiden", "verandert er niets");
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content()
                        .string(containsString("gevraagd om het project te leiden, en antwoordt ten laatste op")));
        var link = link(project, other);
        assertThat(body(link)).contains("Wilt u dit project leiden?", "Bomen geplant", "De indiener tekende op");
        mvc.perform(post(led(project) + "/overnemen").param("agreed", "yes"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(link + "/overnemen").param("agreed", "yes")).andExpect(status().is3xxRedirection());
        run();

        assertThat(leads(project)).isEqualTo(other);
        assertThat(known(project, "Task_Follow").get("handOver")).isNull();
        assertThat(body(link)).contains("De indiener tekende op", "U nam het over op", "Hoe gaat het?");
        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER)).anyMatch(one -> Mails.subject(one).startsWith("Iemand anders staat in"));
        assertThat(mail.receivedBy(mailbox(other)))
                .anyMatch(one -> Mails.text(one).contains("U leidt voortaan het project “Groen plein”."))
                .noneMatch(one -> Mails.subject(one).startsWith("Iemand anders staat in"));
        assertThat(body(led(project)))
                .contains("leidt het project nu.", "Vijf bomen")
                .doesNotContain("Hoe gaat het?", "4.000");
        mvc.perform(multipart(led(project) + "/voortgang").param("words", "Ik weet het nog."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Ik weet het nog.")))
                .andExpect(content().string(containsString("U leidt dit project niet meer.")));
        assertThat(errors(project, handOver(other.toString())))
                .as("who leads it is not offered")
                .containsExactly("initiator");
    }

    @Test
    void staysWithWhoLedItWhenTheOtherDeclinesOrIsSilent() throws Exception {
        var project = running();
        var other = people(project).get(1);
        asks(project, other.toString());
        var link = link(project, other) + "/overnemen";
        mvc.perform(post(link))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("words-error")));
        mvc.perform(post(link).param("words", "Ik verhuis ook.")).andExpect(status().is3xxRedirection());
        run();

        assertThat(leads(project)).isEqualTo(people(project).get(0));
        assertThat(known(project, "Task_Follow").get("handOver")).asString().contains("Ik verhuis ook.");
        assertThat(clocks.find(project, Running.FORM, null).orElseThrow().lastDay())
                .as("the office looks soon")
                .isBefore(today().plusMonths(2));
        mvc.perform(post(link).param("agreed", "yes")).andExpect(status().isUnprocessableEntity());

        asks(project, other.toString());
        var third = people(project).get(2);
        asks(project, third.toString());
        mvc.perform(post(link).param("agreed", "yes")).andExpect(status().isUnprocessableEntity());
        assertThat(body(link(project, third))).contains("Wilt u dit project leiden?");
        wait(40);
        assertThat(known(project, "Task_Follow").get("handOver")).asString().contains("geen antwoord");
        assertThat(leads(project)).isEqualTo(people(project).get(0));
        mvc.perform(get(link(project, third))).andExpect(status().isOk());
    }

    @Test
    void waitsForAPaymentThatItNames() throws Exception {
        var project = running();
        answer(project, "Task_Follow", WijkbudgetExecutionProcessTest.reached(today()));

        refused("wijkbudget.refusal.unpaid", () -> send(project, "Task_Follow", handOver("city")));
        assertThat(words.dutch("wijkbudget.refusal.unpaid", "Bomen geplant")).contains("Bomen geplant");
    }

    @Test
    void goesToTheCityAtOnceAndTheCouncilHearsIt() throws Exception {
        var chair = new NewMember(
                "Voorzitter", CHAIR, null, null, Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.add(council(), chair, today(), CLERK);
        var project = running();
        var other = people(project).get(1);
        asks(project, other.toString());
        mvc.perform(post(link(project, other) + "/overnemen").param("agreed", "yes"));
        run();
        answer(
                project,
                "Task_Follow",
                Map.of("next", "hand-over", "initiator", "city", "why", "Niemand had nog tijd."));

        assertThat(leads(project)).isNull();
        outbox.sendDue();
        assertThat(mail.receivedBy(CHAIR))
                .anyMatch(one -> Mails.subject(one).startsWith("Iemand anders leidt een project"))
                .anyMatch(one -> Mails.subject(one).startsWith("De stad neemt een project"));
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("Buurtcomité Poort kreeg het geld van wat al klaar was.")));
        assertThat(body(publicProject(project)))
                .containsSubsequence(
                        "De stad voert het uit.",
                        "De indiener verhuisde.",
                        "nam de stad het over",
                        "Niemand had nog tijd.");
        assertThat(body(link(project, other))).contains("De stad voert het project nu uit.");
        assertThat(errors(project, handOver(other.toString())))
                .as("no resident takes over from the city")
                .containsExactly("next");
        answer(project, "Task_Follow", Map.of("next", "stop", "why", "De grond is vervuild."));
        stops(project);
        assertThat(view(project).outcome()).isEqualTo("stopped-project");
        assertThat(available()).isEqualTo(28_880_597L);
    }

    private void asks(CaseId project, String whom) {
        answer(project, "Task_Follow", handOver(whom));
    }

    private static Map<String, Object> handOver(String to) {
        return Map.of("next", "hand-over", "initiator", to, "why", "De indiener verhuisde.");
    }

    private @Nullable UUID leads(CaseId project) {
        return executions.get(projects.get(project).id()).initiator();
    }

    private String link(CaseId project, UUID who) throws Exception {
        return address(mailbox(who)) + "/project/" + projects.get(project).id();
    }

    private String mailbox(UUID who) {
        return Objects.requireNonNull(supporters.find(who).orElseThrow().mail());
    }
}
