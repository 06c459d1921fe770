package org.samenspraak.publication;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is made before it goes out, so that a slow reader holds no connection to the database: in memory, and what is
 * large in a file of its own that is gone afterwards.
 */
class Spool extends ServletOutputStream implements AutoCloseable {

    static final int IN_MEMORY = 512 * 1024;

    private final MessageDigest digest = sha256();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream overflow;
    private long size;

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        size += length;
        if (overflow == null && size > IN_MEMORY) {
            file = Files.createTempFile("samenspraak-public", null);
            overflow = Files.newOutputStream(file);
            memory.writeTo(overflow);
            memory = new ByteArrayOutputStream();
        }
        (overflow == null ? memory : overflow).write(bytes, from, length);
    }

    long size() {
        return size;
    }

    /** What it holds, in a word; ends the writing. */
    String mark() {
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /** None when it is too large to keep. */
    byte @Nullable [] small() {
        return overflow == null ? memory.toByteArray() : null;
    }

    void writeTo(OutputStream out) throws IOException {
        if (overflow == null || file == null) {
            memory.writeTo(out);
        } else {
            overflow.flush();
            Files.copy(file, out);
        }
    }

    /** Begins anew. */
    void clear() {
        close();
        memory = new ByteArrayOutputStream();
        digest.reset();
        size = 0;
    }

    @Override
    public void close() {
        try {
            if (overflow != null) {
                overflow.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        overflow = null;
        file = null;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("answers of the public side are written at once");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
