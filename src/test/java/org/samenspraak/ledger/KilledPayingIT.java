package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.euros;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.embedded.ChildJvm;
import org.samenspraak.ledger.Batch.LineState;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** The office is killed in the middle of a payment, at a place where the database holds it up: what it repeats is paid once. */
@Tag("full")
class KilledPayingIT extends PostgresIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PLACE = 4711;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Environment environment;

    private LedgerFixture office;

    @BeforeEach
    void threeToPay() {
        office = new LedgerFixture(context);
        office.budget(10_000);
        for (var council : List.of("Wijkraad Runkst", "Wijkraad Kuringen", "Wijkraad Kermt")) {
            office.account(office.toPay(council, 1_000), IBAN);
        }
        LedgerFixture.nextDay(clock);
    }

    @AfterEach
    void letPass() {
        jdbc.sql("drop function if exists ledger_hold() cascade").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger_batch_line | tg_op = 'INSERT' and new.position = 2",
                "ledger_batch | tg_op = 'UPDATE'",
                "ledger_movement | new.kind = 'PAY' and exists (select from ledger_movement where kind = 'PAY')"
            })
    void paysEachOnceAfterItWasKilled(String table, String place) throws Exception {
        holdUp(table, place);
        try (var held = DriverManager.getConnection(url())) {
            held.createStatement().execute("select pg_advisory_lock(" + PLACE + ")");
            try (var killed = child()) {
                killed.awaitRunning();
                await().atMost(PATIENCE)
                        .until(() -> count("pg_locks where locktype = 'advisory' and not granted") == 1);
                killed.kill();
            }
        }
        await().atMost(PATIENCE).until(() -> count("pg_locks where locktype = 'advisory'") == 0);
        letPass();

        try (var again = child()) {
            again.awaitRunning();
            assertThat(again.awaitRunning()).isEqualTo("paid");
        }

        assertThat(count("ledger_movement where kind = 'PAY'")).isEqualTo(3);
        assertThat(office.budget()).returns(euros(3_000), Budget::paid).returns(euros(0), Budget::committed);
        assertThat(office.batches.all(null, 10)).hasSize(1);
        var batch = office.batches.all(null, 1).get(0).id();
        assertThat(office.batches.lines(batch)).hasSize(3).allMatch(line -> line.state() == LineState.PAID);
        var file = new String(office.batches.take(batch, "Opnieuw", LedgerFixture.BART), StandardCharsets.UTF_8);
        assertThat(office.batches.lines(batch))
                .allSatisfy(line -> assertThat(file).containsOnlyOnce("<EndToEndId>" + line.endToEnd() + "<"));
    }

    private void holdUp(String table, String place) {
        jdbc.sql(
                        """
                        create or replace function ledger_hold() returns trigger language plpgsql as $$
                        begin if %s then perform pg_advisory_xact_lock(%d); end if; return new; end $$"""
                                .formatted(place, PLACE))
                .update();
        jdbc.sql("create trigger held before insert or update on " + table
                        + " for each row execute function ledger_hold()")
                .update();
    }

    private ChildJvm child() throws IOException {
        return ChildJvm.start(
                List.of(
                        "-Duser.timezone=UTC",
                        "-Xmx512m",
                        "-cp",
                        ChildJvm.classpath(),
                        PayingOffice.class.getName(),
                        "--server.port=0",
                        "--samenspraak.scheduled=false",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--samenspraak.ledger.iban=BE71 0961 2345 6769",
                        "--samenspraak.ledger.bic=GKCCBEBB"),
                Path.of("target/data"),
                Map.of("SPRING_DATASOURCE_URL", url(), "LOGGING_LEVEL_ROOT", "warn"));
    }

    private String url() {
        return environment.getRequiredProperty("spring.datasource.url");
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
