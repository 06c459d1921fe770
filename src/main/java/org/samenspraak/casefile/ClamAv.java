package org.samenspraak.casefile;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks a ClamAV daemon about one file by its command {@code INSTREAM}: pieces with their length in front, an empty one last. */
class ClamAv {

    private static final int LONGEST_REPLY = 4_096;

    private final CaseFileSettings.Scanner settings;

    ClamAv(CaseFileSettings.Scanner settings) {
        this.settings = settings;
    }

    /**
     * The name of what was found, or nothing when the file is clean.
     *
     * @throws IOException when the daemon can't be reached, is too slow or didn't judge the file
     */
    String scan(InputStream content) throws IOException {
        try (var socket = new Socket()) {
            // a write has no timeout of its own: who takes too long loses the connection
            CompletableFuture.delayedExecutor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> close(socket));
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), (int)
                    settings.connectTimeout().toMillis());
            @Nullable IOException broken = null;
            try {
                send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
            } catch (IOException e) {
                broken = e; // the daemon may have said why before it hung up
            }
            return verdict(reply(socket.getInputStream(), broken));
        }
    }

    private void send(InputStream content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var piece = new byte[(int) settings.chunk().toBytes()];
        for (int length = content.read(piece); length > 0; length = content.read(piece)) {
            out.writeInt(length);
            out.write(piece, 0, length);
        }
        out.writeInt(0);
        out.flush();
    }

    private static String reply(InputStream in, @Nullable IOException broken) throws IOException {
        var reply = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 && reply.size() < LONGEST_REPLY; next = in.read()) {
            reply.write(next);
        }
        if (reply.size() == 0) {
            throw broken == null ? new IOException("the scanner hung up without an answer") : broken;
        }
        return reply.toString(StandardCharsets.US_ASCII);
    }

    private static String verdict(String reply) throws IOException {
        if (reply.equals("stream: OK")) {
            return "";
        }
        if (reply.startsWith("stream: ") && reply.endsWith(" FOUND")) {
            return reply.substring("stream: ".length(), reply.length() - " FOUND".length());
        }
        throw new IOException("the scanner said: " + reply.replaceAll("[^\\x20-\\x7e]", "?"));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to close
        }
    }
}
