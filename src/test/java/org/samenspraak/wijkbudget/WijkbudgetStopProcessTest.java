package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.samenspraak.wijkbudget.BudgetProject.State;

/** What becomes of the money and of who is told, when a project stops. */
class WijkbudgetStopProcessTest extends ExecutionScenario {

    @Test
    void givesBackOnlyWhatTheCityDidNotSpendWhenItStops() throws Exception {
        var project = chosen("Groen plein");
        answer(project, "Task_Agree", byCity());
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        answer(project, "Task_Follow", Map.of("next", "milestone", "milestone", "1"));
        spent(project, "yes");

        answer(project, "Task_Follow", Map.of("next", "stop", "why", "De grond is vervuild."));
        assertThat(stands(project)).as("the college chose it").isEqualTo(State.RUNNING);
        assertThat(task(project, "Task_ConfirmStop").isForOtherEyes())
                .as("who proposes does not decide")
                .isTrue();
        stops(project);

        assertThat(available()).isEqualTo(28_880_597L - 400_000L);
        assertThat(body(publicProject(project)))
                .containsOnlyOnce("De grond is vervuild.")
                .contains(
                        "Betaald en niet teruggekomen: 4.000,00 euro. Terug in de pot van Brugse Poort: 4.000,00 euro.");
        assertThat(body(publicUrl() + "/uitslag")).contains("later gestopt");
    }

    @Test
    void stopsWhenNobodyCarriesItOutAndGivesTheMoneyBack() throws Exception {
        var project = chosen("Groen plein");

        answer(project, "Task_Agree", Map.of("carrier", "nobody", "stopReason", "De school sluit."));
        assertThat(String.valueOf(known(project, "Task_ConfirmStop").get("stopLetter")))
                .as("read before it goes out")
                .contains("stopt", "De school sluit.");
        goesOn(project, "Zoek eerst een vereniging.");
        assertThat(known(project, "Task_Agree").get("stopRefused")).isEqualTo("Zoek eerst een vereniging.");
        answer(project, "Task_Agree", Map.of("carrier", "nobody", "stopReason", "De school sluit."));
        assertThat(subjects()).noneMatch(subject -> subject.contains("stopt"));
        stops(project);

        assertThat(view(project).outcome()).isEqualTo("stopped-project");
        assertThat(stands(project)).isEqualTo(State.STOPPED);
        assertThat(available()).isEqualTo(28_880_597L);
        assertThat(subjects()).anyMatch(subject -> subject.contains("stopt"));
        assertThat(mail.receivedBy(PROPOSER))
                .extracting(Mails::text)
                .anyMatch(text -> text.contains("De school sluit.")
                        && text.contains("2027-CBS-0400")
                        && text.contains("30 dagen"));
        assertThat(body(publicProject(project)))
                .contains("De school sluit.", "dat dit project stopt. Besluit 2027-CBS-0400.")
                .contains("Betaald en niet teruggekomen: 0,00 euro. Terug in de pot van Brugse Poort: 8.000,00 euro.");
    }

    @Test
    void goesOnWhenTheCollegeDoesNotWantItToStop() throws Exception {
        var project = running();
        answer(project, "Task_Follow", Map.of("next", "stop", "why", "Het duurt te lang."));
        assertThat(known(project, "Task_ConfirmStop").get("stopReason")).isEqualTo("Het duurt te lang.");

        goesOn(project, "De vergunning is er bijna.");

        assertThat(open(project)).containsExactly("Task_Follow");
        assertThat(stands(project)).isEqualTo(State.RUNNING);
        assertThat(subjects())
                .noneMatch(subject -> subject.contains("stopt"))
                .anyMatch(subject -> subject.contains("gaat door"));
        assertThat(kinds(project)).contains("wijkbudget.project-goes-on");
        assertThat(known(project, "Task_Follow").get("stopRefused")).isEqualTo("De vergunning is er bijna.");
        answer(project, "Task_Follow", Map.of("next", "progress", "words", "De vergunning is er."));
        assertThat(known(project, "Task_Follow").get("stopRefused")).isNull();
    }

    private void goesOn(CaseId project, String why) {
        answer(project, "Task_ConfirmStop", Map.of("stops", "no", "stopWhy", why), CITY);
    }
}
