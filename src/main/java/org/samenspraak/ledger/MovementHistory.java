package org.samenspraak.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilYears.Place;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The books as they are read: of a budget, a council, a case. */
@Repository
class MovementHistory {

    private static final String READ =
            """
            select m.*, c.number, o.name as council_name, b.year, b.name as budget_name
            from ledger_movement m join ledger_budget b on b.id = m.budget_id
            left join casefile_case c on c.id = m.case_id left join council_council o on o.id = m.council_id
            """;

    private final JdbcClient jdbc;

    MovementHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Movement> before(MovementFilter filter, long before, int limit) {
        return jdbc.sql(READ + " where m.id < :before"
                        + (filter.budget() == null ? "" : " and m.budget_id = :budget")
                        + (filter.council() == null ? "" : " and m.council_id = :council")
                        + (filter.kind() == null ? "" : " and m.kind = :kind")
                        + (filter.number().isEmpty() ? "" : " and c.number ilike :number")
                        + (filter.name().isEmpty() ? "" : " and o.name ilike :name")
                        + " order by m.id desc limit :limit")
                .param("before", before)
                .param("budget", filter.budget())
                .param("council", filter.council())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("number", plain(filter.number()) + "%")
                .param("name", "%" + plain(filter.name()) + "%")
                .param("limit", limit)
                .query(MovementHistory::movement)
                .list();
    }

    /** On the timeline of a council: only what it got, or had to give back. */
    List<Movement> before(CouncilId council, Place place, int limit) {
        return jdbc.sql(
                        READ
                                + """
                         where m.council_id = :council and m.kind in ('FIX', 'PAY', 'RETURN', 'RECLAIM', 'RECEIVE')
                         and (m.at, lpad(m.id::text, 19, '0') collate "C") < (:day, :key)
                         order by m.at desc, m.id desc limit :limit""")
                .param("council", council.value())
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query(MovementHistory::movement)
                .list();
    }

    /** Everything of a case, in order. */
    List<Movement> of(CaseId caseId, int limit) {
        return jdbc.sql(READ + " where m.case_id = ? order by m.id limit ?")
                .params(caseId.value(), limit)
                .query(MovementHistory::movement)
                .list();
    }

    /** Whether anything was booked for the case. */
    boolean knows(CaseId caseId) {
        return jdbc.sql("select exists (select from ledger_movement where case_id = ?)")
                .param(caseId.value())
                .query(Boolean.class)
                .single();
    }

    /** What councils still have to give back, by case: the council of the case, or, where it has none, the one that was paid. */
    List<Debt> owed(@Nullable String after, int limit) {
        return jdbc.sql(
                        """
                        select d.*, c.number, o.name from (
                            select m.case_id, m.scope,
                                coalesce(m.council_id, (select p.council_id from ledger_payment p
                                    where p.case_id = m.case_id and p.scope = m.scope order by p.asked_at desc, p.id limit 1)) as council_id,
                                sum(case when m.to_account = 'OWED' then m.cents else -m.cents end) as cents
                            from ledger_movement m where 'OWED' in (m.from_account, m.to_account)
                            group by m.case_id, m.scope, m.council_id) d
                        join casefile_case c on c.id = d.case_id join council_council o on o.id = d.council_id
                        where d.cents > 0 and (cast(:after as text) is null or c.number || '/' || d.scope > :after)
                        order by c.number || '/' || d.scope limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Debt(
                        new Claim(
                                new CaseId(Objects.requireNonNull(row.getObject("case_id", UUID.class))),
                                Objects.requireNonNull(row.getString("scope"))),
                        Objects.requireNonNull(row.getString("number")),
                        new CouncilId(Objects.requireNonNull(row.getObject("council_id", UUID.class))),
                        Objects.requireNonNull(row.getString("name")),
                        new Amount(row.getLong("cents"))))
                .list();
    }

    private static String plain(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static Movement movement(ResultSet row, int number) throws SQLException {
        var council = row.getObject("council_id", UUID.class);
        return new Movement(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Kind.valueOf(row.getString("kind")),
                Account.valueOf(row.getString("from_account")),
                Account.valueOf(row.getString("to_account")),
                new Amount(row.getLong("cents")),
                row.getString("number"),
                Objects.requireNonNull(row.getString("scope")),
                council == null ? null : new CouncilId(council),
                row.getString("council_name"),
                Objects.requireNonNull(row.getObject("budget_id", UUID.class)),
                row.getInt("year"),
                Objects.requireNonNull(row.getString("budget_name")),
                Objects.requireNonNull(row.getString("actor_name")),
                row.getString("on_behalf_of"),
                Objects.requireNonNull(row.getString("reason")),
                row.getString("reference"));
    }

    /** What is owed for a claim. */
    record Debt(Claim claim, String caseNumber, CouncilId council, String councilName, Amount amount) {

        public String cursor() {
            return caseNumber + "/" + claim.scope();
        }
    }
}
