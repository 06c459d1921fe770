package org.samenspraak.wijkbudget;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.Budgets;
import org.springframework.beans.factory.annotation.Autowired;

/** A project that was counted; the organ decides. */
abstract class DecidedScenario extends ProjectScenario {

    @Autowired
    Counting counting;

    @Autowired
    BudgetDecisions decisions;

    @Autowired
    RoundNews roundNews;

    @Autowired
    ResultRelease release;

    @Autowired
    Executions executions;

    @Autowired
    Pots pots;

    @Autowired
    Budgets budgets;

    /** With 42 votes, chosen or not. */
    CaseId counted(String title, boolean chosen) throws Exception {
        var project = feasible(title);
        goTo(begins(Phase.DECISION));
        seatAJury(round);
        counting.count(round, CLERK);
        answer(round, "Task_ConfirmCount", Map.of("checked", "true", "countRemarks", "Eén biljet had twee kruisjes."));
        jdbc.sql(
                        """
                        insert into wijkbudget_result (project, round, area_id, chosen, rank, votes, score, reason, reason_en)
                        select id, round, area_id, :chosen, :rank, 42, '42', 'Het heeft de meeste stemmen.', 'It has the most votes.'
                          from wijkbudget_project where case_id = :case
                        on conflict (project) do update set chosen = excluded.chosen, rank = excluded.rank, votes = excluded.votes,
                            reason = excluded.reason, reason_en = excluded.reason_en
                        """)
                .param("chosen", chosen)
                .param("rank", chosen ? 1 : null, Types.INTEGER)
                .param("case", project.value())
                .update();
        return project;
    }

    Map<String, Object> decision(String confirmed) {
        return new HashMap<>(
                Map.of("confirmed", confirmed, "decisionNumber", "2028-CBS-0042", "decisionDate", today().toString()));
    }

    Map<String, Object> deviation(CaseId project, String decided) {
        var answers = decision("no");
        answers.put(
                "deviations",
                List.of(Map.of(
                        "project",
                        projects.get(project).id().toString(),
                        "decided",
                        decided,
                        "why",
                        "De straat wordt toch heraangelegd.")));
        return answers;
    }

    /** Decided, told and public. */
    CaseId chosen(String title) throws Exception {
        var project = counted(title, true);
        answer(round, "Task_DecideRound", decision("yes"));
        outbox.sendDue();
        release.release();
        return project;
    }

    String publicUrl() {
        return "/publiek/wijkbudget/" + view(round).number();
    }

    String body(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    }
}
