package org.samenspraak.correspondence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.kernel.CouncilId;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes and judges links: the id of a prompt, or of the case in a receipt, and an HMAC-SHA256 over id, recipient and
 * generation. With the database alone no link can be made.
 */
@Component
class AccessLinks {

    /** In place of the generation in the link of a receipt, which is for a case and no prompt. */
    static final int OF_RECEIPT = 0;

    /** The same in a link to sign in, which is for a mail. */
    static final int OF_SIGN_IN = -1;

    /** The same in the link that stops the news of the week, which is for a council. */
    static final int OF_NEWS = -2;

    /** The same in the link of who follows the public side. */
    static final int OF_FOLLOWER = -3;

    /** The same in a link of one person about a case, which is for that person. */
    static final int OF_PERSON = -4;

    /** The same in the link of who votes in a round of the neighbourhood budget. */
    static final int OF_VOTER = -5;

    private static final int ID = 16;
    private static final int SIGNATURE = 32;

    private final LinkSecret secret;
    private final Environment environment;

    AccessLinks(LinkSecret secret, Environment environment) {
        this.secret = secret;
        this.environment = environment;
    }

    /** Asks for the address each time: the port of an office on one machine is known only once it runs. */
    String url(UUID prompt, String recipient, int generation) {
        return page((generation == OF_SIGN_IN ? SignInLinks.PATH : "/v/") + token(prompt, recipient, generation));
    }

    /** Where a reader says that they want no more news of the week. */
    String newsUrl(CouncilId council, String reader) {
        return page("/v/nieuws/" + token(council.value(), reader, OF_NEWS));
    }

    /** Where somebody confirms or ends what they follow of the public side. */
    String followerUrl(UUID follower, String reader) {
        return page("/publiek/volgen/mail/" + token(follower, reader, OF_FOLLOWER));
    }

    /** Where somebody finds what they wrote or stand behind. */
    String personUrl(UUID person, String recipient) {
        return page(PersonLinks.PATH + token(person, recipient, OF_PERSON));
    }

    /** Where somebody votes. */
    String voterUrl(UUID voter, String recipient) {
        return page(BallotMails.PATH + token(voter, recipient, OF_VOTER));
    }

    /** The address of a page of this office. */
    String page(String path) {
        return environment.getRequiredProperty("samenspraak.municipality.base-url") + path;
    }

    String token(UUID prompt, String recipient, int generation) {
        var bytes = ByteBuffer.allocate(ID + SIGNATURE)
                .putLong(prompt.getMostSignificantBits())
                .putLong(prompt.getLeastSignificantBits())
                .put(signature(prompt, recipient, generation));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The prompt a token says it is for; nothing is proved yet. */
    Optional<UUID> claimed(String token) {
        if (token.length() != 64) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Takes as long for a wrong token as for a right one. */
    boolean proves(String token, UUID prompt, String recipient, int generation) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                token(prompt, recipient, generation).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(UUID prompt, String recipient, int generation) {
        return secret.sign(prompt + "\n" + generation + "\n" + recipient);
    }
}
