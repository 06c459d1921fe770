package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.Bank;
import org.samenspraak.ledger.Claim;
import org.samenspraak.ledger.Grounds;
import org.samenspraak.ledger.Ledger;
import org.samenspraak.ledger.PayeeAccounts;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;

/** A project that is done: who led it reports, the council accounts for the money, and all hear what came of it. */
class WijkbudgetClosingProcessTest extends ExecutionScenario {

    private static final String TREASURER = "penningmeester@raad.example";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PayeeAccounts accounts;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Ledger ledger;

    @Test
    void closesWithTheReportOfWhoLedItAndTheAccountOfTheCouncil() throws Exception {
        var project = paid();
        assertThat(errors(project, Map.of("next", "done", "endWords", "Een plein met bomen.")))
                .containsExactlyInAnyOrder("noReport", "councilSpent", "accounted");

        reports(project);
        assertThat(body(led(project))).contains("Hoe gaat het?");
        assertThat(known(project, "Task_Follow").get("report")).isEqualTo("Bomen en banken staan er.");
        assertThat(clocks.find(project, Running.FORM, null).orElseThrow().lastDay())
                .as("the office looks soon")
                .isBefore(today().plusMonths(2));
        refused("wijkbudget.refusal.council-spent", () -> send(project, "Task_Follow", closing("6000.01")));
        answer(project, "Task_Follow", closing("5500"));

        assertThat(view(project).outcome()).isEqualTo("done");
        assertThat(pots.held(project).orElseThrow().owed().cents()).isEqualTo(50_000L);
        assertThat(subjects()).anyMatch(subject -> subject.matches("Het project uit uw idee .* is klaar"));
        assertThat(mail.receivedBy(TREASURER))
                .anyMatch(one -> Mails.subject(one).startsWith("Een deel van het geld")
                        && Mails.text(one).contains("500,00 euro terug")
                        && Mails.text(one).contains("Betaal dat ten laatste op")
                        && Mails.text(one)
                                .contains("Vermeld bij de betaling: "
                                        + view(project).number()));
        assertThat(mail.receivedBy("financien@stad.example"))
                .as("finance reads it too")
                .anyMatch(one -> Mails.subject(one).startsWith("Een raad betaalt geld van een project terug")
                        && Mails.text(one).contains(view(project).number()));
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("500,00 euro terug te vragen")))
                .andExpect(content().string(containsString("eindverslag")));
        mvc.perform(get("/geld/terug").with(role("finance")))
                .andExpect(content().string(containsString(view(project).number())));
        assertThat(body(publicProject(project)))
                .contains("Betaald tot nu toe: 6.000,00 euro", "Nog terug te betalen: 500,00 euro.");
        ledger.receive(new Amount(20_000L), new Grounds(Claim.of(project), "Terugbetaling", "afschrift 1", CLERK));
        assertThat(body(publicProject(project)))
                .contains("Teruggekomen: 200,00 euro. Nog terug te betalen: 300,00 euro.")
                .contains("Zonder wat terugkwam is er 5.800,00 euro betaald.");
    }

    @Test
    void closesWithoutAReportForAReasonOnly() throws Exception {
        var project = paid();
        var answers = new HashMap<>(closing("6000"));
        answers.put("noReport", "De indiener verhuisde en antwoordt niet.");

        answer(project, "Task_Follow", answers);

        assertThat(view(project).outcome()).isEqualTo("done");
        assertThat(pots.held(project).orElseThrow().owed().isNothing()).isTrue();
        assertThat(kinds(project)).contains("wijkbudget.closed-without-report", "wijkbudget.council-accounted");
    }

    /** Both milestones were reached and paid. */
    private CaseId paid() throws Exception {
        colleague("financien", new GroupId("finance", null));
        var treasurer = new NewMember(
                "Penningmeester", TREASURER, null, null, Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.add(council(), treasurer, today(), CLERK);
        accounts.enter(council(), "BE68 5390 0754 7034", "Buurtcomité Poort", CLERK);
        accounts.confirm(council(), accounts.history(council()).get(0).id(), Actor.resident("tweede ambtenaar"));
        var project = running();
        wait(7);
        for (var milestone : List.of("1", "2")) {
            answer(project, "Task_Follow", Map.of("next", "milestone", "milestone", milestone));
        }
        new Bank(context).pays();
        run();
        return project;
    }

    private void reports(CaseId project) throws Exception {
        mvc.perform(multipart(led(project) + "/voortgang").param("words", "").param("report", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("checked=\"checked\"")));
        mvc.perform(multipart(led(project) + "/voortgang")
                        .file(new MockMultipartFile("photo", "plein.png", "image/png", photo("png")))
                        .param("words", "Bomen en banken staan er.")
                        .param("report", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(executions.progress(projects.get(project).id()))
                .anyMatch(one -> one.report() && one.photo() != null);
    }

    static Map<String, Object> closing(String spent) {
        return Map.of(
                "next",
                "done",
                "endWords",
                "Een plein met bomen.",
                "councilSpent",
                spent,
                "accounted",
                "Met facturen.");
    }
}
