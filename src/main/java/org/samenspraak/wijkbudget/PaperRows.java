package org.samenspraak.wijkbudget;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards, piles of sheets and what people read on them. */
@Repository
class PaperRows {

    private static final String BATCH =
            """
            select b.id, b.round, b.area_id area, a.name, b.number, b.sheets, b.first_by, b.second_by, b.third_by, b.done
              from wijkbudget_batch b join identity_area a on a.id = b.area_id where not b.removed""";

    private static final List<String> ENTERED_BY = List.of("first_by", "second_by", "third_by");

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives those of these numbers that were free. */
    List<Integer> issue(Issue issue, List<Integer> numbers, byte @Nullable [] hash) {
        return jdbc.sql(
                        """
                        insert into wijkbudget_card (round, number, area_id, address_hash, issue, given_on, given_at)
                        select :round, n, :area, :hash, :issue, :on, :at from unnest(:numbers::integer[]) n
                        on conflict (round, number) do nothing returning number
                        """)
                .param("round", issue.round().value())
                .param("area", issue.area())
                .param("hash", hash, Types.BINARY)
                .param("issue", issue.id())
                .param("on", issue.on())
                .param("at", Timestamp.from(issue.at()))
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(Integer.class)
                .list();
    }

    /** Whether somebody with this address has a card that was not refused. */
    boolean has(CaseId round, byte[] hash) {
        return jdbc.sql(
                        "select exists (select from wijkbudget_card where round = ? and address_hash = ? and state <> 'REFUSED')")
                .params(round.value(), hash)
                .query(Boolean.class)
                .single();
    }

    /** Those that were given together, the newest first. */
    List<Given> given(CaseId round, int limit) {
        return jdbc.sql(
                        """
                        select c.issue, c.given_on "on", c.given_at at, a.name area, count(*) many, min(c.number) first
                          from wijkbudget_card c join identity_area a on a.id = c.area_id
                         where c.round = ? and c.issue is not null group by c.issue, c.given_on, c.given_at, a.name
                         order by c.given_on desc, c.given_at desc nulls last, c.issue limit ?
                        """)
                .params(round.value(), limit)
                .query(Given.class)
                .list();
    }

    /** Cards that were given together, by number; empty for none. */
    List<Printed> cards(CaseId round, UUID issue) {
        return jdbc.sql(
                        """
                        select c.number, a.name area from wijkbudget_card c join identity_area a on a.id = c.area_id
                         where c.round = ? and c.issue = ? order by c.number
                        """)
                .params(round.value(), issue)
                .query(Printed.class)
                .list();
    }

    /** Held until the end of the transaction. */
    Optional<Card> hold(CaseId round, int number) {
        return jdbc.sql(
                        """
                        select number, area_id area, address_hash hash, state, reason from wijkbudget_card
                         where round = ? and number = ? for update
                        """)
                .params(round.value(), number)
                .query(Card.class)
                .optional();
    }

    void stand(CaseId round, int number, String state, @Nullable String reason) {
        jdbc.sql(
                        "update wijkbudget_card set state = :state, reason = :reason where round = :round and number = :number")
                .param("state", state)
                .param("reason", reason)
                .param("round", round.value())
                .param("number", number)
                .update();
    }

    /** Of each area: cards and sheets. */
    List<Pile> piles(CaseId round) {
        return jdbc.sql(
                        """
                        select a.id area, a.name,
                               (select count(*) from wijkbudget_card c where c.round = s.round and c.area_id = a.id) given,
                               (select count(*) from wijkbudget_card c where c.round = s.round and c.area_id = a.id
                                  and c.state = 'IN') came,
                               (select count(*) from wijkbudget_card c where c.round = s.round and c.area_id = a.id
                                  and c.state = 'REFUSED') refused,
                               (select coalesce(sum(b.sheets), 0) from wijkbudget_batch b where b.round = s.round
                                  and b.area_id = a.id and not b.removed) sheets
                          from wijkbudget_area s join identity_area a on a.id = s.area_id
                         where s.round = ? and s.takes_part order by s.position
                        """)
                .param(round.value())
                .query(Pile.class)
                .list();
    }

    /** Good cards of an area whose sheets lie in no pile yet. */
    long free(CaseId round, UUID area) {
        return piles(round).stream()
                .filter(one -> one.area().equals(area))
                .mapToLong(Pile::left)
                .sum();
    }

    UUID begin(CaseId round, AreaId area, int sheets) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into wijkbudget_batch (id, round, area_id, number, sheets)
                        select :id, :round, :area, coalesce(max(number), 0) + 1, :sheets from wijkbudget_batch where round = :round
                        """)
                .param("id", id)
                .param("round", round.value())
                .param("area", area.value())
                .param("sheets", sheets)
                .update();
        return id;
    }

    List<Batch> batches(CaseId round) {
        return jdbc.sql(BATCH + " and b.round = ? order by b.number")
                .param(round.value())
                .query(Batch.class)
                .list();
    }

    /** Held until the end of the transaction. */
    Optional<Batch> hold(UUID batch) {
        return jdbc.sql(BATCH + " and b.id = ? for update of b")
                .param(batch)
                .query(Batch.class)
                .optional();
    }

    void entered(UUID batch, int entry, UUID by) {
        jdbc.sql("update wijkbudget_batch set " + ENTERED_BY.get(entry - 1) + " = ? where id = ?")
                .params(by, batch)
                .update();
    }

    void done(UUID batch) {
        jdbc.sql("update wijkbudget_batch set done = true where id = ?")
                .param(batch)
                .update();
    }

    /** All that was entered of it goes; its number is given to no other. */
    void remove(UUID batch) {
        jdbc.sql("delete from wijkbudget_sheet where batch = ?").param(batch).update();
        jdbc.sql("update wijkbudget_batch set removed = true where id = ?")
                .param(batch)
                .update();
    }

    /** @param why a third person reads what neither of two did */
    void keep(UUID batch, int entry, int position, String line, @Nullable String why) {
        jdbc.sql("insert into wijkbudget_sheet (batch, entry, position, line, why) values (?, ?, ?, ?, ?)")
                .params(batch, entry, position, line, why)
                .update();
    }

    /** Each sheet as two people read it, and as a third one decided. */
    List<Sheet> sheets(UUID batch) {
        return jdbc.sql(
                        """
                        select position, max(line) filter (where entry = 1) as first, max(line) filter (where entry = 2) as second,
                               max(line) filter (where entry = 3) as third, max(why) as why
                          from wijkbudget_sheet where batch = ? group by position order by position
                        """)
                .param(batch)
                .query(Sheet.class)
                .list();
    }

    /** @param on the day on which the cards were given */
    record Issue(UUID id, CaseId round, UUID area, LocalDate on, Instant at) {}

    /**
     * @param at none for those of before it was kept
     * @param first the lowest number
     */
    record Given(UUID issue, LocalDate on, @Nullable Instant at, String area, long many, int first) {

        public String card() {
            return PaperCards.shown(first);
        }
    }

    record Printed(int number, String area) {

        /** As it stands on the card: "123 456 789". */
        public String shown() {
            return PaperCards.shown(number);
        }
    }

    /** @param state OUT, IN or REFUSED */
    // a hash that was kept, handed on once
    @SuppressWarnings("ArrayRecordComponent")
    record Card(int number, UUID area, byte @Nullable [] hash, String state, @Nullable String reason) {}

    /** @param came cards that came back and were good */
    record Pile(UUID area, String name, long given, long came, long refused, long sheets) {

        /** Good cards whose sheets lie in no pile. */
        public long left() {
            return came - sheets;
        }
    }

    /**
     * @param thirdBy who decided where the first two read something else
     * @param done its ballots are in the box
     */
    record Batch(
            UUID id,
            UUID round,
            UUID area,
            String name,
            int number,
            int sheets,
            @Nullable UUID firstBy,
            @Nullable UUID secondBy,
            @Nullable UUID thirdBy,
            boolean done) {

        boolean enteredBy(UUID person) {
            return person.equals(firstBy) || person.equals(secondBy);
        }
    }

    /** @param why the third read what neither of two did */
    record Sheet(
            int position,
            @Nullable String first,
            @Nullable String second,
            @Nullable String third,
            @Nullable String why) {

        public boolean differs() {
            return first != null && second != null && !first.equals(second);
        }

        /** As it counts. */
        String line() {
            return third == null ? String.valueOf(first) : third;
        }
    }
}
