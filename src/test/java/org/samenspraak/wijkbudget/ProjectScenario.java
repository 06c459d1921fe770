package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** Projects that came of ideas. */
abstract class ProjectScenario extends IdeaScenario {

    @Autowired
    CohortActs acts;

    @Autowired
    BudgetProjects projects;

    @Autowired
    ProjectAnswers answers;

    /** Made of one idea for each title, in the dialogue. */
    CaseId project(String title, String... of) throws Exception {
        var made = new CaseId[of.length];
        for (int i = 0; i < of.length; i++) {
            made[i] = received(of[i]);
        }
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        for (var idea : made) {
            answer(idea, "Task_Check", check("admitted"));
        }
        goTo(days(round, Phase.DIALOGUE).begins());
        acts.makeProject(round, title, List.of(made).stream().map(CaseId::value).toList(), CLERK);
        run();
        return projects.in(round, BudgetProject.State.DIALOGUE).get(0).caseId();
    }

    /** Departments were asked. */
    CaseId asked(String title, String... departments) throws Exception {
        var project = project(title, "bank");
        goTo(days(round, Phase.FEASIBILITY).begins());
        answer(project, "Task_ChooseDepartments", Map.of("departments", Set.of(departments)));
        return project;
    }

    /** One department said yes and the office fixed the costs: the committee has it. */
    CaseId feasible(String title) throws Exception {
        var project = asked(title, "department-green");
        answer(project, "Task_AnswerFeasibility", yes("8000"));
        answer(project, "Task_FixCosts", Map.of("feasible", "yes", "cost", "8000", "yearly", "100"));
        return project;
    }

    static Map<String, Object> yes(String cost) {
        return new HashMap<>(
                Map.of("feasible", "yes", "cost", cost, "yearly", "100", "permit", "no", "executor", "Dienst groen"));
    }

    BudgetProject.State stands(CaseId project) {
        return projects.get(project).state();
    }

    LocalDate begins(Phase phase) {
        return days(round, phase).begins();
    }

    /** What its proposer got. */
    List<String> subjects() {
        outbox.sendDue();
        return mail.receivedBy(PROPOSER).stream().map(Mails::subject).toList();
    }
}
