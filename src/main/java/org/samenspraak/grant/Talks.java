package org.samenspraak.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.grant.Talk.State;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code grant_talk}. */
@Repository
class Talks {

    private final JdbcClient jdbc;

    Talks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Twice is once. */
    void add(CaseId caseId, @Nullable CaseId round, CouncilId council, int year, State state) {
        jdbc.sql(
                        """
                        insert into grant_talk (case_id, round, council_id, year, state)
                        values (:case, :round, :council, :year, :state) on conflict (case_id) do nothing
                        """)
                .param("case", caseId.value())
                .param("round", round == null ? null : round.value(), Types.OTHER)
                .param("council", council.value())
                .param("year", year)
                .param("state", state.name())
                .update();
    }

    Optional<Talk> find(CaseId caseId) {
        return jdbc.sql("select * from grant_talk where case_id = ?")
                .param(caseId.value())
                .query(Talks::talk)
                .optional();
    }

    Talk get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    /** The newest first, of rounds only. */
    List<Talk> yearly(CouncilId council, int before, int limit) {
        return jdbc.sql(
                        """
                        select * from grant_talk where council_id = ? and year < ? and round is not null
                         order by year desc limit ?
                        """)
                .params(council.value(), before, limit)
                .query(Talks::talk)
                .list();
    }

    void state(CaseId caseId, State state) {
        set(caseId, "state = :value", state.name());
    }

    void prepared(CaseId caseId, State state, @Nullable String goals, @Nullable String level) {
        jdbc.sql("update grant_talk set state = :state, goals = :goals, wished_level = :level where case_id = :case")
                .param("state", state.name())
                .param("goals", goals)
                .param("level", level)
                .param("case", caseId.value())
                .update();
    }

    void settle(CaseId caseId, int minutes, String place, UUID partner) {
        jdbc.sql("update grant_talk set minutes = :minutes, place = :place, partner = :partner where case_id = :case")
                .param("minutes", minutes)
                .param("place", place)
                .param("partner", partner)
                .param("case", caseId.value())
                .update();
    }

    /** @param at none when it was called off */
    void planned(CaseId caseId, @Nullable Instant at, State state) {
        jdbc.sql(
                        """
                        update grant_talk set planned_at = :at, state = :state, invitations = invitations + 1
                         where case_id = :case
                        """)
                .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
                .param("state", state.name())
                .param("case", caseId.value())
                .update();
    }

    void held(CaseId caseId, LocalDate on, @Nullable String level) {
        jdbc.sql("update grant_talk set state = 'HELD', held_on = :on, concluded_level = :level where case_id = :case")
                .param("on", on)
                .param("level", level)
                .param("case", caseId.value())
                .update();
    }

    void confirmed(CaseId caseId, String how, @Nullable String remarks) {
        jdbc.sql(
                        "update grant_talk set state = 'CONFIRMED', confirmed = :how, remarks = :remarks where case_id = :case")
                .param("how", how)
                .param("remarks", remarks)
                .param("case", caseId.value())
                .update();
    }

    void decided(CaseId caseId, String level, String reason) {
        jdbc.sql("update grant_talk set decided_level = ?, level_reason = ? where case_id = ?")
                .params(level, reason, caseId.value())
                .update();
    }

    private void set(CaseId caseId, String what, Object value) {
        jdbc.sql("update grant_talk set " + what + " where case_id = :case")
                .param("value", value)
                .param("case", caseId.value())
                .update();
    }

    /** Open cases with a talk of this council. */
    List<CaseId> open(CouncilId council) {
        return jdbc.sql(
                        """
                        select t.case_id from grant_talk t join casefile_case c on c.id = t.case_id
                         where t.council_id = ? and c.status = 'OPEN' order by t.case_id
                        """)
                .param(council.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Planned talks that overlap, of one council or one partner. */
    List<Planned> overlapping(Talk talk, UUID partner, Instant from, Instant until) {
        return planned(
                        """
                        and t.case_id <> :case and (t.council_id = :council or t.partner = :partner)
                        and t.planned_at < :until and t.planned_at + t.minutes * interval '1 minute' > :from
                        """)
                .param("case", talk.caseId().value())
                .param("council", talk.council().value())
                .param("partner", partner)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("limit", 10)
                .query(Planned.class)
                .list();
    }

    /** Planned talks that overlap, of whichever council: all of them are asked to a meeting with all. */
    List<Planned> overlapping(Instant from, Instant until) {
        return planned("and t.planned_at < :until and t.planned_at + t.minutes * interval '1 minute' > :from")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("limit", 10)
                .query(Planned.class)
                .list();
    }

    /** Planned talks of these partners from a moment on, the first ones. */
    List<Planned> from(Instant from, List<UUID> partners, int limit) {
        return planned("and t.planned_at >= :from and t.partner = any(:partners)")
                .param("partners", partners.toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .param("limit", limit)
                .query(Planned.class)
                .list();
    }

    private JdbcClient.StatementSpec planned(String where) {
        return jdbc.sql(
                """
                select c.name council, coalesce(p.name, '') partner, t.planned_at, t.minutes
                  from grant_talk t join council_council c on c.id = t.council_id
                  left join identity_person p on p.id = t.partner
                 where t.state = 'PLANNED' %s order by t.planned_at, t.case_id limit :limit
                """
                        .formatted(where));
    }

    private static Talk talk(ResultSet row, int number) throws SQLException {
        var round = row.getObject("round", UUID.class);
        var planned = row.getTimestamp("planned_at");
        return new Talk(
                new CaseId(row.getObject("case_id", UUID.class)),
                round == null ? null : new CaseId(round),
                new CouncilId(row.getObject("council_id", UUID.class)),
                row.getInt("year"),
                State.valueOf(row.getString("state")),
                row.getString("goals"),
                row.getString("wished_level"),
                planned == null ? null : planned.toInstant(),
                row.getInt("minutes"),
                row.getString("place"),
                row.getObject("partner", UUID.class),
                row.getInt("invitations"),
                row.getObject("held_on", LocalDate.class),
                row.getString("concluded_level"),
                row.getString("confirmed"),
                row.getString("remarks"));
    }

    /** A talk that has its day. */
    record Planned(String council, String partner, Timestamp plannedAt, int minutes) {}
}
