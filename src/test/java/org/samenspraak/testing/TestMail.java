package org.samenspraak.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** The mail server of all tests of the JVM; empty at the start of each. */
public class TestMail {

    private static final GreenMail SERVER = start();

    private static GreenMail start() {
        var server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** Not 0: the same port again when the server comes back. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** What arrived for everybody, oldest first. */
    public List<MimeMessage> received() {
        return List.of(SERVER.getReceivedMessages());
    }

    /** What arrived for one address, oldest first. */
    public List<MimeMessage> receivedBy(String address) {
        return received().stream().filter(it -> isTo(it, address)).toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Stream.of(mail.getRecipients(RecipientType.TO))
                    .anyMatch(it -> it.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mail server is gone until {@link #comeBack()}. */
    public void goAway() {
        SERVER.stop();
    }

    public void comeBack() {
        SERVER.start();
    }

    void empty() {
        try {
            SERVER.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
