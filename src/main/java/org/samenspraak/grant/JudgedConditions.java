package org.samenspraak.grant;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.grant.GrantConditions.Condition;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code grant_condition}: the conditions of the last assessment of a grant, with the reason of each deviation. */
@Repository
class JudgedConditions {

    private final JdbcClient jdbc;

    JudgedConditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of what was judged before. */
    void keep(CaseId caseId, List<Condition> judged, List<String> deviations) {
        jdbc.sql("delete from grant_condition where case_id = ?")
                .param(caseId.value())
                .update();
        for (int i = 0; i < judged.size(); i++) {
            add(caseId, i, judged.get(i), deviations.get(i));
        }
    }

    private void add(CaseId caseId, int position, Condition one, String deviation) {
        jdbc.sql(
                        """
                        insert into grant_condition (case_id, position, condition, met, hard, parameter, fact, rests_on, deviation)
                        values (:case, :position, :condition, :met, :hard, :parameter, :fact, :restsOn, :deviation)
                        """)
                .param("case", caseId.value())
                .param("position", position)
                .param("condition", one.key())
                .param("met", one.met())
                .param("hard", one.hard())
                .param("parameter", one.parameter().key())
                .param("fact", one.fact())
                .param("restsOn", one.restsOn(), Types.VARCHAR)
                .param("deviation", one.met() || deviation.isBlank() ? null : deviation, Types.VARCHAR)
                .update();
    }

    List<Judged> of(CaseId caseId) {
        return jdbc.sql(
                        """
                        select condition, met, parameter, fact, rests_on, deviation from grant_condition where case_id = ?
                         order by position
                        """)
                .param(caseId.value())
                .query(Judged.class)
                .list();
    }

    /** As they were judged last; false while nobody did. */
    boolean areAllMet(CaseId caseId) {
        var lines = of(caseId);
        return !lines.isEmpty() && lines.stream().allMatch(Judged::met);
    }

    /**
     * @param restsOn the number of the case that it rests on, or none
     * @param deviation why it was granted all the same, or none
     */
    record Judged(
            String condition,
            boolean met,
            String parameter,
            String fact,
            @Nullable String restsOn,
            @Nullable String deviation) {}
}
