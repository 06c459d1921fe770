package org.samenspraak.voting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.samenspraak.kernel.Refusal;

/**
 * Where the chance of a lot comes from: a text that is fixed before anybody knows what it decides. Its hash is published then, the
 * text itself afterwards, so that everybody can see that it was not chosen for its outcome, and draw the lot again.
 *
 * @param text at least 32 characters, or a hash of it could be guessed back
 */
public record Seed(String text) {

    private static final int LEAST_CHARS = 32;

    public Seed {
        if (text.length() < LEAST_CHARS) {
            throw new Refusal("voting.seed.short", LEAST_CHARS);
        }
    }

    /** What is published before: SHA-256 of the text in UTF-8, in small hexadecimal digits. */
    public String commitment() {
        return hex(sha256().digest(bytes(text)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Refusal when another hash was published */
    public Seed committed(String commitment) {
        if (!commitment.strip().equalsIgnoreCase(commitment())) {
            throw new Refusal("voting.seed.other");
        }
        return this;
    }

    /** The lot of a name: HMAC-SHA-256, keyed by the seed, of the purpose, a line feed and the name. The lowest goes first. */
    public String lot(String purpose, String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(text), "HmacSHA256"));
            return hex(mac.doFinal(bytes(purpose + "\n" + name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> Comparator<T> order(String purpose, Function<T, String> name) {
        return Comparator.comparing(it -> lot(purpose, name.apply(it)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
