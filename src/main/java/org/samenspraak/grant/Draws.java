package org.samenspraak.grant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.voting.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which small grants of a year show their proofs. The seed is made when the first grant of the year is paid, and its hash is shown from
 * then on. At the first account of the year the lots of all grants paid so far are put in order, and the lowest are drawn; who is
 * paid later is drawn when their lot is not above theirs.
 */
@Repository
class Draws {

    private static final String PURPOSE = "proofs";
    private static final int SEED_BYTES = 32;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final GrantRules rules;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Draws(JdbcClient jdbc, Cases cases, GrantRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.rules = rules;
        this.clock = clock;
    }

    /** Fixes the seed of a year; once. */
    void commit(int year) {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        var seed = new Seed(HexFormat.of().formatHex(bytes));
        jdbc.sql(
                        """
                        insert into grant_draw (year, seed, commitment, made_at) values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(year, seed.text(), seed.commitment(), OffsetDateTime.now(clock))
                .update();
    }

    /** Whether the lot asks this grant for its proofs; draws for the whole year when nobody did. */
    boolean draws(Grant grant) {
        commit(grant.year());
        var draw = lock(grant.year());
        var seed = new Seed(draw.seed());
        var highest = draw.drawnAt() == null ? draw(grant, seed) : draw.highest();
        return highest != null && lot(seed, cases.get(grant.caseId()).number()).compareTo(highest) <= 0;
    }

    private @Nullable String draw(Grant grant, Seed seed) {
        var lots = small(grant.year(), rules.amount(grant, "grant.declaration-maximum")).stream()
                .map(number -> lot(seed, number))
                .sorted()
                .toList();
        var share = new BigDecimal(rules.get(grant, "grant.sample").value());
        var drawn = share.multiply(BigDecimal.valueOf(lots.size()))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .intValueExact();
        var highest = drawn == 0 ? null : lots.get(drawn - 1);
        jdbc.sql("update grant_draw set drawn_at = ?, listed = ?, drawn = ?, highest = ? where year = ?")
                .params(OffsetDateTime.now(clock), lots.size(), drawn, highest, grant.year())
                .update();
        return highest;
    }

    /** The numbers of the paid grants for which a statement is enough. */
    private List<String> small(int year, Amount most) {
        return jdbc.sql(
                        """
                        select c.number from grant_grant g join casefile_case c on c.id = g.case_id
                         where g.year = ? and g.granted <= ? and g.paid_on is not null and c.number is not null
                        """)
                .params(year, most.cents())
                .query(String.class)
                .list();
    }

    Optional<Draw> find(int year) {
        return jdbc.sql("select * from grant_draw where year = ?")
                .param(year)
                .query(Draw.class)
                .optional();
    }

    /** Of the year that the grants of a round are for; none while none of them was paid. */
    Optional<Draw> ofRound(CaseId round) {
        return jdbc.sql("select * from grant_draw where year = (select max(year) from grant_grant where round = ?)")
                .param(round.value())
                .query(Draw.class)
                .optional();
    }

    private Draw lock(int year) {
        return jdbc.sql("select * from grant_draw where year = ? for update")
                .param(year)
                .query(Draw.class)
                .single();
    }

    static String lot(Seed seed, String number) {
        return seed.lot(PURPOSE, number);
    }

    /**
     * @param seed shown only when it was drawn
     * @param listed how many grants were in it
     */
    record Draw(
            int year,
            String seed,
            String commitment,
            @Nullable OffsetDateTime drawnAt,
            @Nullable Integer listed,
            @Nullable Integer drawn,
            @Nullable String highest) {}
}
