package org.samenspraak.wijkbudget;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.samenspraak.correspondence.BallotMails;

/**
 * Locks what somebody chose with a key that comes out of their link: AES-256-GCM, bound to the voter. All drafts are as long, so that
 * their length says nothing either.
 */
final class DraftSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** Room for the numbers of some hundred projects; a longer draft takes the next multiple. */
    private static final int ROOM = 512;

    private static final SecureRandom RANDOM = new SecureRandom();

    private DraftSeal() {}

    static byte[] seal(String token, UUID voter, Collection<Integer> choices) {
        var text = choices.stream().map(String::valueOf).collect(Collectors.joining(","));
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(plain, (plain.length / ROOM + 1) * ROOM);
        return lock(BallotMails.key(token), voter, padded);
    }

    /** @param key of 32 bytes */
    static byte[] lock(byte[] key, UUID voter, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, voter, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException for what another key locked, or for another voter */
    static byte[] unlock(byte[] key, UUID voter, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new GeneralSecurityException("Too short to be sealed");
        }
        return cipher(Cipher.DECRYPT_MODE, key, voter, Arrays.copyOf(sealed, NONCE))
                .doFinal(Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    static List<Integer> open(String token, UUID voter, byte[] sealed) {
        byte[] plain;
        try {
            plain = unlock(BallotMails.key(token), voter, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A draft can't be opened by this link", e);
        }
        var text = new String(plain, StandardCharsets.UTF_8).replace("\0", "");
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    private static Cipher cipher(int mode, byte[] key, UUID voter, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(voter.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
