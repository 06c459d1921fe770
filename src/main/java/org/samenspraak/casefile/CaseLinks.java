package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that belong together. A link stands in the dossier of both. */
@Service
public class CaseLinks {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Timeline timeline;
    private final Clock clock;

    CaseLinks(JdbcClient jdbc, Cases cases, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    @Transactional(readOnly = true)
    public List<Linked> page(CaseId caseId, @Nullable Long before, int limit) {
        return jdbc.sql(
                        """
                        select l.id, l.kind, l.reason, l.at, l.actor_name, l.case_id = :case as outward,
                            o.number, o.title, o.trajectory, o.status, o.outcome
                        from casefile_link l
                        join casefile_case o on o.id = case when l.case_id = :case then l.other_id else l.case_id end
                        where (l.case_id = :case or l.other_id = :case) and l.id < :before
                        order by l.id desc limit :limit
                        """)
                .param("case", caseId.value())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(CaseLinks::linked)
                .list();
    }

    /**
     * Links an open case with another one.
     *
     * @param number of the other case
     * @throws Refusal without a reason, for a number that nobody has, the case itself, and a pair that is linked already
     */
    @Transactional
    public void link(CaseId caseId, String number, Kind kind, String reason, Actor by) {
        cases.refuseEnded(caseId);
        var other = cases.byNumber(number.strip())
                .orElseThrow(() -> Refusal.of("other", "casefile.refusal.link-unknown", number.strip()));
        if (other.id().equals(caseId)) {
            throw Refusal.of("other", "casefile.refusal.link-itself");
        }
        refuseWithoutReason("reason", reason);
        if (!add(caseId, other.id(), kind, reason.strip(), by)) {
            throw Refusal.of("other", "casefile.refusal.link-double", other.number());
        }
        tell("case.linked", caseId, other.id(), reason.strip(), by);
    }

    /** Keeps what follows from the cases themselves; a pair that is linked already stays as it is. */
    @Transactional
    public void tie(CaseId caseId, CaseId other, Kind kind) {
        add(caseId, other, kind, null, Actor.SYSTEM);
    }

    /** Forgets what {@link #tie} kept about a case, which is to be tied anew. */
    @Transactional
    public void untie(CaseId caseId) {
        jdbc.sql("delete from casefile_link where case_id = :case and reason is null")
                .param("case", caseId.value())
                .update();
    }

    /**
     * Takes away a link that somebody made.
     *
     * @throws Refusal without a reason, and when it is gone or follows from the cases themselves
     */
    @Transactional
    public void unlink(CaseId caseId, long link, String reason, Actor by) {
        cases.refuseEnded(caseId);
        refuseWithoutReason("why", reason);
        var gone = jdbc.sql(
                        """
                        delete from casefile_link where id = :id and (case_id = :case or other_id = :case) and reason is not null
                        returning case_id, other_id
                        """)
                .param("id", link)
                .param("case", caseId.value())
                .query(Pair.class)
                .optional()
                .orElseThrow(() -> new NotFound("casefile.refusal.link-gone"));
        tell("case.unlinked", new CaseId(gone.caseId()), new CaseId(gone.otherId()), reason.strip(), by);
    }

    private record Pair(UUID caseId, UUID otherId) {}

    private boolean add(CaseId caseId, CaseId other, Kind kind, @Nullable String reason, Actor by) {
        return jdbc.sql(
                                """
                                insert into casefile_link (case_id, other_id, kind, reason, at, actor_name)
                                values (:case, :other, :kind, :reason, :now, :by) on conflict do nothing
                                """)
                        .param("case", caseId.value())
                        .param("other", other.value())
                        .param("kind", kind.name())
                        .param("reason", reason)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by.name())
                        .update()
                == 1;
    }

    private void tell(String what, CaseId one, CaseId other, String reason, Actor by) {
        timeline.add(one, what, Map.of("number", cases.get(other).number()), reason, by);
        timeline.add(other, what, Map.of("number", cases.get(one).number()), reason, by);
    }

    private static void refuseWithoutReason(String field, String reason) {
        if (reason.isBlank()) {
            throw Refusal.of(field, "casefile.refusal.reason-missing");
        }
    }

    private static Linked linked(ResultSet row, int number) throws SQLException {
        return new Linked(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("outward"),
                row.getString("number"),
                row.getString("title"),
                row.getString("trajectory"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("outcome"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"));
    }

    /** What the case that has the link is to the other one. */
    public enum Kind {
        FOLLOWS,
        SAME_SUBJECT,
        RENEWAL,
        WITHDRAWAL,
        /** Advice that was asked in the other case. */
        ADVICE,
        /** A talk of the round that is the other case. */
        ROUND;

        /** Whether somebody may say so; the others follow from the cases themselves. */
        public boolean isByHand() {
            return this != WITHDRAWAL && this != ADVICE && this != ROUND;
        }
    }

    /**
     * The other case of a link.
     *
     * @param outward whether the reader's case is what the kind says of the other; otherwise the other is of it
     * @param reason why somebody linked them; none for what follows from the cases themselves
     */
    public record Linked(
            long id,
            Kind kind,
            boolean outward,
            String number,
            String title,
            String trajectory,
            CaseStatus status,
            @Nullable String outcome,
            @Nullable String reason,
            Instant at,
            String by) {}
}
