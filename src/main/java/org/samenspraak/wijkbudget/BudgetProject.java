package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;

/**
 * A project of a round, as it is now.
 *
 * @param number on the ballot and in published files; none before it is feasible
 * @param cents what it costs once; none before the office fixed it
 * @param yearlyCents what keeping it costs a year
 * @param question what the office added when it asked the departments
 * @param reason why it is not feasible
 * @param needs of the neighbourhood that it answers, from its wijk-DNA
 * @param themes what it is about
 * @param released whether everybody may read it
 */
record BudgetProject(
        UUID id,
        CaseId caseId,
        CaseId round,
        AreaId area,
        @Nullable Integer number,
        String title,
        String summary,
        State state,
        @Nullable Long cents,
        @Nullable Long yearlyCents,
        @Nullable String question,
        @Nullable String reason,
        @Nullable String needs,
        List<String> themes,
        boolean released,
        int version) {

    static final String TRAJECTORY = "wijkbudget-project";

    /** As it comes out of the dialogue. */
    static BudgetProject made(CaseId caseId, CaseId round, AreaId area, String title, String summary) {
        return new BudgetProject(
                UUID.randomUUID(),
                caseId,
                round,
                area,
                null,
                title,
                summary,
                State.DIALOGUE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false,
                0);
    }

    enum State {
        /** It is being made. */
        DIALOGUE,
        /** Departments look at it. */
        ASKED,
        /** It can be chosen. */
        FEASIBLE,
        INFEASIBLE,
        /** As the organ decided. */
        CHOSEN,
        LEFT,
        /** Being carried out. */
        RUNNING,
        DONE,
        STOPPED
    }
}
