package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.wijkbudget.Idea.State;

/** An idea that is the work of a department. */
class WijkbudgetRegularProcessTest extends IdeaScenario {

    @Test
    void goesToADepartmentThatAnswersOrGivesItBack() throws Exception {
        var idea = toCheck("bank");
        var pass = check("regular", "department", "department-green", "own", "no", "checkReason", "Dat doet Groen.");
        answer(idea, "Task_Check", pass);
        assertThat(task(idea, "Task_TakeOver").groups()).hasToString("[department-green]");
        assertThat(cohort.owed(round)).containsExactly(new CohortRows.Owed("department-green", 1));

        answer(idea, "Task_TakeOver", Map.of("takesOver", "no", "notOurs", "Dit is van Mobiliteit."));
        answer(idea, "Task_Check", pass);
        refused(
                "wijkbudget.refusal.promised",
                () -> send(idea, "Task_TakeOver", takesOver(today().minusDays(1).toString())));
        answer(idea, "Task_TakeOver", takesOver("2027-09-01"));

        assertThat(state(idea)).isEqualTo(State.REGULAR);
        assertThat(ideas.get(idea).promisedOn()).hasToString("2027-09-01");
        assertThat(view(idea).outcome()).isEqualTo("regular");
    }

    private static Map<String, Object> takesOver(String promised) {
        return Map.of("takesOver", "yes", "answer", "Wij zetten een bank.", "promised", promised);
    }
}
