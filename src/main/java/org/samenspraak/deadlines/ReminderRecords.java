package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders that wait for their day, were given, or came too late to be given. */
@Repository
class ReminderRecords {

    private final JdbcClient jdbc;

    ReminderRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces those that still wait; their numbers go on after those that were given. What waits for the same moment stays,
     * also when that came just now.
     *
     * @param after a new one is later than this
     */
    void replaceWaiting(long clock, List<Instant> dues, Instant after) {
        var keep = dues.stream().filter(due -> isWaiting(clock, due)).toList();
        deleteWaiting(clock, keep);
        for (var due : dues) {
            if (due.isAfter(after) && !keep.contains(due)) {
                add(clock, due);
            }
        }
    }

    private boolean isWaiting(long clock, Instant due) {
        return jdbc.sql("select exists (select 1 from deadlines_reminder"
                        + " where clock_id = ? and state = 'WAITING' and due = ?)")
                .params(clock, due.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private void deleteWaiting(long clock, List<Instant> keep) {
        jdbc.sql("delete from deadlines_reminder where clock_id = :clock and state = 'WAITING'"
                        + " and not due = any(cast(:keep as timestamptz[]))")
                .param("clock", clock)
                .param("keep", keep.stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    private void add(long clock, Instant due) {
        jdbc.sql("insert into deadlines_reminder (clock_id, number, due, state)"
                        + " select ?, coalesce(max(number), 0) + 1, ?, 'WAITING' from deadlines_reminder"
                        + " where clock_id = ?")
                .params(clock, due.atOffset(ZoneOffset.UTC), clock)
                .update();
    }

    List<Long> clocksWithDue(Instant now, int limit) {
        return jdbc.sql(
                        "select c.id from deadlines_reminder r join deadlines_clock c on c.id = r.clock_id"
                                + " where r.state = 'WAITING' and r.due <= ? and c.running group by c.id order by min(r.due) limit ?")
                .params(now.atOffset(ZoneOffset.UTC), limit)
                .query(Long.class)
                .list();
    }

    Optional<Instant> next() {
        return jdbc.sql("select r.due from deadlines_reminder r join deadlines_clock c on c.id = r.clock_id"
                        + " where r.state = 'WAITING' and c.running order by r.due limit 1")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Holds a running clock for this node; empty when another node has it, or it stopped. */
    Optional<TermClock> hold(long clock) {
        return jdbc.sql(TermClocks.SELECT + " where id = ? and running for update of c skip locked")
                .param(clock)
                .query(TermClocks::clock)
                .optional();
    }

    /**
     * Takes the latest that is due; those before it are passed over. Returns the how manieth that is, with those passed over:
     * a calendar that changed may have given the rows another order. Empty when another node was first.
     */
    Optional<Integer> takeLatest(long clock, Instant now) {
        var numbers = jdbc.sql("select number from deadlines_reminder where clock_id = ? and state = 'WAITING'"
                        + " and due <= ? order by due desc")
                .params(clock, now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .list();
        for (int index = 0; index < numbers.size(); index++) {
            mark(clock, numbers.get(index), index == 0 ? "GIVEN" : "PASSED");
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(past(clock));
    }

    private int past(long clock) {
        return jdbc.sql("select count(*) from deadlines_reminder where clock_id = ? and state <> 'WAITING'")
                .param(clock)
                .query(Integer.class)
                .single();
    }

    boolean isAnyWaiting(long clock) {
        return jdbc.sql("select exists (select 1 from deadlines_reminder where clock_id = ? and state = 'WAITING')")
                .param(clock)
                .query(Boolean.class)
                .single();
    }

    /** None of those that wait are given any more. */
    void passOver(long clock) {
        jdbc.sql("update deadlines_reminder set state = 'PASSED' where clock_id = ? and state = 'WAITING'")
                .param(clock)
                .update();
    }

    private void mark(long clock, int number, String state) {
        jdbc.sql("update deadlines_reminder set state = ? where clock_id = ? and number = ?")
                .params(state, clock, number)
                .update();
    }
}
