package org.samenspraak.wijkbudget;

import java.util.Optional;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.PublicEvaluation.Evaluation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rounds did, for public pages: once everybody may read what was decided. */
@Service
public class PublicEvaluations {

    private final PublicRoundRows rows;
    private final BudgetDecisions decisions;
    private final RoundFigures figures;
    private final SurveyViews surveys;

    PublicEvaluations(PublicRoundRows rows, BudgetDecisions decisions, RoundFigures figures, SurveyViews surveys) {
        this.rows = rows;
        this.decisions = decisions;
        this.figures = figures;
        this.surveys = surveys;
    }

    /** None before that. */
    @Transactional(readOnly = true)
    public Optional<Evaluation> of(String round) {
        return rows.find(round)
                .map(row -> new CaseId(row.id()))
                .filter(decisions::arePublic)
                .map(id -> new Evaluation(figures.of(id), surveys.closed(id).orElse(null)));
    }
}
