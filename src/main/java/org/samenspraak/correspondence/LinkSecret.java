package org.samenspraak.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** The secret behind the links and the ids of mails; from the environment, or for an office on one machine from a file next to its data. */
record LinkSecret(String text) {

    private static final int SHORTEST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** @throws InvalidConfigurationPropertyValueException when it is too short to be safe; it never shows the secret */
    static LinkSecret of(String text) {
        if (text.strip().length() < SHORTEST) {
            throw new InvalidConfigurationPropertyValueException(
                    "samenspraak.links.secret",
                    text.isBlank() ? "" : "…",
                    "The links in mails need a secret. Set SAMENSPRAAK_LINKS_SECRET to at least " + SHORTEST
                            + " random characters, the same on every node.");
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

    byte[] sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(this.text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "LinkSecret";
    }
}
