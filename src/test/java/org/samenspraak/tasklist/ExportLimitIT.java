package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Browser;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Downloads over real connections whose readers stop reading. */
class ExportLimitIT extends PostgresIT {

    /** Less than the server waits for a reader that takes nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String PASSWORD = "een lang wachtwoord voor de proef";
    private static final String FILE = "/zaken/uitvoer.csv";

    private final List<Socket> readers = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Areas areas;

    @Autowired
    private HikariDataSource database;

    private Browser browser = new Browser(0);
    private Browser colleague = new Browser(0);

    @BeforeEach
    void fillMoreThanAConnectionHolds() {
        var area = areas.add("Runkst", null, Actor.SYSTEM);
        jdbc.sql(
                        """
                insert into casefile_case (id, number, code, year, trajectory, title, area_id, regulation_name,
                        regulation_version, received, on_paper, opened_at, words)
                    select gen_random_uuid(), '2026-REC-' || lpad(i::text, 6, '0'), 'REC', 2026, 'recognition', repeat('lang ', 400),
                        ?, 'hasselt', 1, '2026-01-01', false, now(), array_to_tsvector(array['zaak' || i])
                    from generate_series(1, 20000) i""")
                .param(area.value())
                .update();
        for (var name : List.of("legal", "colleague", "third")) {
            people.add(
                    new NewPerson(name, name, name + "@hasselt.example", "", PASSWORD, Set.of(GroupId.parse("legal"))),
                    Actor.SYSTEM);
        }
        browser = new Browser(port);
        browser.signIn("legal", PASSWORD);
        colleague = new Browser(port);
        colleague.signIn("colleague", PASSWORD);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var reader : readers) {
            reader.close();
        }
        await().atMost(PATIENCE).until(() -> database.getHikariPoolMXBean().getActiveConnections() == 0);
    }

    @Test
    void theFifthIsToldSoUntilAReaderIsGone() throws Exception {
        for (var reader : List.of(browser, browser, colleague, colleague)) {
            readers.add(startReading(reader));
        }

        var other = new Browser(port);
        other.signIn("third", PASSWORD);
        var fifth = other.get(FILE);
        assertThat(fifth.statusCode()).isEqualTo(422);
        assertThat(fifth.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(fifth.body()).contains("Er worden al veel bestanden gemaakt. Probeer het over een minuut opnieuw.");
        assertThat(exported()).isEqualTo(4);
        // who doesn't read keeps no connection to the database
        await().atMost(PATIENCE).until(() -> database.getHikariPoolMXBean().getActiveConnections() == 0);

        readers.get(0).setSoLinger(true, 0);
        readers.get(0).close();
        await().atMost(PATIENCE).until(() -> browser.get(FILE + "?q=niemand").statusCode() == 200);
        assertThat(exported()).isEqualTo(5);
    }

    @Test
    void onePersonCannotTakeAllPlaces() throws Exception {
        readers.add(startReading(browser));
        readers.add(startReading(browser));

        var third = browser.get(FILE);
        assertThat(third.statusCode()).isEqualTo(422);
        assertThat(third.body()).contains("U laat al twee bestanden maken.");
        assertThat(colleague.get(FILE + "?q=niemand").statusCode()).isEqualTo(200);
    }

    /** Until the first lines are there; the rest waits in the server. */
    private Socket startReading(Browser browser) throws IOException {
        var reader = new Socket();
        reader.setReceiveBufferSize(4096);
        reader.connect(new InetSocketAddress("localhost", port));
        reader.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: samenspraak=%s\r\n\r\n"
                        .formatted(FILE, port, browser.cookie("samenspraak"))
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(reader.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return reader;
    }

    private int exported() {
        return jdbc.sql("select count(*) from identity_audit where what = 'list-exported'")
                .query(Integer.class)
                .single();
    }
}
