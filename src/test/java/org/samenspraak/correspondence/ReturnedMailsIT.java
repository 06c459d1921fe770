package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails that the mail server took and that come back to a mailbox of their own. */
class ReturnedMailsIT extends CouncilCaseIT {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @Autowired
    private MailIds ids;

    @Autowired
    private Messages messages;

    @Autowired
    private Tasks tasks;

    private GreenMailUser mailbox;
    private ReturnedMails returned;

    @BeforeEach
    void openMailbox() throws Exception {
        engine.set(clock.instant());
        server.start();
        mailbox = server.setUser("terug@stad.example", "terug", "geheim");
        var settings = new CorrespondenceSettings.ReturnedMails(
                "127.0.0.1", server.getImap().getPort(), false, "terug", "geheim", "INBOX");
        returned = new ReturnedMails(
                new CorrespondenceSettings(
                        new CorrespondenceSettings.Links(null, false),
                        LetterFrameIT.PLAIN,
                        settings,
                        new CorrespondenceSettings.Sending(0),
                        new CorrespondenceSettings.News(DayOfWeek.MONDAY, 7)),
                ids,
                messages);
        askToSign();
        outbox.sendDue();
    }

    @AfterEach
    void closeMailbox() {
        server.stop();
    }

    @Test
    void asksToReachTheCouncilWhenAMailComesBack() throws Exception {
        deliver(report("failed", sentTo(AN)));

        assertThat(returned.read()).isEqualTo(1);
        outbox.sendDue();

        assertThat(outbox.page(State.FAILED, null, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.to() + " " + row.problem()).isEqualTo(AN + " mailbox"));
        assertThat(reachTasks()).hasSize(1);
    }

    @Test
    void countsAReportOnce() throws Exception {
        deliver(report("failed", sentTo(AN)));
        returned.read();
        deliver(report("failed", sentTo(AN)));

        assertThat(returned.read()).isZero();
        assertThat(returned.read()).isZero();
    }

    @Test
    void leavesAMailThatWasSentAgainMeanwhile() throws Exception {
        var report = report("failed", sentTo(AN));
        messages.resend(outbox.page(State.SENT, null, 10).stream()
                .filter(row -> report.contains(row.id().toString()))
                .findFirst()
                .orElseThrow()
                .id());
        outbox.sendDue();
        deliver(report);

        assertThat(returned.read()).isZero();
    }

    @Test
    void takesNothingElseForAReportAndGoesOn() throws Exception {
        var id = sentTo(AN);
        var forged = id.replaceFirst("\\.([A-Za-z0-9_-])([A-Za-z0-9_-]{21})@", ".$2$1@");
        assertThat(forged).isNotEqualTo(id);
        Stream.of(
                        report("failed", forged),
                        report("failed", "<" + java.util.UUID.randomUUID() + ".0.aaaaaaaaaaaaaaaaaaaaaa@stad.example>"),
                        report("delayed", id),
                        report("failed", id).replace("message/delivery-status", "text/plain"),
                        report("failed", "x".repeat(2_000_000)),
                        "From: a@b.example\r\nIn-Reply-To: " + id + "\r\nSubject: Afwezig\r\n\r\nAction: failed\r\n",
                        "Content-Type: text/html\r\n\r\n<script>Action: failed\r\nMessage-ID: " + id + "</script>",
                        "Content-Type: multipart/report\r\n\r\nMessage-ID: " + id,
                        "Content-Type: multipart/report; boundary=\"\"\r\n\r\n--\r\n",
                        nested(id, 3000),
                        "\u0000\u0001 geen mail",
                        "")
                .forEach(this::deliver);
        deliver(report("failed", sentTo(ELS)));

        assertThat(returned.read()).isEqualTo(1);

        assertThat(outbox.page(State.FAILED, null, 10))
                .extracting(Outbox.Row::to)
                .containsExactly(ELS);
        assertThat(server.getManagers().getImapHostManager().getInbox(mailbox).getMessages())
                .allMatch(it -> it.isSet(Flags.Flag.SEEN));
    }

    @Test
    void readsNothingWhileTheMailboxIsGone() {
        server.stop();

        assertThat(returned.read()).isZero();
    }

    private List<OpenTask> reachTasks() {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals("Task_ReachCouncil"))
                .toList();
    }

    /** The Message-ID of the last mail to an address. */
    private String sentTo(String address) throws Exception {
        var all = mail.receivedBy(address);
        return all.get(all.size() - 1).getMessageID();
    }

    private static String report(String action, String messageId) {
        return """
                From: MAILER-DAEMON@mx.example
                To: terug@stad.example
                Subject: Undelivered Mail
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Your mail did not arrive.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; somebody@raad.example
                Action: %s
                Status: 5.1.1

                --b
                Content-Type: message/rfc822

                Subject: Vraag
                Message-ID: %s

                Tekst

                --b--
                """
                .formatted(action, messageId)
                .replace("\n", "\r\n");
    }

    /** A report inside so many mails. */
    private static String nested(String id, int depth) {
        var text = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            text.append("Content-Type: multipart/mixed; boundary=\"m%1$d\"\r\n\r\n--m%1$d\r\n".formatted(level));
        }
        return text.append(report("failed", id)).toString();
    }

    private void deliver(String raw) {
        try {
            mailbox.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
