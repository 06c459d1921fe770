package org.samenspraak.wijkbudget;

import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.VoteRows.Vote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes ballots and used tickets anew, each in an order of chance and all in one transaction. A database notes of each row by which
 * transaction it came and where it lies; a ballot and the ticket of its voter come by the same one.
 */
@Component
class ShuffledBallots {

    private final VoteRows votes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShuffledBallots(VoteRows votes, JdbcClient jdbc, TransactionTemplate transaction) {
        this.votes = votes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Of every choice that runs, when ballots came in. */
    @Scheduled(fixedDelayString = "PT20S")
    public void shuffleAll() {
        for (var round : votes.open().stream().map(Vote::round).toList()) {
            if (isToShuffle(round)) {
                transaction.executeWithoutResult(status -> {
                    votes.hold(round);
                    shuffle(round);
                });
            }
        }
    }

    private boolean isToShuffle(CaseId round) {
        return jdbc.sql(
                        "select count(*) > 1 from (select distinct xmin::text from wijkbudget_ballot where round = ?) x")
                .param(round.value())
                .query(Boolean.class)
                .single();
    }

    /** In the running transaction, which holds the choice. */
    void shuffle(CaseId round) {
        rewrite(round, "wijkbudget_ballot", "id, round, area_id, channel, choices, receipt");
        rewrite(round, "wijkbudget_spent", "ticket, round");
    }

    private void rewrite(CaseId round, String table, String columns) {
        jdbc.sql("create temporary table shuffled on commit drop as select %s from %s where round = ?"
                        .formatted(columns, table))
                .param(round.value())
                .update();
        jdbc.sql("delete from " + table + " where round = ?")
                .param(round.value())
                .update();
        jdbc.sql("insert into %s (%s) select %s from shuffled order by gen_random_uuid()"
                        .formatted(table, columns, columns))
                .update();
        jdbc.sql("drop table shuffled").update();
    }
}
