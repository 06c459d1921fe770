package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects of which nobody said yet whether they can be done: they can't be chosen. */
@Component
class UnreadyProjects {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final StaffNotes notes;
    private final BudgetWords words;

    UnreadyProjects(JdbcClient jdbc, Cases cases, StaffNotes notes, BudgetWords words) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.notes = notes;
        this.words = words;
    }

    List<Unready> of(CaseId round) {
        return jdbc.sql(
                        """
                        select j.case_id, c.number, j.title, ar.name area,
                               coalesce((select array_agg(a.department order by a.department) from wijkbudget_answer a
                                 where a.project = j.id and a.answer is null), '{}') waits
                          from wijkbudget_project j join casefile_case c on c.id = j.case_id and c.status = 'OPEN'
                          left join identity_area ar on ar.id = j.area_id
                         where j.round = ? and j.state in ('DIALOGUE', 'ASKED') order by c.number
                        """)
                .param(round.value())
                .query(UnreadyProjects::unready)
                .list();
    }

    /** The choice begins without them; their proposers read whose answer did not come, and so do the people of that department. */
    void stop(CaseId round) {
        var unready = of(round);
        unready.forEach(one -> cases.stop(one.caseId(), CaseStatus.STOPPED, reason(one), Actor.SYSTEM));
        unready.stream()
                .flatMap(one -> one.waits().stream())
                .distinct()
                .forEach(silent -> notes.tell(
                        List.of(silent),
                        "wijkbudget.unready.told",
                        unready.stream()
                                .filter(one -> one.waits().contains(silent))
                                .map(one -> words.dutch("wijkbudget.unready.yours", one.number(), one.title()))
                                .toList(),
                        "/wijkbudget/" + cases.get(round).number()));
    }

    private String reason(Unready one) {
        return one.waits().isEmpty()
                ? words.dutch("wijkbudget.unready.office")
                : words.dutch(
                        "wijkbudget.unready.departments",
                        one.waits().stream()
                                .map(department -> words.dutch("identity.role." + department.role()))
                                .collect(Collectors.joining(", ")));
    }

    private static Unready unready(ResultSet row, int number) throws SQLException {
        return new Unready(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getString("title"),
                row.getString("area"),
                Arrays.stream((String[]) row.getArray("waits").getArray())
                        .map(GroupId::of)
                        .toList());
    }

    /**
     * @param number of its case
     * @param waits departments that have still to answer; none when the office has to act
     */
    record Unready(CaseId caseId, String number, String title, String area, List<GroupId> waits) {}
}
