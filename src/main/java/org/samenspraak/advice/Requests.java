package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code advice_request}: what is known of a question besides its texts. */
@Repository
class Requests {

    private static final String SELECT = "select * from advice_request where case_id = ?";

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what was drafted or mended, before it goes out. */
    void keep(Request request) {
        jdbc.sql(
                        """
                        insert into advice_request
                            (case_id, asker_group, on_behalf_of, domain, phase, position, area_id, wished_day)
                        values (:case, :asker, :organ, :domain, :phase, :position, :area, :wished)
                        on conflict (case_id) do update set asker_group = excluded.asker_group,
                            on_behalf_of = excluded.on_behalf_of, domain = excluded.domain, phase = excluded.phase,
                            position = excluded.position, area_id = excluded.area_id, wished_day = excluded.wished_day
                        """)
                .param("case", request.caseId().value())
                .param("asker", request.asker().toString())
                .param("organ", request.onBehalfOf())
                .param("domain", request.domain())
                .param("phase", request.phase())
                .param("position", request.position())
                .param("area", request.area() == null ? null : request.area().value())
                .param("wished", request.wishedDay())
                .update();
    }

    /** By when, and why sooner than the regulation gives. */
    void wish(CaseId request, @Nullable LocalDate lastDay, @Nullable String urgency) {
        jdbc.sql("update advice_request set wished_day = ?, urgency = ? where case_id = ?")
                .params(lastDay, urgency, request.value())
                .update();
    }

    void sent(CaseId request, LocalDate on, LocalDate lastDay) {
        jdbc.sql("update advice_request set sent_on = ?, last_day = ? where case_id = ?")
                .params(on, lastDay, request.value())
                .update();
    }

    void lastDay(CaseId request, LocalDate lastDay) {
        jdbc.sql("update advice_request set last_day = ? where case_id = ?")
                .params(lastDay, request.value())
                .update();
    }

    void version(CaseId request, int version) {
        jdbc.sql("update advice_request set version = ? where case_id = ?")
                .params(version, request.value())
                .update();
    }

    void agreed(CaseId request, Instant at) {
        jdbc.sql("update advice_request set agreed_at = ? where case_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), request.value())
                .update();
    }

    void decided(CaseId request, Decision decision) {
        jdbc.sql(
                        """
                        update advice_request set decision = :decision, decision_number = :number, decision_day = :day,
                            decision_link = :link, decision_reason = :reason, early_reason = :early
                        where case_id = :case
                        """)
                .param("decision", decision.decision())
                .param("number", decision.number())
                .param("day", decision.day())
                .param("link", decision.link())
                .param("reason", decision.reason())
                .param("early", decision.earlyReason())
                .param("case", request.value())
                .update();
    }

    boolean isDecided(CaseId request) {
        return jdbc.sql("select exists (select 1 from advice_request where case_id = ? and decision is not null)")
                .param(request.value())
                .query(Boolean.class)
                .single();
    }

    Request get(CaseId request) {
        return find(request).orElseThrow();
    }

    Optional<Request> find(CaseId caseId) {
        return one(SELECT, caseId);
    }

    /** The row stays locked until the transaction ends: of two councils that answer at once the second sees the first. */
    Request lock(CaseId request) {
        return one(SELECT + " for update", request).orElseThrow();
    }

    private Optional<Request> one(String sql, CaseId caseId) {
        return jdbc.sql(sql).param(caseId.value()).query(Requests::request).optional();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        var area = row.getObject("area_id", UUID.class);
        var agreed = row.getTimestamp("agreed_at");
        return new Request(
                new CaseId(row.getObject("case_id", UUID.class)),
                GroupId.parse(row.getString("asker_group")),
                row.getString("on_behalf_of"),
                row.getString("domain"),
                row.getString("phase"),
                row.getString("position"),
                area == null ? null : new AreaId(area),
                row.getObject("wished_day", LocalDate.class),
                row.getString("urgency"),
                row.getInt("version"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                agreed == null ? null : agreed.toInstant());
    }

    /**
     * @param asker the group of officials who reply
     * @param onBehalfOf college or gemeenteraad, which decides
     * @param area none for the whole municipality
     * @param wishedDay the last day that was chosen, or none for the term of the regulation
     * @param urgency why that is sooner than the regulation gives, or none
     * @param version of the question that holds now
     * @param sentOn none before it goes out
     * @param lastDay of the council that has most time; none before it goes out
     * @param agreedAt since when the replies are fixed, or none
     */
    record Request(
            CaseId caseId,
            GroupId asker,
            String onBehalfOf,
            String domain,
            String phase,
            String position,
            @Nullable AreaId area,
            @Nullable LocalDate wishedDay,
            @Nullable String urgency,
            int version,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate lastDay,
            @Nullable Instant agreedAt) {

        boolean isOut() {
            return sentOn != null && agreedAt == null;
        }

        /** Whether its councils are told and nothing is asked of them. */
        boolean isOnlyTold() {
            return position.equals("inform");
        }
    }

    /**
     * @param decision adopted, changed or rejected
     * @param earlyReason why it was taken before the terms of the councils were over, or none
     */
    record Decision(
            String decision,
            String number,
            LocalDate day,
            @Nullable String link,
            @Nullable String reason,
            @Nullable String earlyReason) {}
}
