package org.samenspraak.wijkbudget;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points of a jury or panel that others took the place of, or that left with their member: {@code wijkbudget_juror_past}. */
@Repository
class JuryHistory {

    private final JdbcClient jdbc;

    JuryHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Points as they stand, before they change; nothing where there are none yet. */
    void keep(UUID juror, @Nullable String why, String by, LocalDate on) {
        jdbc.sql(
                        """
                        with sheet as (
                            select p.number, s.criterion, s.points from wijkbudget_score s join wijkbudget_project p on p.id = s.project
                             where s.juror = :juror
                            union all
                            select p.number, '', null from wijkbudget_conflict c join wijkbudget_project p on p.id = c.project
                             where c.juror = :juror)
                        insert into wijkbudget_juror_past (round, label, points, kept_by, kept_on, confirmed_by, replaced_by, replaced_on, why)
                        select j.round, j.label,
                               (select coalesce(string_agg(concat(number, ';', criterion, ';', points), chr(10) order by number, criterion), '')
                                  from sheet),
                               j.kept_by, j.kept_on, j.confirmed_by, :by, :on, :why
                          from wijkbudget_juror j where j.id = :juror and j.kept_by is not null
                        """)
                .param("juror", juror)
                .param("by", by)
                .param("on", on)
                .param("why", why, Types.VARCHAR)
                .update();
    }

    /** The latest first. */
    List<Past> of(CaseId round) {
        return jdbc.sql("select * from wijkbudget_juror_past where round = ? order by id desc")
                .param(round.value())
                .query(Past.class)
                .list();
    }

    /** @param points a line for each: project; criterion; points. Of an interest the project only */
    record Past(
            String label,
            String points,
            String keptBy,
            LocalDate keptOn,
            @Nullable String confirmedBy,
            String replacedBy,
            LocalDate replacedOn,
            @Nullable String why) {}
}
