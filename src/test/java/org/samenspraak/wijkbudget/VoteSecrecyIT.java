package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Tries to find out of everything that the database holds, its own notes of rows too, who cast which ballot. */
class VoteSecrecyIT extends VoteScenario {

    private static final int MANY = 25;

    private final List<String> cast = new ArrayList<>();

    @BeforeEach
    void manyVoted() throws Exception {
        toChoice();
        for (var at = 0; at < MANY; at++) {
            cast.add(new ReceiptCode(vote("kiezer" + at + "@wijk.example", poort, 1 + at % 3)).mark());
        }
        shuffle.shuffleAll();
    }

    @Test
    void noValueOfABallotStandsAnywhereElse() {
        var ballots = values(jdbc.sql("select id::text id, encode(receipt, 'hex') receipt from wijkbudget_ballot"));
        assertThat(ballots).hasSize(2 * MANY);
        var tickets = values(jdbc.sql("select encode(ticket, 'hex') from wijkbudget_spent"));

        for (var table : tables()) {
            var dump = String.join(
                    "\n",
                    jdbc.sql("select to_jsonb(t)::text from \"%s\" t".formatted(table))
                            .query(String.class)
                            .list());
            if (!table.equals("wijkbudget_ballot")) {
                assertThat(ballots).as(table).noneMatch(dump::contains);
            }
            if (!table.equals("wijkbudget_spent")) {
                assertThat(tickets).as(table).noneMatch(dump::contains);
            }
        }
    }

    @Test
    void neitherTransactionNorPlaceTiesABallotToATicketOrAVoter() {
        assertThat(values(jdbc.sql("select distinct xmin::text from wijkbudget_ballot")))
                .hasSize(1);
        assertThat(values(jdbc.sql("select distinct xmin::text from wijkbudget_spent")))
                .hasSize(1);
        assertThat(jdbc.sql("select encode(receipt, 'hex') from wijkbudget_ballot order by ctid")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(cast)
                .isNotEqualTo(cast);
        assertThat(types("wijkbudget_ballot")).doesNotContain("timestamp with time zone", "bigint");
        assertThat(types("wijkbudget_spent")).containsOnly("bytea", "uuid");
    }

    @Test
    void theLastBallotsAreMixedWithAllOthersAtTheClose() throws Exception {
        cast.add(new ReceiptCode(vote("laat@wijk.example", poort, 1)).mark());
        cast.add(new ReceiptCode(vote("later@wijk.example", poort, 2)).mark());

        pastChoice();

        for (var table : List.of("wijkbudget_ballot", "wijkbudget_spent")) {
            assertThat(values(jdbc.sql("select distinct xmin::text from " + table + " where round = ?")
                            .param(round.value())))
                    .as(table)
                    .hasSize(1);
        }
        assertThat(ballots.receipts(round)).containsExactlyInAnyOrderElementsOf(cast);
    }

    @Test
    void noHashOfWhatIsKnownOfAVoterGivesATicketOrABallot() throws Exception {
        var known = new HashSet<String>();
        jdbc.sql("select id::text, address, encode(address_hash, 'hex') hash from wijkbudget_voter")
                .query()
                .listOfRows()
                .forEach(row -> row.values().forEach(value -> known.add(String.valueOf(value))));
        var guesses = new HashSet<String>();
        for (var text : known) {
            guesses.addAll(hashes(text));
            guesses.addAll(hashes("ballot\n" + text));
            guesses.addAll(hashes(round + text));
        }
        var kept = new HashSet<>(values(jdbc.sql("select encode(ticket, 'hex') from wijkbudget_spent")));
        kept.addAll(values(jdbc.sql("select encode(receipt, 'hex') from wijkbudget_ballot")));

        assertThat(kept).hasSize(2 * MANY).doesNotContainAnyElementsOf(guesses);
    }

    @Test
    void whatIsPublishedSaysNothingOfOrderOrPerson() throws Exception {
        pastChoice();
        counting.count(round, CLERK);

        var list = page("/stemmen/" + number + "/biljetten.txt").lines().toList();
        assertThat(list).isSorted().containsExactlyInAnyOrderElementsOf(cast);
        var file = new String(counts.files(round).get(0).file(), StandardCharsets.UTF_8);
        var votes = file.substring(file.indexOf("VOTES")).lines().skip(2).toList();
        assertThat(votes)
                .isEqualTo(IntStream.range(0, MANY)
                        .mapToObj(at -> (at + 1) + ";" + choice(at))
                        .toList());
        assertThat(cast).noneMatch(file::contains);
    }

    /** By what is on them: of 25 nine chose 1, eight chose 2, eight chose 3. */
    private static int choice(int place) {
        return place < 9 ? 1 : place < 17 ? 2 : 3;
    }

    private Set<String> types(String table) {
        return new HashSet<>(jdbc.sql("select data_type from information_schema.columns where table_name = ?")
                .param(table)
                .query(String.class)
                .list());
    }

    private List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
    }

    private static List<String> values(StatementSpec query) {
        return query.query().listOfRows().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(String::valueOf)
                .toList();
    }

    private static List<String> hashes(String text) throws GeneralSecurityException {
        var all = new ArrayList<String>();
        for (var algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            all.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8))));
        }
        return all;
    }
}
