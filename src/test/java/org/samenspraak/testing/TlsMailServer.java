package org.samenspraak.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A mail server that takes mail from who signs in, over TLS when it offers that (RFC 3207, RFC 4954). Its certificate is made at
 * the start and known to {@link #trusting()} only.
 */
public class TlsMailServer implements AutoCloseable {

    private static final String PASSWORD = "geheim-van-de-proef";

    private final ServerSocket server;
    private final SSLContext keys;
    private final boolean offersTls;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public TlsMailServer(boolean offersTls) throws Exception {
        this.offersTls = offersTls;
        this.keys = keys();
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "tls-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What clients said, with {@code TLS } before what came over TLS. */
    public List<String> heard() {
        return heard;
    }

    /** Trusts the certificate of this server. */
    public SSLSocketFactory trusting() {
        return keys.getSocketFactory();
    }

    private static SSLContext keys() throws Exception {
        var file = Files.createTempDirectory("tls-mail-server").resolve("keys.p12");
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("no keys");
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        Files.delete(file);
        return context(store);
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD.toCharArray());
        var known = KeyStore.getInstance("PKCS12");
        try {
            known.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.setCertificateEntry("mail", store.getCertificate("mail"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                say(socket, "220 ready");
                talk(socket, "");
            } catch (IOException brokenOffOrClosed) {
                // the next one
            }
        }
    }

    private void talk(Socket socket, String how) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(how + line);
            switch (line.split(" ")[0]) {
                case "EHLO" -> say(socket, hello(how));
                case "STARTTLS" -> {
                    say(socket, "220 go on");
                    talk(secured(socket), "TLS ");
                    return;
                }
                case "AUTH" -> say(socket, isRight(line) ? "235 welcome" : "535 5.7.8 wrong name or password");
                case "DATA" -> {
                    say(socket, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // the text of the mail
                    }
                    say(socket, "250 taken");
                }
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> say(socket, "250 fine");
            }
        }
    }

    private String hello(String how) {
        return how.isEmpty() && offersTls ? "250-here\r\n250 STARTTLS" : "250-here\r\n250 AUTH PLAIN";
    }

    private static boolean isRight(String line) {
        var said =
                new String(Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())), StandardCharsets.UTF_8);
        return said.endsWith("\0bureau\0goed wachtwoord");
    }

    private Socket secured(Socket socket) throws IOException {
        var secured = (SSLSocket) keys.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static void say(Socket socket, String lines) throws IOException {
        socket.getOutputStream().write((lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
