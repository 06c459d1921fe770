package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxIT extends PostgresIT {

    private static final String AN = "an@raad.example";

    @Autowired
    private Outbox outbox;

    @Autowired
    private Messages messages;

    @Autowired
    private Readiness readiness;

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private Pace pace;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JavaMailSender server;

    private boolean gone;

    @AfterEach
    void mailServerIsBack() {
        if (gone) {
            mail.comeBack();
        }
    }

    @Test
    void sendsWhatWasQueuedOnce() throws Exception {
        var id = outbox.queue(to(AN, "Vraag aan uw raad"));

        assertThat(outbox.sendDue()).isEqualTo(1);
        assertThat(outbox.sendDue()).isZero();

        var sent = mail.receivedBy(AN);
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).getSubject()).isEqualTo("Vraag aan uw raad");
        assertThat(sent.get(0).getFrom()[0].toString()).contains("Stad Hasselt").contains("participatie@");
        assertThat(outbox.sheet(id).row().state()).isEqualTo(State.SENT);
    }

    @Test
    void queuesWithTheFactOrNotAtAll() {
        transaction.executeWithoutResult(status -> {
            outbox.queue(to(AN, "Nooit gebeurd"));
            status.setRollbackOnly();
        });

        assertThat(outbox.sendDue()).isZero();
        assertThat(mail.received()).isEmpty();
    }

    @Test
    void takesOneKeyOnce() {
        var first = outbox.queue(keyed("reminder:1"));
        var second = outbox.queue(keyed("reminder:1"));

        assertThat(second).isEqualTo(first);
        assertThat(outbox.sendDue()).isEqualTo(1);
    }

    @Test
    void sendsEverythingOnceWhenTheServerWasGoneForADay() {
        mail.goAway();
        gone = true;
        IntStream.range(0, 20).forEach(n -> outbox.queue(to("lid" + n + "@raad.example", "Vraag " + n)));
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            assertThat(outbox.sendDue()).isZero();
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(outbox.page(State.WAITING, null, 50)).hasSize(20).allMatch(row -> "server".equals(row.problem()));

        mail.comeBack();
        gone = false;
        clock.advance(Duration.ofHours(6));

        assertThat(outbox.sendDue()).isEqualTo(20);
        assertThat(mail.received()).hasSize(20);
        assertThat(outbox.page(State.WAITING, null, 50)).isEmpty();
    }

    @Test
    void givesUpAfterDaysAndSaysWhy() {
        mail.goAway();
        gone = true;
        var id = outbox.queue(to(AN, "Vraag"));
        for (int hours = 0; hours <= 6 * 24; hours += 3) {
            outbox.sendDue();
            clock.advance(Duration.ofHours(3));
        }

        var row = outbox.sheet(id).row();
        assertThat(row.state()).isEqualTo(State.FAILED);
        assertThat(row.problem()).isEqualTo("server");
        assertThat(row.tries()).isBetween(10, 40);
    }

    @Test
    void sendsAgainWithTheSameIdAfterACrashBetweenServerAndDatabase() throws Exception {
        outbox.queue(to(AN, "Vraag"));
        var crashing =
                new Postman(messages, readiness, envelopes, pace, transaction, only(new CrashingAfterSend(mailPort())));

        assertThatThrownBy(crashing::sendDue).isInstanceOf(IllegalStateException.class);
        outbox.sendDue();

        var both = mail.receivedBy(AN);
        assertThat(both).hasSize(2);
        assertThat(both.get(0).getMessageID()).isEqualTo(both.get(1).getMessageID());
    }

    @Test
    void sendsEachMailOnceWithTwoSendersAtOnce() throws Exception {
        IntStream.range(0, 40).forEach(n -> outbox.queue(to("lid" + n + "@raad.example", "Vraag " + n)));
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> node = outbox::sendDue;
            var sent = 0;
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                sent += done.get();
            }
            assertThat(sent).isEqualTo(40);
        } finally {
            nodes.shutdown();
        }
        assertThat(mail.received()).hasSize(40);
    }

    @Test
    void keepsAMailWithABadAddressAsFailed() {
        var id = outbox.queue(to("an@raad.example\nBcc: spion@example.org", "Vraag"));

        assertThat(outbox.sendDue()).isZero();
        assertThat(outbox.sheet(id).row().state()).isEqualTo(State.FAILED);
        assertThat(outbox.sheet(id).row().problem()).isEqualTo("address");
    }

    @Test
    void waitsWithoutAServer() {
        outbox.queue(to(AN, "Vraag"));

        assertThat(new Postman(messages, readiness, envelopes, pace, transaction, only(null)).sendDue())
                .isZero();
        assertThat(outbox.page(State.WAITING, null, 10)).hasSize(1);
    }

    @Test
    void withdrawsWhatWaitsAndResendsWhatWent() throws Exception {
        var waiting = outbox.queue(to(AN, "Toch niet"));
        outbox.withdraw(waiting, Actor.SYSTEM);
        var sent = outbox.queue(to(AN, "Nog eens"));
        outbox.sendDue();
        outbox.resend(sent, Actor.SYSTEM);
        outbox.sendDue();

        var received = mail.receivedBy(AN);
        assertThat(received).hasSize(2);
        assertThat(received.get(0).getMessageID()).isNotEqualTo(received.get(1).getMessageID());
        assertThatThrownBy(() -> outbox.withdraw(sent, Actor.SYSTEM)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> outbox.resend(waiting, Actor.SYSTEM)).isInstanceOf(Refusal.class);
    }

    @Test
    void pagesFromNewestToOldest() {
        var ids = IntStream.range(0, 5)
                .mapToObj(n -> outbox.queue(to(AN, "Vraag " + n)))
                .toList();

        var first = outbox.page(State.WAITING, null, 3);
        var second = outbox.page(State.WAITING, first.get(2).seq(), 3);

        assertThat(first).extracting(Outbox.Row::id).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(second).extracting(Outbox.Row::id).containsExactly(ids.get(1), ids.get(0));
    }

    private int mailPort() {
        return ((JavaMailSenderImpl) server).getPort();
    }

    private static Mail to(String address, String subject) {
        return new Mail(null, null, address, "An Peeters", subject, "tekst", "<p>tekst</p>", null, List.of());
    }

    private static Mail keyed(String key) {
        return new Mail(key, null, AN, "An", "Vraag", "tekst", "<p>tekst</p>", null, List.<UUID>of());
    }

    private static ObjectProvider<JavaMailSender> only(@Nullable JavaMailSender sender) {
        return new ObjectProvider<>() {
            @Override
            public @Nullable JavaMailSender getIfAvailable() {
                return sender;
            }

            @Override
            public JavaMailSender getObject() {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** The server has the mail, and then we die. */
    private static class CrashingAfterSend extends JavaMailSenderImpl {

        CrashingAfterSend(int port) {
            setHost("127.0.0.1");
            setPort(port);
        }

        @Override
        public void send(MimeMessage message) throws MailSendException {
            super.send(message);
            throw new IllegalStateException("killed");
        }
    }
}
