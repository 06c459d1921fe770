package org.samenspraak.wijkbudget;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.voting.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The input of the lot of a round, and who dropped out: {@code wijkbudget_lot}. */
@Repository
class LotRows {

    private final JdbcClient jdbc;

    LotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one already. */
    boolean fix(CaseId round, Seed seed, Input input, LocalDate today) {
        return jdbc.sql(
                                """
                                insert into wijkbudget_lot (round, seed, commitment, criteria, members, reserves, candidates, fixed_on)
                                values (:round, :seed, :commitment, :criteria, :members, :reserves, :candidates, :today)
                                on conflict (round) do nothing
                                """)
                        .param("round", round.value())
                        .param("today", today)
                        .param("seed", seed.text())
                        .param("commitment", seed.commitment())
                        .param("criteria", input.criteria())
                        .param("members", input.members())
                        .param("reserves", input.reserves())
                        .param("candidates", input.candidates())
                        .update()
                == 1;
    }

    /** False when it was drawn before. */
    boolean draw(CaseId round, Instant at, String by) {
        return jdbc.sql("update wijkbudget_lot set drawn_at = ?, drawn_by = ? where round = ? and drawn_at is null")
                        .params(Timestamp.from(at), by, round.value())
                        .update()
                == 1;
    }

    /** Takes one away that was not drawn, and keeps that it was there; false when it was drawn, or there is none. */
    boolean restart(CaseId round, String why, LocalDate today, String by) {
        return jdbc.sql(
                                """
                                with gone as (delete from wijkbudget_lot where round = :round and drawn_at is null
                                    returning commitment, fixed_on)
                                insert into wijkbudget_lot_restart (round, commitment, fixed_on, restarted_on, why, kept_by)
                                select :round, commitment, fixed_on, :today, :why, :by from gone
                                """)
                        .param("round", round.value())
                        .param("today", today)
                        .param("why", why)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** The oldest first. */
    List<Restart> restarts(CaseId round) {
        return jdbc.sql(
                        "select commitment, fixed_on, restarted_on, why from wijkbudget_lot_restart where round = ? order by id")
                .param(round.value())
                .query(Restart.class)
                .list();
    }

    void drop(CaseId round, Dropped gone) {
        jdbc.sql(
                        """
                        insert into wijkbudget_lot_dropped (round, candidate, why, dropped_on, dropped_by)
                        values (:round, :candidate, :why, :on, :by)
                        """)
                .param("round", round.value())
                .param("candidate", gone.candidate())
                .param("why", gone.why())
                .param("on", gone.droppedOn())
                .param("by", gone.droppedBy())
                .update();
    }

    /** In the order in which they dropped out. */
    List<Dropped> dropped(CaseId round) {
        return jdbc.sql(
                        "select candidate, why, dropped_on, dropped_by from wijkbudget_lot_dropped where round = ? order by position")
                .param(round.value())
                .query(Dropped.class)
                .list();
    }

    /** The last number that stands on a letter; 0 before the first. */
    int printed(CaseId round) {
        return jdbc.sql("select coalesce(max(printed), 0) from wijkbudget_lot_letters where round = ?")
                .param(round.value())
                .query(Integer.class)
                .single();
    }

    /** Takes so many numbers more, and gives the last one. */
    int print(CaseId round, int letters) {
        return jdbc.sql(
                        """
                        insert into wijkbudget_lot_letters as l (round, printed) values (:round, :letters)
                        on conflict (round) do update set printed = l.printed + excluded.printed returning printed
                        """)
                .param("round", round.value())
                .param("letters", letters)
                .query(Integer.class)
                .single();
    }

    Optional<Kept> find(CaseId round) {
        return kept("select * from wijkbudget_lot where round = ?", round);
    }

    /** The same, held until the end of the transaction. */
    Optional<Kept> hold(CaseId round) {
        return kept("select * from wijkbudget_lot where round = ? for update", round);
    }

    private Optional<Kept> kept(String query, CaseId round) {
        return jdbc.sql(query)
                .param(round.value())
                .query((row, number) -> {
                    var drawn = row.getTimestamp("drawn_at");
                    return new Kept(
                            row.getString("seed"),
                            row.getString("commitment"),
                            new Input(
                                    row.getString("criteria"),
                                    row.getInt("members"),
                                    row.getInt("reserves"),
                                    row.getString("candidates")),
                            row.getObject("fixed_on", LocalDate.class),
                            drawn == null ? null : drawn.toInstant());
                })
                .optional();
    }

    /** One that was fixed and never drawn. */
    public record Restart(String commitment, LocalDate fixedOn, LocalDate restartedOn, String why) {}

    /** @param why none, nor who and when, where it was not asked yet */
    record Dropped(String candidate, @Nullable String why, @Nullable LocalDate droppedOn, @Nullable String droppedBy) {}

    /** As somebody brought it. */
    record Input(String criteria, int members, int reserves, String candidates) {}

    /**
     * @param fixedOn from that day on everybody reads the commitment
     * @param drawnAt none before the draw; until then nobody sees the seed
     */
    record Kept(String seed, String commitment, Input input, LocalDate fixedOn, @Nullable Instant drawnAt) {}
}
