package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the choice of each round stands: {@code wijkbudget_vote}. */
@Repository
class VoteRows {

    private final JdbcClient jdbc;

    VoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Twice is once: the seed of the first time stays. */
    void open(CaseId round, Instant at, Instant closes, Seed seed) {
        jdbc.sql(
                        """
                        insert into wijkbudget_vote (round, opened_at, closes_at, seed, commitment)
                        values (:round, :at, :closes, :seed, :commitment) on conflict (round) do nothing
                        """)
                .param("round", round.value())
                .param("at", Timestamp.from(at))
                .param("closes", Timestamp.from(closes))
                .param("seed", seed.text())
                .param("commitment", seed.commitment())
                .update();
    }

    /** Held by who chooses, until the end of the transaction; any number of them at once. Says whether the choice is open then. */
    boolean share(CaseId round, Clock clock) {
        lock("pg_advisory_xact_lock_shared", round);
        return isOpen(round, clock.instant());
    }

    /** Waits for every ballot that is being confirmed, and lets none begin. */
    void hold(CaseId round) {
        lock("pg_advisory_xact_lock", round);
    }

    private void lock(String function, CaseId round) {
        jdbc.sql("select " + function + "(hashtextextended(:round, 840))")
                .param("round", round.toString())
                .query()
                .listOfRows();
    }

    /** Closed at its minute, also when that was noticed later; false when it was closed before. */
    boolean close(CaseId round, Instant at) {
        return jdbc.sql(
                                "update wijkbudget_vote set closed_at = least(closes_at, ?) where round = ? and closed_at is null")
                        .params(Timestamp.from(at), round.value())
                        .update()
                == 1;
    }

    /** Its round is stopped: nobody votes any more. Nothing where no vote began. */
    void cutShort(CaseId round, Instant at) {
        jdbc.sql(
                        """
                        update wijkbudget_vote set closes_at = least(closes_at, :at), closed_at = coalesce(closed_at, :at) where round = :round
                        """)
                .param("at", Timestamp.from(at))
                .param("round", round.value())
                .update();
    }

    void settle(CaseId round, Instant at) {
        jdbc.sql("update wijkbudget_vote set settled_at = ? where round = ? and settled_at is null")
                .params(Timestamp.from(at), round.value())
                .update();
    }

    boolean isOpen(CaseId round, Instant now) {
        return find(round).filter(vote -> vote.isOpen(now)).isPresent();
    }

    /** Whether there is a choice whose result is not settled yet: papers and points may still come in. */
    boolean mayChange(CaseId round) {
        return find(round).filter(vote -> vote.settledAt() == null).isPresent();
    }

    /**
     * Holds what is counted until the end of the transaction: papers, points and counts come one after another.
     *
     * @throws Refusal when nothing may come in any more
     */
    void holdUnsettled(CaseId round) {
        hold(round);
        if (!mayChange(round)) {
            throw new Refusal("wijkbudget.refusal.settled");
        }
    }

    Optional<Vote> find(CaseId round) {
        return jdbc.sql("select * from wijkbudget_vote where round = ?")
                .param(round.value())
                .query(VoteRows::vote)
                .optional();
    }

    /** The number of its case, which stands in public addresses. */
    String numberOf(CaseId round) {
        return jdbc.sql("select number from casefile_case where id = ?")
                .param(round.value())
                .query(String.class)
                .single();
    }

    /** Those that did not close yet. */
    List<Vote> open() {
        return jdbc.sql("select * from wijkbudget_vote where closed_at is null order by round")
                .query(VoteRows::vote)
                .list();
    }

    private static Vote vote(ResultSet row, int number) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        var settled = row.getTimestamp("settled_at");
        return new Vote(
                new CaseId(row.getObject("round", UUID.class)),
                row.getTimestamp("closes_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                settled == null ? null : settled.toInstant(),
                row.getString("seed"),
                row.getString("commitment"));
    }

    /**
     * @param closes what is confirmed before it counts
     * @param settledAt when the office confirmed the count; from then on the seed is public
     */
    record Vote(
            CaseId round,
            Instant closes,
            @Nullable Instant closedAt,
            @Nullable Instant settledAt,
            String seed,
            String commitment) {

        public boolean isOpen(Instant now) {
            return closedAt == null && now.isBefore(closes);
        }
    }
}
