package org.samenspraak.wijkbudget;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a voter keeps to see that their ballot counts. The office draws it by chance for the page where they check their choice, and
 * gives it sealed: nobody can bring a code of their own, nor that of another voter. Of it only the SHA-256 is kept, which nobody can
 * turn back.
 */
record ReceiptCode(String text) {

    /** Without letters and digits that look alike; 16 of these 32 are 80 bits. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ReceiptCode draw() {
        var code = new StringBuilder();
        for (var at = 0; at < LENGTH; at++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return new ReceiptCode(code.toString());
    }

    /** However it was typed: with or without dashes, in small letters, or with the letter that looks like a figure. */
    static Optional<ReceiptCode> read(String typed) {
        var code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        var known = code.length() == LENGTH && code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
        return known ? Optional.of(new ReceiptCode(code)) : Optional.empty();
    }

    /** For an address and a form: opens only with the same key, for the same voter. */
    String sealed(byte[] key, UUID voter, Instant at) {
        var plain = text + at.getEpochSecond();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(DraftSeal.lock(key, voter, plain.getBytes(StandardCharsets.US_ASCII)));
    }

    /** None for what this office did not seal for this voter. */
    static Optional<Sealed> unseal(String sealed, byte[] key, UUID voter) {
        try {
            var bytes = DraftSeal.unlock(key, voter, Base64.getUrlDecoder().decode(sealed));
            var plain = new String(bytes, StandardCharsets.US_ASCII);
            var at = Instant.ofEpochSecond(Long.parseLong(plain.substring(LENGTH)));
            return Optional.of(new Sealed(new ReceiptCode(plain.substring(0, LENGTH)), at));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    record Sealed(ReceiptCode code, Instant at) {}

    /** In groups that can be read out. */
    public String shown() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String mark() {
        return HexFormat.of().formatHex(hash());
    }
}
