package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.RefusingMailServer;
import org.samenspraak.testing.TlsMailServer;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Real connections to mail servers that do, and don't do, what they should. */
class SafeMailServerTest {

    private static final String RIGHT = "goed wachtwoord";

    @Test
    void signsInOverTls() throws Exception {
        try (var server = new TlsMailServer(true)) {
            send(sender(server, RIGHT, true));

            assertThat(server.heard()).contains("STARTTLS").anyMatch(line -> line.startsWith("TLS AUTH PLAIN "));
            assertThat(server.heard()).anyMatch(line -> line.startsWith("TLS RCPT TO:<an@raad.example>"));
            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void tellsThatThePasswordIsWrong() throws Exception {
        try (var server = new TlsMailServer(true)) {
            assertThat(problem(sender(server, "fout wachtwoord", true))).isEqualTo(new Problem("login", false, true));
        }
    }

    @Test
    void saysNoPasswordToAServerWithoutTls() throws Exception {
        try (var server = new TlsMailServer(false)) {
            assertThat(problem(sender(server, RIGHT, true))).isEqualTo(new Problem("starttls", false, true));
            assertThat(server.heard()).noneMatch(line -> line.contains("AUTH"));
        }
    }

    @Test
    void trustsNoCertificateThatNobodyKnows() throws Exception {
        try (var server = new TlsMailServer(true)) {
            assertThat(problem(sender(server, RIGHT, false))).isEqualTo(new Problem("certificate", false, true));
            assertThat(server.heard()).noneMatch(line -> line.contains("AUTH"));
        }
    }

    @Test
    void leavesAServerWithoutPasswordAsItIs() throws Exception {
        try (var server = new RefusingMailServer("nobody@raad.example")) {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            SafeMailServer.fill(sender);

            send(sender);
        }
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        try (var socket = new ServerSocket(0)) {
            sender.setPort(socket.getLocalPort());
        }

        assertThat(problem(sender)).isEqualTo(new Problem("server", false, true));
    }

    @Test
    void tellsNoSuchMailbox() throws Exception {
        try (var server = new RefusingMailServer("an@raad.example")) {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());

            assertThat(problem(sender)).isEqualTo(new Problem("mailbox", true, false));
        }
    }

    private static @Nullable Problem problem(JavaMailSenderImpl sender) {
        var failure = catchThrowableOfType(MailException.class, () -> send(sender));
        return failure == null ? null : Problem.of(failure);
    }

    private static void send(JavaMailSenderImpl sender) {
        var mail = new SimpleMailMessage();
        mail.setFrom("participatie@hasselt.example");
        mail.setTo("an@raad.example");
        mail.setText("Vraag");
        sender.send(mail);
    }

    private static JavaMailSenderImpl sender(TlsMailServer server, String password, boolean trusts) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.port());
        sender.setUsername("bureau");
        sender.setPassword(password);
        if (trusts) {
            sender.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", server.trusting());
        }
        SafeMailServer.fill(sender);
        return sender;
    }
}
