package org.samenspraak.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.samenspraak.testing.TestDatabase;

/** An office that dies while somebody applies, and the one that is started after it. */
@Tag("full")
class KilledOfficeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COUNCIL = "Wijkraad Runkst";

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void mailsAfterwardsWhatWasSentInBefore() throws Exception {
        var url = TestDatabase.another("killed_before_the_mail");
        var data = OfficeData.of(url);
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var office = ChildJvm.office(url, deaf.getLocalPort())) {
            var pages = office.awaitRunning();
            assertThat(new Visitor(pages).apply(COUNCIL, data.area()).location())
                    .contains("/ontvangen");
            try (var handingOver = deaf.accept()) {
                office.kill();
                assertThat(handingOver.getInputStream().read()).isEqualTo(-1);
            }
        }
        assertThat(data.texts("select state from correspondence_message")).containsOnly("WAITING");

        try (var office = ChildJvm.office(url, MAIL.getSmtp().getPort())) {
            office.awaitRunning();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(data.texts("select distinct state from correspondence_message"))
                            .containsExactly("SENT"));
        }
        assertThat(MAIL.getReceivedMessagesForDomain("secretaris@raad.example")).hasSize(1);
        assertThat(data.texts("select kind from casefile_event")).containsOnlyOnce("form.sent");
    }

    @Test
    void knowsNothingOfAFormThatWasCutOffAndTakesItOnceAfterwards() throws Exception {
        var url = TestDatabase.another("killed_in_between");
        var data = OfficeData.of(url);
        try (var office = ChildJvm.office(url, MAIL.getSmtp().getPort());
                var holdUp = DriverManager.getConnection(url)) {
            var resident = new Visitor(office.awaitRunning());
            var area = data.area();
            holdUp.setAutoCommit(false);
            holdUp.createStatement().execute("lock table correspondence_message in exclusive mode");
            var answer = CompletableFuture.runAsync(() ->
                    assertThatThrownBy(() -> resident.apply(COUNCIL, area)).isInstanceOf(IOException.class));
            await().atMost(PATIENCE)
                    .until(() -> data.count("pg_locks where not granted and mode = 'RowExclusiveLock'") == 1);
            office.kill();
            answer.join();
        }
        await().atMost(PATIENCE).until(() -> data.count("pg_stat_activity where datname = current_database()") == 1);
        assertThat(data.count("casefile_case")).isZero();
        assertThat(data.count("forms_submission")).isZero();
        assertThat(data.count("act_ru_execution")).isZero();

        try (var office = ChildJvm.office(url, MAIL.getSmtp().getPort())) {
            var resident = new Visitor(office.awaitRunning());
            var area = data.texts("select id from identity_area").get(0);
            var form = resident.open(Visitor.APPLICATION);
            var receipt = resident.send(COUNCIL, area, form).location();
            assertThat(receipt).contains("/ontvangen");
            assertThat(resident.send(COUNCIL, area, form).location()).isEqualTo(receipt);
        }
        assertThat(data.count("casefile_case")).isEqualTo(1);
        assertThat(data.count("forms_submission")).isEqualTo(1);
    }
}
