package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.wijkbudget.BudgetProject.State;

/** What becomes of the money and of who is told, when a project stops. */
class WijkbudgetStopProcessTest extends ExecutionScenario {

    @Test
    void givesBackOnlyWhatTheCityDidNotSpendWhenItStops() throws Exception {
        var project = chosen("Groen plein");
        answer(project, "Task_Agree", byCity());
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        answer(project, "Task_Follow", Map.of("next", "milestone", "milestone", "1"));

        answer(project, "Task_Follow", Map.of("next", "stop", "why", "De grond is vervuild."));

        assertThat(available()).isEqualTo(28_880_597L - 400_000L);
        assertThat(body(publicProject(project))).containsOnlyOnce("De grond is vervuild.");
        assertThat(body(publicUrl() + "/uitslag")).contains("later gestopt");
    }

    @Test
    void stopsWhenNobodyCarriesItOutAndGivesTheMoneyBack() throws Exception {
        var project = chosen("Groen plein");

        answer(project, "Task_Agree", Map.of("carrier", "nobody", "stopReason", "De school sluit."));

        assertThat(view(project).outcome()).isEqualTo("stopped-project");
        assertThat(stands(project)).isEqualTo(State.STOPPED);
        assertThat(available()).isEqualTo(28_880_597L);
        assertThat(subjects()).anyMatch(subject -> subject.contains("stopt"));
        assertThat(body(publicProject(project))).contains("De school sluit.");
    }
}
