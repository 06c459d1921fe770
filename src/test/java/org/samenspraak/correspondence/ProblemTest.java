package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;

class ProblemTest {

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user, mailbox, true, false",
        "550 no such user, refused, true, false",
        "550 5.1.2 no such host, domain, true, false",
        "556 5.1.10 null MX, domain, true, false",
        "552 5.2.2 mailbox full, full, true, false",
        "550 5.7.1 relaying denied, relay, false, false",
        "450 4.2.1 greylisted, later, false, false",
    })
    void ofAReader(String said, String key, boolean lasting, boolean everybody) throws Exception {
        var refused = new SMTPAddressFailedException(
                new InternetAddress("an@raad.example"), "RCPT TO:<an@raad.example>", code(said), said);

        assertThat(of(refused)).isEqualTo(new Problem(key, lasting, everybody));
    }

    /** What the server says of us is no fault of a council: nothing fails for good, and the next mail waits too. */
    @ParameterizedTest
    @CsvSource({
        "MAIL FROM:<bureau@hasselt.example>, 550 5.7.1 sender rejected, sender, false, true",
        "MAIL FROM:<bureau@hasselt.example>, 530 5.7.0 authentication required, login, false, true",
        "MAIL FROM:<bureau@hasselt.example>, 552 5.3.4 too big, large, true, false",
        "DATA, 554 5.7.1 looks like spam, policy, true, false",
        "DATA, 452 4.3.1 try later, later, false, false",
    })
    void ofTheServer(String command, String said, String key, boolean lasting, boolean everybody) {
        var refused = new SMTPSendFailedException(command, code(said), said, null, null, null, null);

        assertThat(of(refused)).isEqualTo(new Problem(key, lasting, everybody));
    }

    @Test
    void saysAfterDaysThatItWasDays() {
        assertThat(new Problem("later", false, false).whenGivenUp()).isEqualTo("expired");
        assertThat(new Problem("server", false, true).whenGivenUp()).isEqualTo("server");
    }

    @ParameterizedTest
    @CsvSource({"5.1.1, mailbox", "5.4.4, domain", "4.4.7, expired", "5.7.26, policy", "5.0.0, returned", "'', returned"
    })
    void ofAReturnedMail(String status, String key) {
        assertThat(Problem.ofStatus(status, Problem.RETURNED)).isEqualTo(key);
    }

    private static Problem of(Exception failure) {
        return Problem.of(new MailSendException("failed", failure));
    }

    private static int code(String said) {
        return Integer.parseInt(said.substring(0, 3));
    }
}
