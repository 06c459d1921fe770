package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two officials, or an official and the clock, do something with ideas at the same moment. */
class IdeasAtOnceIT extends ProjectScenario {

    @Autowired
    private BudgetRound budget;

    @Autowired
    private TransactionTemplate transaction;

    private String atOnce(TwoAtOnce.Act first, TwoAtOnce.Act second) throws Exception {
        return new TwoAtOnce(jdbc, transaction).of(first, second);
    }

    @Test
    void admitsNoneWhileTheTimeForLateOnesEnds() throws Exception {
        var idea = toCheck("bank");
        goTo(days(round, Phase.FEASIBILITY).begins());

        assertThat(atOnce(() -> budget.begin(round, Phase.ADVICE), () -> send(idea, "Task_Check", check("admitted"))))
                .isEqualTo("wijkbudget.refusal.dialogue-over");
    }

    @Test
    void makesAProjectOnce() throws Exception {
        var idea = toCheck("bank");
        answer(idea, "Task_Check", check("admitted"));
        goTo(days(round, Phase.DIALOGUE).begins());
        TwoAtOnce.Act make = () -> acts.makeProject(round, "Plein", List.of(idea.value()), CLERK);

        assertThat(atOnce(make, make)).isEqualTo("wijkbudget.refusal.project-named");
        assertThat(projects.in(round, BudgetProject.State.DIALOGUE)).hasSize(1);
    }

    @Test
    void givesTwoProjectsANumberEach() throws Exception {
        var ideas = List.of(received("bank"), received("schommel"));
        goTo(begins(Phase.ADMISSIBILITY));
        ideas.forEach(idea -> answer(idea, "Task_Check", check("admitted")));
        goTo(begins(Phase.DIALOGUE));
        ideas.forEach(idea -> acts.makeProject(round, "Project " + idea, List.of(idea.value()), CLERK));
        var both = projects.in(round, BudgetProject.State.DIALOGUE).stream()
                .map(BudgetProject::caseId)
                .toList();
        goTo(begins(Phase.FEASIBILITY));
        both.forEach(project -> {
            answer(project, "Task_ChooseDepartments", Map.of("departments", Set.of("department-green")));
            answer(project, "Task_AnswerFeasibility", yes("8000"));
        });
        var costs = Map.<String, Object>of("feasible", "yes", "cost", "8000", "yearly", "100");

        assertThat(atOnce(
                        () -> send(both.get(0), "Task_FixCosts", costs),
                        () -> send(both.get(1), "Task_FixCosts", costs)))
                .isEqualTo("done");
        assertThat(both).extracting(project -> projects.get(project).number()).containsExactly(1, 2);
    }
}
