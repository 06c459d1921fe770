package org.samenspraak.wijkbudget;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ballots, and the tickets that were used: nothing in one says which of the other belongs to it. */
@Repository
class BallotRows {

    /** Ballots of an area from which on each of them may be published. */
    static final int LEAST = 5;

    private final JdbcClient jdbc;

    BallotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was used before. */
    boolean spend(CaseId round, byte[] ticket) {
        return jdbc.sql("insert into wijkbudget_spent (ticket, round) values (?, ?) on conflict do nothing")
                        .params(ticket, round.value())
                        .update()
                == 1;
    }

    /** Takes back that it was used, by a card that came by a slip. */
    void giveBack(byte[] ticket) {
        jdbc.sql("delete from wijkbudget_spent where ticket = ?").param(ticket).update();
    }

    boolean isSpent(byte[] ticket) {
        return jdbc.sql("select exists (select from wijkbudget_spent where ticket = ?)")
                .param(ticket)
                .query(Boolean.class)
                .single();
    }

    /** Under an id by chance. */
    void add(CaseId round, AreaId area, String channel, Collection<Integer> choices, byte @Nullable [] receipt) {
        jdbc.sql(
                        """
                        insert into wijkbudget_ballot (id, round, area_id, channel, choices, receipt)
                        values (:id, :round, :area, :channel, :choices, :receipt)
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round.value())
                .param("area", area.value())
                .param("channel", channel)
                .param("choices", choices.stream().sorted().toArray(Integer[]::new))
                .param("receipt", receipt)
                .update();
    }

    boolean has(CaseId round, byte[] receipt) {
        return jdbc.sql("select exists (select from wijkbudget_ballot where round = ? and receipt = ?)")
                .params(round.value(), receipt)
                .query(Boolean.class)
                .single();
    }

    /** What stands on the ballots of an area. */
    List<List<Integer>> of(CaseId round, AreaId area) {
        return jdbc.sql("select choices from wijkbudget_ballot where round = ? and area_id = ?")
                .params(round.value(), area.value())
                .query((row, number) -> numbers(row.getArray("choices")))
                .list();
    }

    /**
     * The hashes of receipts, in an order that says nothing; none of an area where few voted online, or few on paper: their number would
     * tell how few.
     */
    List<String> receipts(CaseId round) {
        return jdbc.sql(
                        """
                        select encode(receipt, 'hex') from wijkbudget_ballot where round = :round and receipt is not null and area_id in
                               (select area_id from wijkbudget_ballot where round = :round group by area_id
                                 having count(receipt) >= :least and count(*) - count(receipt) not between 1 and :least - 1)
                         order by receipt
                        """)
                .param("round", round.value())
                .param("least", LEAST)
                .query(String.class)
                .list();
    }

    List<Turnout> turnout(CaseId round) {
        return jdbc.sql(
                        """
                        select a.id area, a.name, count(b.id) filter (where b.channel = 'ONLINE') online,
                               count(b.id) filter (where b.channel = 'PAPER') paper,
                               (select count(*) from wijkbudget_batch h cross join lateral (
                                  select coalesce(max(line) filter (where entry = 3), max(line)) line from wijkbudget_sheet
                                   where batch = h.id group by position) r
                                 where h.round = s.round and h.area_id = s.area_id and h.done and r.line = any(:rejects)) rejected,
                               (select count(*) from wijkbudget_card c where c.round = s.round and c.area_id = s.area_id
                                  and c.state = 'REFUSED') refused
                          from wijkbudget_area s join identity_area a on a.id = s.area_id
                          left join wijkbudget_ballot b on b.round = s.round and b.area_id = s.area_id
                         where s.round = :round and s.takes_part
                         group by a.id, a.name, s.round, s.area_id, s.position order by s.position
                        """)
                .param("round", round.value())
                .param(
                        "rejects",
                        Arrays.stream(PaperLine.Reject.values())
                                .map(PaperLine.Reject::letter)
                                .toArray(String[]::new))
                .query(Turnout.class)
                .list();
    }

    static boolean isSmall(long ballots) {
        return ballots > 0 && ballots < LEAST;
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return new ArrayList<>(Arrays.asList((Integer[]) array.getArray()));
    }

    /**
     * @param rejected sheets of paper that do not count
     * @param refused cards that came back and stayed closed with their sheet
     */
    record Turnout(UUID area, String name, long online, long paper, long rejected, long refused) {

        /** Whether so few voted that each ballot would point at people: who knows them would know what they chose. */
        public boolean isSmall() {
            return BallotRows.isSmall(online + paper);
        }
    }
}
