package org.samenspraak.correspondence;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** The Message-ID of a mail: our own reference to it with a signature, so that a mail that comes back proves itself. */
@Component
class MailIds {

    private static final Pattern ID = Pattern.compile(
            "<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,6})\\.([A-Za-z0-9_-]{22})@[^<>]{1,255}>");

    private final LinkSecret secret;
    private final Municipality municipality;

    MailIds(LinkSecret secret, Municipality municipality) {
        this.secret = secret;
        this.municipality = municipality;
    }

    /** The same at every try, so that a repeat can be recognised. */
    String of(UUID mail, int edition) {
        return "<" + mail + "." + edition + "." + signature(mail, edition) + "@" + host() + ">";
    }

    /** Hangs all mails of a case on one thread. */
    String thread(UUID caseId) {
        return "<case." + caseId + "@" + host() + ">";
    }

    /** The mail behind a Message-ID; none for one that we did not make. */
    Optional<Sent> proven(String messageId) {
        return Optional.of(ID.matcher(messageId.strip()))
                .filter(found -> found.matches())
                .map(found ->
                        new Sent(UUID.fromString(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)))
                .filter(sent -> MessageDigest.isEqual(
                        sent.signature().getBytes(StandardCharsets.US_ASCII),
                        signature(sent.mail(), sent.edition()).getBytes(StandardCharsets.US_ASCII)));
    }

    private String signature(UUID mail, int edition) {
        var signed = secret.sign("mail\n" + mail + "\n" + edition);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signed, 16));
    }

    private String host() {
        return URI.create(municipality.baseUrl()).getHost();
    }

    record Sent(UUID mail, int edition, String signature) {}
}
