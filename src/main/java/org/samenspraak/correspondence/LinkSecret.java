package org.samenspraak.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret behind the links; from the environment, or for an office on one machine from a file next to its data. */
record LinkSecret(String text) {

    private static final int SHORTEST = 32;

    /** @throws IllegalStateException when it is too short to be safe */
    static LinkSecret of(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalStateException("samenspraak.links.secret needs at least " + SHORTEST
                    + " characters; set SAMENSPRAAK_LINKS_SECRET");
        }
        return new LinkSecret(text);
    }

    /** Reads the file; makes it at the first start. */
    static LinkSecret keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The secret of the links can't be kept in " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        var random = new byte[SHORTEST];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.CREATE_NEW);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (FileAlreadyExistsException otherNodeWasFirst) {
            return;
        } catch (UnsupportedOperationException noPosix) {
            return;
        }
    }

    @Override
    public String toString() {
        return "LinkSecret";
    }
}
