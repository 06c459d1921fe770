package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** How fast mails leave, and in which order. */
class OutboxFlowIT extends PostgresIT {

    @Autowired
    private Outbox outbox;

    @Autowired
    private MessageDesk desk;

    @Autowired
    private Messages messages;

    @Autowired
    private Readiness readiness;

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private PaceRows rows;

    @Autowired
    private MailIds ids;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectProvider<JavaMailSender> server;

    private boolean gone;

    @AfterEach
    void mailServerIsBack() {
        if (gone) {
            mail.comeBack();
        }
    }

    @Test
    void sendsSoManyInAMinuteAndNoMore() {
        queue(10, Priority.NORMAL);
        var postman = postman(4);

        assertThat(postman.sendDue()).isEqualTo(4);
        clock.advance(Duration.ofSeconds(30));
        assertThat(postman.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(30));
        assertThat(postman.sendDue()).isEqualTo(4);
        clock.advance(Duration.ofMinutes(1));
        assertThat(postman.sendDue()).isEqualTo(2);

        assertThat(mail.received()).hasSize(10);
    }

    @Test
    void countsTheMailsOfAllNodesTogether() throws Exception {
        queue(20, Priority.NORMAL);
        var nodes = Executors.newFixedThreadPool(4);
        var sent = 0;
        try {
            var work = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(n -> postman(7)::sendDue)
                    .toList();
            for (var done : nodes.invokeAll(work)) {
                sent += done.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(sent).isEqualTo(7);
        assertThat(mail.received()).hasSize(7);
    }

    /** A place that nothing went out in is free for the next mail. */
    @Test
    void countsOnlyWhatReachedTheMailServer() {
        var postman = postman(2);
        assertThat(postman.sendDue()).isZero();
        queue(2, Priority.NORMAL);

        assertThat(postman.sendDue()).isEqualTo(2);
    }

    @Test
    void letsNobodyWaitForALinkBehindABulkOfMails() throws Exception {
        transaction.executeWithoutResult(status -> queue(2000, Priority.LOW));
        queue("lid@raad.example", "Vraag", Priority.NORMAL);
        queue("lid@raad.example", "Uw link", Priority.HIGH);

        postman(3).sendDue();

        var subjects = new ArrayList<String>();
        for (var sent : mail.received()) {
            subjects.add(sent.getSubject());
        }
        assertThat(subjects).containsExactlyInAnyOrder("Uw link", "Vraag", "Bericht 0");
    }

    @Test
    void tellsWhenAllWillBeOut() {
        queue(241, Priority.LOW);

        var flow = desk.flow();

        assertThat(flow.due()).isEqualTo(241);
        assertThat(flow.perMinute()).isEqualTo(120);
        assertThat(flow.done()).isEqualTo(clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(flow.trouble()).isEmpty();
    }

    /** Gone for a day with a sender that keeps trying; back, it takes everything within minutes, and each mail once. */
    @Test
    void sendsExactlyWhatWaitedWhenTheServerIsBack() throws Exception {
        var waiting = queue(30, Priority.NORMAL);
        mail.goAway();
        gone = true;
        var postman = postman(20);
        for (int minutes = 0; minutes < 24 * 60; minutes += 5) {
            assertThat(postman.sendDue()).isZero();
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(desk.flow().trouble()).contains("server");

        mail.comeBack();
        gone = false;
        for (int minutes = 0; minutes < 6; minutes++) {
            clock.advance(Duration.ofMinutes(1));
            postman.sendDue();
        }
        if (outbox.page(State.SENT, null, 50).isEmpty()) {
            clock.advance(Duration.ofHours(6));
            postman.sendDue();
        }
        clock.advance(Duration.ofMinutes(1));
        postman.sendDue();
        clock.advance(Duration.ofMinutes(1));
        postman.sendDue();

        var arrived = new ArrayList<String>();
        for (MimeMessage sent : mail.received()) {
            arrived.add(sent.getMessageID());
        }
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(desk.flow().trouble()).isEmpty();
    }

    /** Returns the Message-IDs that they will have. */
    private List<String> queue(int many, Priority priority) {
        return IntStream.range(0, many)
                .mapToObj(n -> queue("lid" + n + "@raad.example", "Bericht " + n, priority))
                .toList();
    }

    private String queue(String to, String subject, Priority priority) {
        var sent = new Mail(null, null, to, "Lid", subject, "tekst", "<p>tekst</p>", null, List.of())
                .withPriority(priority);
        return ids.of(outbox.queue(sent), 1);
    }

    private Postman postman(int perMinute) {
        var settings = new CorrespondenceSettings(
                new CorrespondenceSettings.Links(null, false),
                LetterFrameIT.PLAIN,
                new CorrespondenceSettings.ReturnedMails(null, 993, true, "", "", "INBOX"),
                new CorrespondenceSettings.Sending(perMinute),
                new CorrespondenceSettings.News(DayOfWeek.MONDAY, 7));
        return new Postman(
                messages, readiness, envelopes, new Pace(rows, settings, transaction, clock), transaction, server);
    }
}
