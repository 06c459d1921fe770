package org.samenspraak.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A mail server that takes everything but mail to one address: at once, or only when it has read the whole of it. */
public class RefusingMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final String refused;
    private final String atOnce;
    private final String afterAll;

    /** Refuses for good when it hears the address, as RFC 5321 says ("550"). */
    public RefusingMailServer(String refused) throws IOException {
        this(refused, "550 5.1.1 no such mailbox", "250 taken");
    }

    private RefusingMailServer(String refused, String atOnce, String afterAll) throws IOException {
        this.refused = refused;
        this.atOnce = atOnce;
        this.afterAll = afterAll;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param says what it answers to the end of the content, such as {@code 554 no} */
    public static RefusingMailServer afterTheContent(String refused, String says) throws IOException {
        return new RefusingMailServer(refused, "250 fine", says);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (var socket = server.accept()) {
                    talk(socket);
                }
            }
        } catch (SocketException closed) {
            // the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var out = socket.getOutputStream();
        say(out, "220 ready");
        var isForRefused = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                isForRefused = line.contains(refused);
                say(out, isForRefused ? atOnce : "250 fine");
            } else if (line.startsWith("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // the text of the mail
                }
                say(out, isForRefused ? afterAll : "250 taken");
            } else {
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
