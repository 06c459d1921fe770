package org.samenspraak.casefile;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.unit.DataSize;

/** Speaks the part of clamd's protocol that we use, well or badly. */
class FakeClamd implements AutoCloseable {

    enum Mood {
        JUDGES,
        ERROR,
        HANGS,
        NEVER_READS,
        HANGS_UP_MIDWAY,
        TOO_LARGE
    }

    private final ServerSocket server;
    private final Thread door;
    volatile Mood mood = Mood.JUDGES;
    volatile byte[] last = {};
    final AtomicInteger asked = new AtomicInteger();

    FakeClamd() {
        this(0);
    }

    /** Where another one was that is down. */
    FakeClamd(int port) {
        try {
            server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door = daemon(this::serve);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    CaseFileSettings.Scanner settings(Duration timeout) {
        return new CaseFileSettings.Scanner(
                "127.0.0.1",
                server.getLocalPort(),
                Duration.ofSeconds(2),
                timeout,
                DataSize.ofMegabytes(25),
                DataSize.ofKilobytes(1));
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                daemon(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        asked.incrementAndGet();
        try {
            if (mood == Mood.NEVER_READS) {
                return; // and leaves the line open
            }
            var in = new DataInputStream(socket.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            var content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
                if (mood == Mood.HANGS_UP_MIDWAY || mood == Mood.TOO_LARGE) {
                    break;
                }
            }
            last = content.toByteArray();
            if (mood != Mood.HANGS) {
                var infected = content.toString(StandardCharsets.US_ASCII).contains("EICAR");
                say(socket, command.equals("zINSTREAM\0") ? reply(infected) : "UNKNOWN COMMAND\0");
                socket.close();
            }
        } catch (IOException clientLeft) {
            // its own timeout
        }
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
    }

    private String reply(boolean infected) {
        return switch (mood) {
            case ERROR -> "stream: Can't allocate memory\r\n\u001b[2J ERROR\0";
            case HANGS_UP_MIDWAY -> "";
            case TOO_LARGE -> "INSTREAM size limit exceeded. ERROR\0";
            default -> infected ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0";
        };
    }

    /** Nobody listens any more once this returns: a caller could still be let in while {@code accept} ends. */
    @Override
    public void close() {
        try {
            server.close();
            door.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
