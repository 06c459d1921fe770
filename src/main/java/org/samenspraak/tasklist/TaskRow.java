package org.samenspraak.tasklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Offer;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Priority;

/**
 * A line of the work list.
 *
 * @param due none also while its term is suspended
 * @param term its clock, or none
 * @param forCouncil a council must answer; officials follow it
 * @param created since when it waits
 * @param followUp when somebody wants to look at it again, or none
 * @param place the council or area, as the list is sorted by it
 */
record TaskRow(
        String id,
        String name,
        @Nullable String nameEn,
        List<GroupId> groups,
        boolean forCouncil,
        @Nullable PersonId assignee,
        @Nullable Instant due,
        @Nullable String term,
        Instant created,
        @Nullable Instant followUp,
        Priority priority,
        CaseId caseId,
        String number,
        String title,
        String trajectory,
        @Nullable CouncilId council,
        @Nullable AreaId area,
        String place) {

    public String name(boolean english) {
        return english && nameEn != null ? nameEn : name;
    }

    /** A term that runs has a date. */
    public boolean suspended() {
        return term != null && due == null;
    }

    /** The name of the one in whose place they would do it, or none. */
    public @Nullable String doneFor(SignedIn me) {
        return me.actorFor(offer()).onBehalfOf();
    }

    Offer offer() {
        return new Offer(Set.copyOf(groups), assignee, trajectory, area);
    }

    static TaskRow of(ResultSet row, int number) throws SQLException {
        return new TaskRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                Stream.of((String[]) row.getArray("groups").getArray())
                        .map(GroupId::parse)
                        .toList(),
                row.getBoolean("for_council"),
                id(row, "assignee", PersonId::new),
                moment(row, "due"),
                row.getString("term"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                moment(row, "follow_up"),
                Priority.of(row.getInt("priority")),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("case_number"),
                row.getString("case_title"),
                row.getString("trajectory"),
                id(row, "council_id", CouncilId::new),
                id(row, "area_id", AreaId::new),
                row.getString("place"));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> make) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(make).orElse(null);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
