package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.BUDGET;
import static org.samenspraak.ledger.LedgerFixture.IBAN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Batch.LineState;
import org.samenspraak.ledger.Budgets.Allotment;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever happens in whatever order, the books are right after each command. */
class LedgerPropertyIT extends PostgresIT {

    private static final int COMMANDS = 250;
    private static final int CASES = 6;

    @Autowired
    private ApplicationContext context;

    private LedgerFixture office;
    private final List<CaseView> files = new ArrayList<>();
    private final List<UUID> batches = new ArrayList<>();

    @BeforeEach
    void openCases() {
        office = new LedgerFixture(context);
        office.budget(5_000);
        for (int at = 0; at < CASES; at++) {
            var file = office.openCase(office.council("Raad " + at));
            office.account(file, IBAN);
            files.add(file);
        }
        LedgerFixture.nextDay(clock);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2026, 20_261_129})
    void keepTheirInvariants(long seed) {
        var random = new Random(seed);
        var done = new HashMap<Boolean, Integer>();
        for (int at = 0; at < COMMANDS; at++) {
            done.merge(booked(random, at), 1, Integer::sum);
            holdInvariants("seed " + seed + ", command " + at);
        }
        assertThat(done.getOrDefault(true, 0))
                .as("commands that changed something")
                .isGreaterThan(COMMANDS / 3);
    }

    private boolean booked(Random random, int at) {
        try {
            command(random, files.get(random.nextInt(CASES)), at);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void command(Random random, CaseView file, int at) {
        var amount = new Amount(1 + random.nextInt(250_000));
        var grounds = LedgerFixture.grounds(file, "besluit " + at);
        switch (random.nextInt(10)) {
            case 0 -> office.budgets.raise(BUDGET, new Allotment(amount, "GR " + at, "Meer", AN));
            case 1 -> office.budgets.lower(BUDGET, new Allotment(amount, "GR " + at, "Minder", AN));
            case 2 -> office.ledger.reserve(BUDGET, amount, grounds);
            case 3 -> office.ledger.fix(half(office.ledger.of(grounds.claim()), amount), grounds);
            case 4 -> office.ledger.pay("deel " + at, new Amount(1 + amount.cents() / 8), grounds);
            case 5 -> office.ledger.release(grounds);
            case 6 -> office.ledger.reclaim(new Amount(1 + amount.cents() / 16), grounds);
            case 7 -> office.ledger.receive(new Amount(1 + amount.cents() / 32), grounds);
            case 8 -> bank(random);
            default -> office.ledger.pay("rest " + at, grounds);
        }
    }

    private static Amount half(Optional<Held> held, Amount otherwise) {
        return held.map(Held::reserved)
                .filter(reserved -> reserved.cents() > 1)
                .map(reserved -> new Amount(reserved.cents() / 2))
                .orElse(otherwise);
    }

    /** A new batch for all that waits, or an answer to a payment of an earlier one. */
    private void bank(Random random) {
        if (batches.isEmpty() || random.nextBoolean()) {
            batches.add(office.atTheBank());
            return;
        }
        var batch = batches.get(random.nextInt(batches.size()));
        var lines = office.batches.lines(batch);
        var line = lines.get(random.nextInt(lines.size()));
        if (line.state() == LineState.OPEN && random.nextInt(4) > 0) {
            office.settlements.paid(batch, line.id(), BART);
        } else {
            office.settlements.returned(batch, line.id(), "rekening opgeheven", BART);
        }
    }

    private void holdInvariants(String when) {
        var budget = office.budget();
        assertThat(replayed()).as(when).isEqualTo(kept(budget));
        assertThat(jdbc.sql("select coalesce(sum(case when kind = 'RAISE' then cents else -cents end), 0)"
                                + " from ledger_movement where kind in ('RAISE', 'LOWER')")
                        .query(Long.class)
                        .single())
                .as(when)
                .isEqualTo(budget.total().cents());
        for (var file : files) {
            // an amount below nothing can't be made
            office.ledger.of(Claim.of(file.id()));
        }
        assertThat(jdbc.sql("select count(*) from (select payment_id from ledger_batch_line"
                                + " where state in ('OPEN', 'PAID') group by payment_id having count(*) > 1) twice")
                        .query(Integer.class)
                        .single())
                .as(when)
                .isZero();
        assertThat(jdbc.sql("select coalesce(sum(cents), 0) from ledger_payment where state = 'PAID'")
                        .query(Long.class)
                        .single())
                .as(when)
                .isEqualTo(jdbc.sql("select coalesce(sum(case kind when 'PAY' then cents else -cents end), 0)"
                                + " from ledger_movement where kind in ('PAY', 'RETURN')")
                        .query(Long.class)
                        .single());
    }

    /** Every line once more, both sides of it: together nothing. */
    private Map<Account, Long> replayed() {
        var balances = new EnumMap<Account, Long>(Account.class);
        for (var line : new MovementHistory(jdbc)
                .before(new MovementFilter(null, null, null, "", ""), Long.MAX_VALUE, 10_000)) {
            balances.merge(line.from(), -line.amount().cents(), Long::sum);
            balances.merge(line.to(), line.amount().cents(), Long::sum);
        }
        assertThat(balances.values().stream().mapToLong(it -> it).sum()).isZero();
        balances.remove(Account.ALLOTTED);
        balances.values().removeIf(cents -> cents == 0);
        return balances;
    }

    private static Map<Account, Long> kept(Budget budget) {
        var balances = new EnumMap<Account, Long>(Map.of(
                Account.AVAILABLE,
                budget.available().cents(),
                Account.RESERVED,
                budget.reserved().cents(),
                Account.COMMITTED,
                budget.committed().cents(),
                Account.PAID,
                budget.paid().cents(),
                Account.OWED,
                budget.owed().cents()));
        balances.values().removeIf(cents -> cents == 0);
        return balances;
    }
}
