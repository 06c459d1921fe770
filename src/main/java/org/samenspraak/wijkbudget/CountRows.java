package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What counts gave: the files of each area, and what they say of each project. */
@Repository
class CountRows {

    private final JdbcClient jdbc;

    CountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes away what an earlier count gave. */
    void clear(CaseId round) {
        jdbc.sql("delete from wijkbudget_result where round = ?")
                .param(round.value())
                .update();
        jdbc.sql("delete from wijkbudget_count where round = ?")
                .param(round.value())
                .update();
    }

    void add(CaseId round, AreaId area, byte[] file, byte[] steps, Instant at, Actor by) {
        jdbc.sql(
                        """
                        insert into wijkbudget_count (round, area_id, file, steps, counted_at, counted_by, counted_by_id)
                        values (:round, :area, :file, :steps, :at, :by, :id)
                        """)
                .param("round", round.value())
                .param("area", area.value())
                .param("file", file)
                .param("steps", steps)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("id", by.id(), Types.OTHER)
                .update();
    }

    void add(CaseId round, AreaId area, Result result) {
        jdbc.sql(
                        """
                        insert into wijkbudget_result (project, round, area_id, chosen, rank, votes, score, points, reason, reason_en)
                        values (:project, :round, :area, :chosen, :rank, :votes, :score, :points, :reason, :reasonEn)
                        """)
                .param("project", result.project())
                .param("round", round.value())
                .param("area", area.value())
                .param("chosen", result.rank() != null)
                .param("rank", result.rank())
                .param("votes", result.votes())
                .param("score", result.score())
                .param("points", result.points(), Types.NUMERIC)
                .param("reason", result.reason())
                .param("reasonEn", result.reasonEn())
                .update();
    }

    boolean isCounted(CaseId round) {
        return jdbc.sql("select exists (select from wijkbudget_count where round = ?)")
                .param(round.value())
                .query(Boolean.class)
                .single();
    }

    boolean isCountedBy(CaseId round, Actor one) {
        return jdbc
                .sql(
                        "select distinct counted_by_id from wijkbudget_count where round = ? and counted_by_id is not null")
                .param(round.value())
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(id -> one.actsFor(new PersonId(id)));
    }

    /** The areas that were counted, with the file of each. */
    List<AreaFile> files(CaseId round) {
        return jdbc.sql(
                        """
                        select a.id area, a.name, c.file, c.steps, c.counted_at at, c.counted_by by
                          from wijkbudget_count c join identity_area a on a.id = c.area_id
                          join wijkbudget_area s on s.round = c.round and s.area_id = c.area_id
                         where c.round = ? order by s.position
                        """)
                .param(round.value())
                .query(AreaFile.class)
                .list();
    }

    Optional<AreaFile> file(CaseId round, UUID area) {
        return files(round).stream().filter(one -> one.area().equals(area)).findFirst();
    }

    /** The chosen ones in their order, then the others by number. */
    List<Line> lines(CaseId round) {
        return jdbc.sql(
                        """
                        select r.area_id area, p.number, p.title, p.cost_cents cents, r.rank, r.votes, r.points, r.reason, r.reason_en
                          from wijkbudget_result r join wijkbudget_project p on p.id = r.project
                         where r.round = ? order by r.area_id, r.rank nulls last, p.number
                        """)
                .param(round.value())
                .query(Line.class)
                .list();
    }

    /**
     * @param rank none when it was not chosen
     * @param points the mean of jury or panel; none where points decide nothing
     */
    record Result(
            UUID project,
            @Nullable Integer rank,
            long votes,
            String score,
            @Nullable BigDecimal points,
            String reason,
            String reasonEn) {}

    /** @param steps what a recount of the file prints */
    // bytes that were kept, handed on once
    @SuppressWarnings("ArrayRecordComponent")
    record AreaFile(UUID area, String name, byte[] file, byte[] steps, Instant at, String by) {}

    record Line(
            UUID area,
            int number,
            String title,
            long cents,
            @Nullable Integer rank,
            long votes,
            @Nullable BigDecimal points,
            String reason,
            String reasonEn) {}
}
