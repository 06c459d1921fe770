package org.samenspraak.wijkbudget;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.wijkbudget.PublicRound.Advised;
import org.samenspraak.wijkbudget.PublicRound.Doubted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands before everybody of rounds, ideas and projects: adopted rounds, ideas that somebody read first. */
@Repository
class PublicRoundRows {

    private static final String ROUND =
            """
            select r.case_id id, c.number, r.title, r.opens, lower(r.phase) phase, r.total_cents cents,
                   case when c.status in ('STOPPED', 'WITHDRAWN') then 'stopped'
                        when r.closed_at is not null or c.status <> 'OPEN' then 'closed' else 'running' end standing
              from wijkbudget_round r join casefile_case c on c.id = r.case_id
             where r.adopted_at is not null and c.number is not null
            """;

    private static final String IDEA =
            """
            select p.case_id, c.number, p.area_id, a.name area_name, p.title, p.idea, p.need, p.place, p.cost_cents, p.reason,
                   p.promised_on, m.number merged, p.round,
                   case when n.status = 'STOPPED' and (c.status = 'STOPPED' or p.state = 'IN_PROJECT') then 'ROUND_STOPPED'
                        else %s end state,
                   exists (select from correspondence_message w where w.id = p.notice and w.state = 'WAITING') untold
              from wijkbudget_proposal p join casefile_case c on c.id = p.case_id
              join casefile_case n on n.id = p.round
              join identity_area a on a.id = p.area_id
              left join wijkbudget_proposal into_p on into_p.case_id = p.merged_into and into_p.published
              left join casefile_case m on m.id = into_p.case_id
             where p.published and p.state <> 'UNCONFIRMED' and c.number is not null
            """
                    .formatted(Ideas.STANDS);

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    PublicRoundRows(JdbcClient jdbc, Municipality municipality, Clock clock) {
        this.jdbc = jdbc;
        this.zone = municipality.zone();
        this.clock = clock;
    }

    /** The newest first. */
    List<PublicRound.Row> page(@Nullable String after, int limit) {
        return jdbc.sql(ROUND + " and (:after::text is null or c.number < :after) order by c.number desc limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(PublicRound.Row.class)
                .list();
    }

    Optional<PublicRound.Row> find(String number) {
        return jdbc.sql(ROUND + " and c.number = ?")
                .param(number)
                .query(PublicRound.Row.class)
                .optional();
    }

    /** The newest first; a phase that the round did not come to is none, whatever day it was planned on. */
    List<PublicRound.Begun> begun(@Nullable UUID area, int limit) {
        return jdbc.sql(
                        """
                        with recursive place as (select id from identity_area where id = :area
                            union select a.id from identity_area a join place p on a.within = p.id)
                        select c.number, r.title, lower(p.phase) phase, p.begins "day", p.ends
                          from wijkbudget_round r join casefile_case c on c.id = r.case_id and c.number is not null
                          join wijkbudget_phase p on p.round = r.case_id
                          join wijkbudget_phase n on n.round = r.case_id and n.phase = r.phase
                         where r.adopted_at is not null and p.begins <= n.begins and (:area::uuid is null or exists (
                               select from wijkbudget_area s join place on place.id = s.area_id
                                where s.round = r.case_id and s.takes_part))
                         order by p.begins desc, c.number limit :limit
                        """)
                .param("area", area, Types.OTHER)
                .param("limit", limit)
                .query(PublicRound.Begun.class)
                .list();
    }

    /** The oldest first. */
    List<PublicRound.Move> moves(CaseId round) {
        return jdbc.sql(
                        """
                        select kind, args ->> 'from' "from", args ->> 'until' until, detail, at from casefile_event
                         where case_id = ? and kind like 'wijkbudget.phase-moved.%' order by id
                        """)
                .param(round.value())
                .query((row, number) -> new PublicRound.Move(
                        row.getString("kind").substring("wijkbudget.phase-moved.".length()),
                        LocalDate.parse(row.getString("from")),
                        LocalDate.parse(row.getString("until")),
                        row.getString("detail"),
                        row.getTimestamp("at").toInstant().atZone(zone).toLocalDate()))
                .list();
    }

    /** By number, of one area or of all, after the last one of the page before. */
    List<Published> ideas(CaseId round, @Nullable UUID area, @Nullable String after, int limit) {
        return jdbc.sql(
                        IDEA
                                + """
                         and p.round = :round and (:area::uuid is null or p.area_id = :area)
                         and (:after::text is null or c.number > :after) order by c.number limit :limit""")
                .param("round", round.value())
                .param("area", area, Types.OTHER)
                .param("after", after)
                .param("limit", limit)
                .query(PublicRoundRows::idea)
                .list();
    }

    Optional<Published> idea(CaseId round, String number) {
        return jdbc.sql(IDEA + " and p.round = ? and c.number = ?")
                .params(round.value(), number)
                .query(PublicRoundRows::idea)
                .optional();
    }

    /** Names of who stands behind ideas, by idea. */
    Map<UUID, List<String>> behind(List<UUID> ideas) {
        var names = new HashMap<UUID, List<String>>();
        jdbc.sql("select case_id, name, address from wijkbudget_supporter where case_id = any(?)")
                .param(ideas.toArray(UUID[]::new))
                .query(row -> {
                    var of = names.computeIfAbsent(row.getObject("case_id", UUID.class), none -> new ArrayList<>());
                    of.add(row.getString("name"));
                    of.add(row.getString("address"));
                });
        return names;
    }

    /** Names and addresses of all who stand behind the ideas that became projects of the round. */
    List<String> behindProjects(CaseId round) {
        return jdbc.sql(
                        """
                        select distinct unnest(array[s.name, s.address]) from wijkbudget_supporter s
                          join wijkbudget_project_idea i on i.proposal = s.case_id
                          join wijkbudget_project p on p.id = i.project where p.round = ?
                        """)
                .param(round.value())
                .query(String.class)
                .list();
    }

    /** How many stand where. */
    Map<String, Integer> counts(CaseId round) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("select stands, count(*) many from (select case when untold then 'IN' else state end stands from ("
                        + IDEA + " and p.round = ?) i) s group by stands order by stands")
                .param(round.value())
                .query(row -> {
                    counts.put(row.getString("stands"), row.getInt("many"));
                });
        return counts;
    }

    /** By number and title; with the ideas that everybody may read. */
    List<Made> projects(CaseId round) {
        var origins = new HashMap<UUID, List<Origin>>();
        jdbc.sql(
                        "select j.project, i.case_id, i.number, i.title from (" + IDEA
                                + ") i join wijkbudget_project_idea j on j.proposal = i.case_id where i.round = ? order by i.number")
                .param(round.value())
                .query(row -> {
                    origins.computeIfAbsent(row.getObject("project", UUID.class), none -> new ArrayList<>())
                            .add(new Origin(
                                    row.getObject("case_id", UUID.class),
                                    row.getString("number"),
                                    row.getString("title")));
                });
        return jdbc.sql(
                        """
                        select j.*, case when n.status = 'STOPPED' and j.state in ('DIALOGUE', 'ASKED', 'FEASIBLE') then 'STOPPED'
                                         when j.state = 'DIALOGUE' and r.phase = 'FEASIBILITY' then 'ASKED' else j.state end stands,
                               a.name area, d.public_at is not null decision_public,
                               coalesce(x.ended_on is null and x.due < :today, false) late,
                               %s no_from, %s silent, v.advice, v.few_why, v.members, %s gave
                          from wijkbudget_project j join wijkbudget_round r on r.case_id = j.round
                          join casefile_case n on n.id = j.round
                          left join identity_area a on a.id = j.area_id
                          left join wijkbudget_decision d on d.round = j.round
                          left join wijkbudget_execution x on x.project = j.id
                          left join wijkbudget_project_advice v on v.project = j.id
                         where j.round = :round and j.released order by j.number nulls last, lower(j.title), j.id
                        """
                                .formatted(saying("NO"), saying("LEFT_OUT"), ProjectAdvices.GAVE))
                .param("round", round.value())
                .param("today", LocalDate.now(clock.withZone(zone)))
                .query((row, number) -> made(row, origins))
                .list();
    }

    private static Made made(ResultSet row, Map<UUID, List<Origin>> origins) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Made(
                id,
                row.getObject("number", Integer.class),
                row.getObject("area_id", UUID.class),
                row.getString("area"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("stands"),
                row.getObject("cost_cents", Long.class),
                row.getObject("yearly_cents", Long.class),
                row.getString("reason"),
                row.getBoolean("decision_public"),
                row.getBoolean("late"),
                new Doubted(
                        groups(row.getArray("no_from")), row.getString("overruled"), groups(row.getArray("silent"))),
                new Advised(
                        row.getString("advice"), row.getInt("gave"), row.getInt("members"), row.getString("few_why")),
                origins.getOrDefault(id, List.of()));
    }

    private static List<GroupId> groups(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(GroupId::parse).toList();
    }

    /** Departments that gave this answer on a project {@code j} that can be done. */
    private static String saying(String answer) {
        return """
        array(select a.department from wijkbudget_answer a where a.project = j.id and a.answer = '%s'
          and j.number is not null and j.state <> 'INFEASIBLE' order by a.department)"""
                .formatted(answer);
    }

    private static Published idea(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getObject("case_id", UUID.class),
                row.getBoolean("untold"),
                new PublicRound.IdeaRow(
                        row.getString("number"),
                        row.getObject("area_id", UUID.class),
                        row.getString("area_name"),
                        row.getString("title"),
                        row.getString("idea"),
                        row.getString("need"),
                        row.getString("place"),
                        row.getObject("cost_cents", Long.class),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("reason")).orElse(""),
                        row.getObject("promised_on", LocalDate.class),
                        row.getString("merged")));
    }

    /** @param untold whether the mail that tells its proposer how it stands has still to leave the office */
    record Published(UUID caseId, boolean untold, PublicRound.IdeaRow row) {}

    /**
     * A project as the office has it.
     *
     * @param decisionPublic whether everybody may know what was decided
     * @param late whether its last day is over and it is not done
     */
    record Made(
            UUID id,
            @Nullable Integer number,
            @Nullable UUID areaId,
            @Nullable String area,
            String title,
            @Nullable String summary,
            String state,
            @Nullable Long cents,
            @Nullable Long yearly,
            @Nullable String reason,
            boolean decisionPublic,
            boolean late,
            Doubted doubted,
            Advised advised,
            List<Origin> ideas) {}

    record Origin(UUID caseId, String number, String title) {}
}
