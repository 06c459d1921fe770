package org.samenspraak.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.RegulationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clocks and their lines. */
@Repository
class TermClocks {

    static final String SELECT =
            """
            select c.*, array(
                select from_day || ' ' || until_day || ' ' || settled from deadlines_suspension s
                 where s.clock_id = c.id order by number) suspensions
              from deadlines_clock c""";

    private final JdbcClient jdbc;

    TermClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that runs, else the last one that ran. */
    Optional<TermClock> find(CaseId caseId, String term, @Nullable String scope) {
        return jdbc.sql(SELECT + " where case_id = ? and term = ? and scope = ?"
                        + " order by running desc, round desc limit 1")
                .params(caseId.value(), term, text(scope))
                .query(TermClocks::clock)
                .optional();
    }

    /** Holds the running clock until the end of the transaction. */
    Optional<TermClock> hold(CaseId caseId, String term, @Nullable String scope) {
        return jdbc.sql(SELECT + " where case_id = ? and term = ? and scope = ? and running for update of c")
                .params(caseId.value(), term, text(scope))
                .query(TermClocks::clock)
                .optional();
    }

    /** Holds a running clock of the case until the end of the transaction. */
    Optional<TermClock> hold(CaseId caseId, long id) {
        return jdbc.sql(SELECT + " where case_id = ? and id = ? and running for update of c")
                .params(caseId.value(), id)
                .query(TermClocks::clock)
                .optional();
    }

    Optional<TermClock> find(CaseId caseId, long id) {
        return jdbc.sql(SELECT + " where case_id = ? and id = ?")
                .params(caseId.value(), id)
                .query(TermClocks::clock)
                .optional();
    }

    /** Holds the clocks that are due so long before the end of this one, but for those that were due already. */
    List<TermClock> holdBefore(TermClock end, Instant now) {
        return jdbc.sql(SELECT + " where case_id = ? and scope = ? and running and at_start and since = ?"
                        + " and (suspended_on is not null or due > ?) order by id for update of c")
                .params(end.caseId().value(), text(end.scope()), end.term(), atUtc(now))
                .query(TermClocks::clock)
                .list();
    }

    List<TermClock> of(CaseId caseId) {
        return jdbc.sql(SELECT + " where case_id = ? order by id")
                .param(caseId.value())
                .query(TermClocks::clock)
                .list();
    }

    /** Those that run, the first to end first, at most {@code limit}. */
    List<TermClock> running(CaseId caseId, int limit) {
        return jdbc.sql(SELECT + " where case_id = ? and running order by due, id limit ?")
                .params(caseId.value(), limit)
                .query(TermClocks::clock)
                .list();
    }

    /** Those that stopped, the last to start first, at most {@code limit}. */
    List<TermClock> stopped(CaseId caseId, int limit) {
        return jdbc.sql(SELECT + " where case_id = ? and not running order by id desc limit ?")
                .params(caseId.value(), limit)
                .query(TermClocks::clock)
                .list();
    }

    /**
     * Running clocks that a change of these days can move: not those that are over or suspended, nor those that are counted
     * back.
     */
    List<TermClock> around(LocalDate first, LocalDate last, LocalDate today) {
        return jdbc.sql(SELECT + " where running and suspended_on is null and not at_start and from_day < :last"
                        + " and last_day >= :first and last_day >= :today order by id")
                .param("first", first)
                .param("last", last)
                .param("today", today)
                .query(TermClocks::clock)
                .list();
    }

    /** What is still to come so long before an end that runs, in the order it was counted. */
    List<CountedBack> countedBack(Instant now) {
        return jdbc.sql(
                        """
                        select c.*, '{}'::text[] suspensions, e.last_day as end_day from deadlines_clock c
                          join deadlines_clock e on e.case_id = c.case_id and e.scope = c.scope and e.term = c.since
                         where c.running and c.at_start and c.due > ? and e.running and c.suspended_on is null
                         order by c.id""")
                .param(atUtc(now))
                .query((row, index) -> new CountedBack(clock(row, index), row.getObject("end_day", LocalDate.class)))
                .list();
    }

    /** @param end last day of the clock it is counted back from */
    record CountedBack(TermClock clock, LocalDate end) {}

    /** Adds a clock unless one of the same term runs already. */
    Optional<Long> add(TermClock clock) {
        return jdbc.sql(
                        """
                        insert into deadlines_clock (case_id, term, scope, round, regulation, regulation_version,
                            from_day, since, given_day, last_day, due, at_start, extensions, running)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, true)
                        on conflict do nothing returning id
                        """)
                .params(Arrays.asList(
                        clock.caseId().value(),
                        clock.term(),
                        text(clock.scope()),
                        clock.round(),
                        clock.regulation().name(),
                        clock.regulation().version(),
                        clock.from(),
                        clock.since(),
                        clock.given(),
                        clock.lastDay(),
                        atUtc(clock.due()),
                        clock.atStart()))
                .query(Long.class)
                .optional();
    }

    void move(long id, LocalDate lastDay, Instant due) {
        jdbc.sql("update deadlines_clock set last_day = ?, due = ?, suspended_on = null where id = ?")
                .params(lastDay, atUtc(due), id)
                .update();
    }

    void extend(long id, LocalDate given) {
        give(id, given);
        jdbc.sql("update deadlines_clock set extensions = extensions + 1 where id = ?")
                .param(id)
                .update();
    }

    /** What it was suspended before is in the end that is given. */
    void give(long id, LocalDate given) {
        jdbc.sql("update deadlines_clock set given_day = ? where id = ?")
                .params(given, id)
                .update();
        jdbc.sql("update deadlines_suspension set settled = true where clock_id = ?")
                .param(id)
                .update();
    }

    void suspend(long id, LocalDate today) {
        jdbc.sql("update deadlines_clock set suspended_on = ? where id = ?")
                .params(today, id)
                .update();
    }

    void addSuspension(long id, Suspension suspension) {
        jdbc.sql(
                        "insert into deadlines_suspension (clock_id, number, from_day, until_day, settled)"
                                + " select ?, coalesce(max(number), 0) + 1, ?, ?, false from deadlines_suspension where clock_id = ?")
                .params(id, suspension.from(), suspension.until(), id)
                .update();
    }

    void stop(CaseId caseId, String term, @Nullable String scope) {
        jdbc.sql("update deadlines_clock set running = false where case_id = ? and term = ? and scope = ? and running")
                .params(caseId.value(), term, text(scope))
                .update();
    }

    void stopAll(CaseId caseId) {
        jdbc.sql("update deadlines_clock set running = false where case_id = ? and running")
                .param(caseId.value())
                .update();
    }

    /** @return the number of the last of them */
    int addLines(long clock, List<Line> lines) {
        var last = 0;
        for (var line : lines) {
            last = jdbc.sql("insert into deadlines_line (clock_id, position, kind, args)"
                            + " select ?, coalesce(max(position), 0) + 1, ?, ? from deadlines_line where clock_id = ?"
                            + " returning position")
                    .params(clock, line.kind().name(), line.args().toArray(String[]::new), clock)
                    .query(Integer.class)
                    .single();
        }
        return last;
    }

    /** The lines of several clocks. */
    Map<Long, List<Line>> lines(List<TermClock> of) {
        var lines = new HashMap<Long, List<Line>>();
        jdbc.sql("select clock_id, kind, args from deadlines_line where clock_id = any (:clocks) order by position")
                .param("clocks", of.stream().map(TermClock::id).toArray(Long[]::new))
                .query(row -> {
                    lines.computeIfAbsent(row.getLong("clock_id"), id -> new ArrayList<>())
                            .add(line(row));
                });
        return lines;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(Line.Kind.valueOf(row.getString("kind")), List.of((String[])
                row.getArray("args").getArray()));
    }

    static TermClock clock(ResultSet row, int index) throws SQLException {
        var scope = row.getString("scope");
        return new TermClock(
                row.getLong("id"),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("term"),
                scope.isEmpty() ? null : scope,
                row.getInt("round"),
                new RegulationId(row.getString("regulation"), row.getInt("regulation_version")),
                row.getObject("from_day", LocalDate.class),
                row.getString("since"),
                row.getObject("given_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getBoolean("at_start"),
                row.getInt("extensions"),
                row.getBoolean("running"),
                row.getObject("suspended_on", LocalDate.class),
                Stream.of((String[]) row.getArray("suspensions").getArray())
                        .map(text -> text.split(" "))
                        .map(parts -> new Suspension(
                                LocalDate.parse(parts[0]), LocalDate.parse(parts[1]), parts[2].equals("true")))
                        .toList());
    }

    private static String text(@Nullable String scope) {
        return Objects.requireNonNullElse(scope, "");
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
