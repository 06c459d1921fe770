package org.samenspraak.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.CaseMoves.Shift;
import org.samenspraak.process.StandingCases.Route;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves of running cases: what was asked, and what became of each case. */
@Repository
class MoveRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Route>> ROUTES = new TypeReference<>() {};
    private static final TypeReference<List<Kept>> SHIFTS = new TypeReference<>() {};
    private static final String MOVE = "id, folder, deployment, undoes, by_id, by_name, at, stopped";

    private final JdbcClient jdbc;
    private final Clock clock;

    MoveRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param deployment where they go, or none when they go back to where each came from */
    long add(String folder, @Nullable String deployment, @Nullable Long undoes, List<CaseId> cases, Actor by) {
        var move = jdbc.sql(
                        """
                        insert into designer_move (folder, deployment, undoes, by_id, by_name, at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(folder, deployment, undoes, by.id(), by.name(), now())
                .query(Long.class)
                .single();
        jdbc.sql("insert into designer_move_case (move_id, case_id) select :move, unnest(:cases::uuid[])")
                .param("move", move)
                .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .update();
        return move;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    Optional<MoveRow> find(long move) {
        return jdbc.sql("select " + MOVE + " from designer_move where id = ?")
                .params(move)
                .query(MoveRow.class)
                .optional();
    }

    /** The moves of a trajectory, newest first. */
    List<MoveRow> of(String folder, int limit) {
        return jdbc.sql("select " + MOVE + " from designer_move where folder = ? order by id desc limit ?")
                .params(folder, limit)
                .query(MoveRow.class)
                .list();
    }

    Counts counts(long move) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'waiting') as waiting,
                               count(*) filter (where state = 'moved') as moved,
                               count(*) filter (where state = 'failed') as failed,
                               count(*) filter (where state = 'stopped') as stopped
                          from designer_move_case where move_id = ?""")
                .params(move)
                .query(Counts.class)
                .single();
    }

    /** Holds the next case that waits, for this transaction only; another node takes the one after it. */
    Optional<Waiting> next() {
        return jdbc.sql(
                        """
                        select c.move_id, c.case_id, m.folder, m.deployment, m.undoes, m.by_id, m.by_name
                          from designer_move_case c join designer_move m on m.id = c.move_id
                         where c.state = 'waiting'
                         order by c.move_id, c.case_id limit 1 for update of c skip locked""")
                .query(Waiting.class)
                .optional();
    }

    void moved(Waiting one, List<Route> origins, List<Shift> shifts) {
        jdbc.sql(
                        """
                        update designer_move_case set state = 'moved', origins = ?::jsonb, shifts = ?::jsonb, at = ?
                         where move_id = ? and case_id = ? and state = 'waiting'""")
                .params(
                        write(origins),
                        write(shifts.stream().map(Kept::of).toList()),
                        now(),
                        one.moveId(),
                        one.caseId())
                .update();
    }

    void failed(Waiting one, String reason, String step) {
        jdbc.sql(
                        """
                        update designer_move_case set state = 'failed', reason = ?, step = ?, at = ?
                         where move_id = ? and case_id = ? and state = 'waiting'""")
                .params(reason, step, now(), one.moveId(), one.caseId())
                .update();
    }

    /** What was not moved yet stays where it is. */
    void stop(long move) {
        jdbc.sql("update designer_move set stopped = true where id = ?")
                .params(move)
                .update();
        jdbc.sql("update designer_move_case set state = 'stopped', at = ? where move_id = ? and state = 'waiting'")
                .params(now(), move)
                .update();
    }

    /** Where the parts of a case were before a move took them, each with where it is now as its {@code from}. */
    List<Route> back(long move, UUID caseId) {
        var origins = jdbc.sql("select origins from designer_move_case where move_id = ? and case_id = ?")
                .params(move, caseId)
                .query(String.class)
                .single();
        return read(origins, ROUTES).stream()
                .map(origin -> new Route(origin.instance(), String.valueOf(origin.to()), origin.from()))
                .toList();
    }

    List<CaseId> moved(long move) {
        return jdbc.sql("select case_id from designer_move_case where move_id = ? and state = 'moved'")
                .params(move)
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** Cases of a move that stayed, in the order of their number, a page at a time. */
    List<CaseRow> stayed(long move, String after, int limit) {
        return cases(move, List.of("failed", "stopped"), after, limit);
    }

    /** The same of those that went along. */
    List<CaseRow> gone(long move, String after, int limit) {
        return cases(move, List.of("moved"), after, limit);
    }

    private List<CaseRow> cases(long move, List<String> states, String after, int limit) {
        return jdbc.sql(
                        """
                        select c.case_id, k.number, k.title, c.reason, c.step, c.shifts::text
                          from designer_move_case c join casefile_case k on k.id = c.case_id
                         where c.move_id = ? and c.state = any (?) and k.number > ?
                         order by k.number limit ?""")
                .params(move, states.toArray(String[]::new), after, limit)
                .query((row, number) -> new CaseRow(
                        row.getObject("case_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("reason"),
                        row.getString("step"),
                        read(row.getString("shifts"), SHIFTS).stream()
                                .map(Kept::shift)
                                .toList()))
                .list();
    }

    private static String write(List<?> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> read(String rows, TypeReference<List<T>> type) {
        try {
            return JSON.readValue(rows, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param undoes the move that this one brings back, or none */
    record MoveRow(
            long id,
            String folder,
            @Nullable String deployment,
            @Nullable Long undoes,
            UUID byId,
            String byName,
            Instant at,
            boolean stopped) {}

    record Counts(long waiting, long moved, long failed, long stopped) {

        public long all() {
            return waiting + moved + failed + stopped;
        }
    }

    record Waiting(
            long moveId,
            UUID caseId,
            String folder,
            @Nullable String deployment,
            @Nullable Long undoes,
            UUID byId,
            String byName) {}

    /** @param reason a message key with the step that it names; none for what went along or was stopped */
    record CaseRow(
            UUID caseId,
            String number,
            String title,
            @Nullable String reason,
            @Nullable String step,
            List<Shift> shifts) {}

    /** A shift as it is kept, with moments in words of ISO 8601. */
    private record Kept(String was, String task, @Nullable String before, @Nullable String after) {

        static Kept of(Shift shift) {
            return new Kept(shift.was(), shift.task(), words(shift.before()), words(shift.after()));
        }

        private static @Nullable String words(@Nullable Instant moment) {
            return moment == null ? null : moment.toString();
        }

        Shift shift() {
            return new Shift(was, task, moment(before), moment(after));
        }

        private static @Nullable Instant moment(@Nullable String words) {
            return words == null ? null : Instant.parse(words);
        }
    }
}
