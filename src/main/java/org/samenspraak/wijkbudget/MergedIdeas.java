package org.samenspraak.wijkbudget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ideas that were merged into another go on with it: into its projects, and their proposers hear what becomes of it. */
@Component
class MergedIdeas {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final BudgetWords words;

    MergedIdeas(JdbcClient jdbc, Cases cases, IdeaSupporters supporters, IdeaMails mails, BudgetWords words) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.supporters = supporters;
        this.mails = mails;
        this.words = words;
    }

    /** Puts what was merged into an idea, at whatever remove, in the projects of that idea. */
    void gather(CaseId idea) {
        jdbc.sql(
                        """
                        with recursive family as (select project, proposal from wijkbudget_project_idea where proposal = ?
                            union select f.project, p.case_id from family f join wijkbudget_proposal p on p.merged_into = f.proposal)
                        insert into wijkbudget_project_idea (project, proposal) select project, proposal from family
                            on conflict do nothing
                        """)
                .param(idea.value())
                .update();
    }

    /**
     * Tells each of their proposers how the idea that theirs went into stands now.
     *
     * @param stands key of a state below {@code wijkbudget.stands}
     * @param reason none when there is none to tell
     */
    void tell(CaseId idea, String stands, @Nullable String reason) {
        var told = new HashMap<String, Object>();
        told.put("subject", cases.get(idea).number());
        told.put("changes", words.dutch("wijkbudget.stands." + stands));
        if (reason != null && !reason.isEmpty()) {
            told.put("reason", reason);
        }
        of(idea).forEach(
                        one -> mails.send(supporters.proposer(one), "idea-merged-news", Map.of("told", List.of(told))));
    }

    private List<CaseId> of(CaseId idea) {
        return jdbc.sql(
                        """
                        with recursive family as (select case_id from wijkbudget_proposal where merged_into = ?
                            union select p.case_id from family f join wijkbudget_proposal p on p.merged_into = f.case_id)
                        select case_id from family order by case_id
                        """)
                .param(idea.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The idea that this one went into. */
    Optional<Into> into(CaseId idea) {
        return jdbc.sql(
                        """
                        select c.number, case when i.published then r.number end round from wijkbudget_proposal p
                          join wijkbudget_proposal i on i.case_id = p.merged_into
                          join casefile_case c on c.id = i.case_id join casefile_case r on r.id = i.round
                         where p.case_id = ?
                        """)
                .param(idea.value())
                .query(Into.class)
                .optional();
    }

    /** @param round number of its round when everybody may read it, else none */
    public record Into(String number, @Nullable String round) {}
}
