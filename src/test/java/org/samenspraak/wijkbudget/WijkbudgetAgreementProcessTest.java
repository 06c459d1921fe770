package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.testing.Mails;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** What both sides sign for a chosen project, and who hears of it. */
class WijkbudgetAgreementProcessTest extends ExecutionScenario {

    private static final String CHAIR = "voorzitter@raad.example";

    private static final List<String> ESSENTIAL = List.of(
            "Groen plein",
            "Brugse Poort",
            "Buurtcomité Poort",
            "nog geen rekeningnummer bevestigd",
            "Samen is dat 6.000,00 euro. De rest van het geld voor dit project, 2.000,00 euro, gaat terug",
            "Een gekozen project is binnen twee jaar uitgevoerd.",
            "Elke zes maanden vraagt de stad",
            "Stopt het project?");

    @Autowired
    private ExecutionPrefill prefill;

    @Autowired
    private Memberships memberships;

    @Test
    void saysAllThatIsSignedAndTellsTheCouncilThatGetsTheMoney() throws Exception {
        var chair = new NewMember(
                "Voorzitter", CHAIR, null, null, Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.add(council(), chair, today(), CLERK);
        var project = agreed();

        assertThat(body(led(project))).contains(ESSENTIAL).contains("Eerst tekent u, dan de raad");
        LocaleContextHolder.setLocale(BudgetWords.DUTCH);
        try {
            assertThat(prefill.known(project, CLERK))
                    .extractingByKey("agreement", as(InstanceOfAssertFactories.STRING))
                    .contains(ESSENTIAL);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("buurvrouw tekent de afspraak, tot en met")));

        signs(project, "yes");
        var asked = link(CHAIR);
        assertThat(body(asked)).contains("Bewaart uw raad of vereniging het geld?", "Groen plein", "buurvrouw trekt");
        councilSigns(project);
        assertThat(body(led(project))).contains("Voor de raad tekende An Peeters, voorzitter (Buurtcomité Poort) op");
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        outbox.sendDue();
        assertThat(mail.receivedBy(CHAIR))
                .anyMatch(one -> Mails.subject(one).startsWith("Uw raad krijgt geld")
                        && Mails.text(one).contains("Er is 6.000,00 euro, in delen."));
    }

    @Test
    void takesOnlyACouncilOfTheAreaThatSigns() throws Exception {
        var project = chosen("Groen plein");
        var elsewhere = agreement(project);
        elsewhere.put(
                "council",
                council("Buurtcomité Dorpen", councils, jdbc, dorpen, today()).toString());
        var task = task(project, "Task_Agree");
        assertThat(forms.judge(form(task), taskData.of(task, form(task), CLERK), TypedForm.of(elsewhere))
                        .errors())
                .extracting(error -> error.path())
                .containsExactly("council");
        assertThat(String.valueOf(known(project, "Task_Agree").get("councils")))
                .contains("Buurtcomité Poort (nog geen bevestigde rekening)");
        answer(project, "Task_Agree", agreement(project));
        signs(project, "yes");
        answer(
                project,
                "Task_SignCouncil",
                Map.of("signed", "no", "signReason", "Wij kunnen dit geld niet bewaren."),
                officer());
        assertThat(open(project)).containsExactly("Task_Agree");
        assertThat(known(project, "Task_Agree").get("refusal")).isEqualTo("Wij kunnen dit geld niet bewaren.");

        answer(project, "Task_Agree", agreement(project));
        signs(project, "yes");
        wait(40);
        assertThat(open(project)).containsExactly("Task_Agree");
        assertThat(known(project, "Task_Agree").get("refusal")).asString().contains("De raad tekende niet");
        answer(project, "Task_Agree", agreement(project));
        signs(project, "yes");
        councilSigns(project);
        assertThat(open(project)).containsExactly("Task_SignForCity");
    }

    @Test
    void saysWithTheRuleByWhenAMilestoneHasToBeReached() throws Exception {
        var project = chosen("Groen plein");
        var late = agreement(project);
        late.put("milestones", List.of(milestone("Bomen geplant", "4000", 1_000)));

        assertThat(String.valueOf(prefill.known(project, CLERK).get("about")))
                .contains("Groen plein", String.valueOf(today().plusYears(2).getYear()));
        refused("wijkbudget.refusal.milestone-day", () -> send(project, "Task_Agree", late));
    }
}
