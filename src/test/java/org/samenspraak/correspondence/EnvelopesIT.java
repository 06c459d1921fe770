package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What a mail looks like when it arrives. */
class EnvelopesIT extends PostgresIT {

    private static final String AN = "an@raad.example";

    @Autowired
    private Outbox outbox;

    @Autowired
    private Cases cases;

    @Test
    void putsNoHeaderOfSomebodyElseIntoAMail() throws Exception {
        outbox.queue(new Mail(
                null,
                null,
                AN,
                "An\r\nBcc: spion@example.org",
                "Vraag\r\nBcc: spion@example.org\r\n\r\nAndere tekst",
                "Echte tekst",
                "<p>Echte tekst</p>",
                null,
                List.of()));
        outbox.sendDue();

        assertThat(mail.received()).hasSize(1);
        var sent = mail.received().get(0);
        assertThat(sent.getAllRecipients())
                .extracting(recipient -> ((InternetAddress) recipient).getAddress())
                .containsExactly(AN);
        assertThat(sent.getHeader("Bcc")).isNull();
        assertThat(sent.getSubject()).isEqualTo("Vraag Bcc: spion@example.org Andere tekst");
    }

    @Test
    void sendsTextAndHtmlAndHangsACaseOnOneThread() throws Exception {
        var caseId = cases.open(new OpenCase(
                CaseId.create(),
                "recognition",
                "REC",
                "Raad",
                null,
                null,
                LocalDate.of(2026, 9, 1),
                false,
                Actor.SYSTEM));
        outbox.queue(new Mail(null, caseId, AN, "An", "Eerste", "tekst één", "<p>html één</p>", null, List.of()));
        outbox.queue(new Mail(null, caseId, AN, "An", "Tweede", "tekst twee", "<p>html twee</p>", null, List.of()));
        outbox.sendDue();

        var sent = mail.receivedBy(AN);
        assertThat(sent.get(0).getHeader("References")).isEqualTo(sent.get(1).getHeader("References"));
        assertThat(sent.get(0).getMessageID()).isNotEqualTo(sent.get(1).getMessageID());
        var parts = new ByteArrayOutputStream();
        ((MimeMultipart) sent.get(0).getContent()).writeTo(parts);
        assertThat(parts.toString(StandardCharsets.UTF_8))
                .contains("text/plain")
                .contains("text/html");
    }
}
