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

/** A mail server that takes everything but mail to one address: that it refuses for good, as RFC 5321 says ("550"). */
public class RefusingMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final String refused;

    public RefusingMailServer(String refused) throws IOException {
        this.refused = refused;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
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
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT") && line.contains(refused)) {
                say(out, "550 5.1.1 no such mailbox");
            } else if (line.startsWith("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // the text of the mail
                }
                say(out, "250 taken");
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
