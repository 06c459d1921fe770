package org.samenspraak.tasklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;

/**
 * A line of the work list.
 *
 * @param forCouncil a council must answer; officials follow it
 */
record TaskRow(
        String id,
        String name,
        @Nullable String nameEn,
        boolean forCouncil,
        @Nullable PersonId assignee,
        @Nullable Instant due,
        CaseId caseId,
        @Nullable String number,
        String title,
        String trajectory,
        @Nullable CouncilId council,
        @Nullable AreaId area) {

    public String name(boolean english) {
        return english && nameEn != null ? nameEn : name;
    }

    /** Where the next page goes on. */
    String cursor() {
        return (due == null ? "" : due) + "_" + id;
    }

    static TaskRow of(ResultSet row, int number) throws SQLException {
        var assignee = row.getObject("assignee", UUID.class);
        var due = row.getObject("due", OffsetDateTime.class);
        var council = row.getObject("council_id", UUID.class);
        var area = row.getObject("area_id", UUID.class);
        return new TaskRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getBoolean("for_council"),
                assignee == null ? null : new PersonId(assignee),
                due == null ? null : due.toInstant(),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getString("title"),
                row.getString("trajectory"),
                council == null ? null : new CouncilId(council),
                area == null ? null : new AreaId(area));
    }
}
