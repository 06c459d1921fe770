package org.samenspraak.wijkbudget;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Masks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of rounds, ideas and projects that everybody may read, by day; never a person. */
@Repository
public class RoundNews {

    /** What is older is no news. */
    private static final int MONTHS_BACK = 12;

    /** Each part gives round, kind, project, title, words, day, council, how many it is about and which of several it is. */
    private static final String HAPPENED =
            """
            with recursive place as (select id from identity_area where id = :area
                union select a.id from identity_area a join place p on a.within = p.id),
            happened as (
                select d.round, 'results' kind, null::uuid project, '' title, d.number words,
                       (d.public_at at time zone :zone)::date "day", null::uuid council,
                       (select count(*) from wijkbudget_project j where j.round = d.round and j.decided = 'CHOSEN') many, null::uuid note,
                       d.public_at "at"
                  from wijkbudget_decision d
                 where d.public_at is not null and (:area::uuid is null or exists (
                       select from wijkbudget_area s join place on place.id = s.area_id where s.round = d.round and s.takes_part))
                union all
                select j.round, what.kind, j.id, j.title, what.words, what.day, x.council_id, 0, what.note, null
                  from wijkbudget_execution x join wijkbudget_project j on j.id = x.project
                  join wijkbudget_decision d on d.round = j.round and d.public_at is not null
                 cross join lateral (
                       select case j.state when 'DONE' then 'done' else 'stopped' end, x.end_words, x.ended_on, null::uuid
                        where x.ended_on is not null and j.state in ('DONE', 'STOPPED')
                        union all
                       select 'late', null, x.due + 1, null where x.ended_on is null and x.due < :today
                        union all
                       select 'progress', p.public_words, p.public_on, p.id from wijkbudget_progress p
                        where p.project = j.id and p.public_on is not null and p.milestone is null) what (kind, words, day, note)
                 where x.begins is not null and (:area::uuid is null or j.area_id in (select id from place)))
            select c.number, r.title round, h.kind, h.project, h.title, coalesce(h.words, '') words, h."day", h.many, h.note, h."at"
              from happened h join wijkbudget_round r on r.case_id = h.round and r.adopted_at is not null
              join casefile_case c on c.id = h.round and c.number is not null
             where h."day" <= :today and (h.kind = 'results' or h."day" >= :since) and (:council::uuid is null or h.council = :council)
             order by h."day" desc, c.number, h.kind, h.title limit :limit
            """;

    /** What everybody reads of an idea, once its proposer knows; not one that somebody looks at again. */
    private static final String IDEAS =
            """
            with recursive place as (select id from identity_area where id = :area
                union select a.id from identity_area a join place p on a.within = p.id)
            select n.number, r.title round, p.case_id, c.number idea, p.title, p.state, coalesce(p.reason, '') reason,
                   (p.state_since at time zone :zone)::date "day", p.state_since "at"
              from wijkbudget_proposal p join casefile_case c on c.id = p.case_id and c.status in ('OPEN', 'CLOSED')
              join wijkbudget_round r on r.case_id = p.round and r.adopted_at is not null
              join casefile_case n on n.id = p.round and n.number is not null
             where p.published and p.state in ('ADMITTED', 'REGULAR', 'REFUSED', 'MERGED', 'IN_PROJECT', 'DROPPED', 'LAPSED')
               and not (p.state = 'REFUSED' and p.objection is not null and c.status = 'OPEN')
               and p.state_since >= :since::date and (:area::uuid is null or p.area_id in (select id from place))
               and not exists (select from correspondence_message w where w.case_id = p.case_id and w.state = 'WAITING')
             order by p.state_since desc, c.number limit :limit
            """;

    private static final String PARTS =
            """
            with recursive around as (select id, within from identity_area where id = :area
                union select a.id, a.within from identity_area a join around r on a.id = r.within)
            select * from (
                select c.number, r.title, null::uuid project
                  from wijkbudget_round r join casefile_case c on c.id = r.case_id and c.number is not null
                 where r.adopted_at is not null and c.status not in ('STOPPED', 'WITHDRAWN')
                   and exists (select from wijkbudget_area s join around on around.id = s.area_id
                                where s.round = r.case_id and s.takes_part)
                   and exists (select from wijkbudget_phase p
                                where p.round = r.case_id and p.begins <= :last and p.ends >= :first)
                union all
                select c.number, j.title, j.id
                  from wijkbudget_execution x join wijkbudget_project j on j.id = x.project
                  join wijkbudget_decision d on d.round = j.round and d.public_at is not null
                  join casefile_case c on c.id = j.round
                 where x.council_id = :council and x.begins <= :last and coalesce(x.ended_on, :last) >= :first) part
             order by number desc, project nulls first limit :limit
            """;

    private final JdbcClient jdbc;
    private final PublicRoundRows rows;
    private final BudgetWords words;
    private final Municipality municipality;
    private final Dates dates;

    RoundNews(JdbcClient jdbc, PublicRoundRows rows, BudgetWords words, Municipality municipality, Dates dates) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.words = words;
        this.municipality = municipality;
        this.dates = dates;
    }

    /**
     * Of the last year, and the results of every round, the newest first.
     *
     * @param area of what is in it or inside it, or none for all
     * @param council only projects that it carries out, or none for all
     */
    @Transactional(readOnly = true)
    public List<Happened> newest(@Nullable UUID area, @Nullable UUID council, int limit) {
        var found = jdbc.sql(HAPPENED)
                .param("area", area, Types.OTHER)
                .param("council", council, Types.OTHER)
                .param("zone", municipality.zone().getId())
                .param("today", dates.today())
                .param("since", dates.today().minusMonths(MONTHS_BACK))
                .param("limit", limit)
                .query(Happened.class)
                .list();
        var persons = behind(found.stream()
                .map(Happened::project)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(one -> one.without(masks(persons.getOrDefault(one.project(), List.of()))))
                .toList();
    }

    /**
     * Ideas about which something was decided in the last year, the newest first.
     *
     * @param area of what is in it or inside it, or none for all
     */
    @Transactional(readOnly = true)
    public List<Decided> ideas(@Nullable UUID area, int limit) {
        var found = jdbc.sql(IDEAS)
                .param("area", area, Types.OTHER)
                .param("zone", municipality.zone().getId())
                .param("since", dates.today().minusMonths(MONTHS_BACK))
                .param("limit", limit)
                .query(Decided.class)
                .list();
        var persons = rows.behind(found.stream().map(Decided::caseId).toList());
        return found.stream()
                .map(one -> one.without(masks(persons.getOrDefault(one.caseId(), List.of()))))
                .toList();
    }

    /** Rounds in the area of a council, and projects that it carries out, in a year. */
    @Transactional(readOnly = true)
    public List<Part> parts(CouncilId council, AreaId area, int year, int limit) {
        var found = jdbc.sql(PARTS)
                .param("council", council.value())
                .param("area", area.value())
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .param("limit", limit)
                .query(Part.class)
                .list();
        var persons = behind(
                found.stream().map(Part::project).filter(Objects::nonNull).toList());
        return found.stream()
                .map(one -> new Part(
                        one.number(),
                        masks(persons.getOrDefault(one.project(), List.of())).of(one.title()),
                        one.project()))
                .toList();
    }

    /** Names and addresses of who stands behind the ideas of projects, by project. */
    private Map<UUID, List<String>> behind(List<UUID> projects) {
        var persons = new HashMap<UUID, List<String>>();
        jdbc.sql(
                        """
                        select i.project, s.name, s.address from wijkbudget_project_idea i
                          join wijkbudget_supporter s on s.case_id = i.proposal where i.project = any(?)
                        """)
                .param(projects.toArray(UUID[]::new))
                .query(row -> {
                    var of = persons.computeIfAbsent(row.getObject("project", UUID.class), none -> new ArrayList<>());
                    of.add(row.getString("name"));
                    of.add(row.getString("address"));
                });
        return persons;
    }

    private Masks masks(List<String> persons) {
        return new Masks(words.say("wijkbudget.masked"), persons);
    }

    /**
     * @param number of the round, and its title
     * @param kind {@code results}, {@code done}, {@code stopped}, {@code late} or {@code progress}
     * @param project none for what is about the whole round
     * @param title of the project
     * @param words what was told of it: the number of the decision, or a report; may be empty
     * @param many projects that were chosen
     * @param at when everybody could read it, where more is known of it than the day
     * @param note which report it is; none for what happens once
     */
    public record Happened(
            String number,
            String round,
            String kind,
            @Nullable UUID project,
            String title,
            String words,
            LocalDate day,
            int many,
            @Nullable UUID note,
            @Nullable Instant at) {

        private Happened without(Masks masks) {
            return project == null
                    ? this
                    : new Happened(number, round, kind, project, masks.of(title), masks.of(words), day, many, note, at);
        }
    }

    /**
     * @param number of the round, and its title
     * @param caseId of the idea, and its number
     * @param state by code, and the reason that everybody reads; may be empty
     */
    public record Decided(
            String number,
            String round,
            UUID caseId,
            String idea,
            String title,
            String state,
            String reason,
            LocalDate day,
            Instant at) {

        private Decided without(Masks masks) {
            return new Decided(number, round, caseId, idea, masks.of(title), state, masks.of(reason), day, at);
        }
    }

    /**
     * @param number of the round
     * @param title of the round, or of the project
     * @param project none for a whole round
     */
    public record Part(String number, String title, @Nullable UUID project) {}
}
