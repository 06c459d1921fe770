package org.samenspraak.correspondence;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A delivery status notification as RFC 3464 has it: a report, then the mail that it is about or its headers. */
final class DeliveryReport {

    /** The report and the headers come first; a long mail behind them need not be read. */
    static final int READ = 256 * 1024;

    private static final int PARTS = 5;
    private static final int PART = 64 * 1024;
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:[ \\t]*failed\\b");

    private DeliveryReport() {}

    /** The Message-ID of the mail that did not arrive, as the report says; none for any other mail. */
    static Optional<String> undelivered(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        var failed = false;
        Optional<String> about = Optional.empty();
        // only what the report itself has: nothing nested
        for (int index = 0; index < Math.min(parts.getCount(), PARTS); index++) {
            var part = parts.getBodyPart(index);
            if (part.isMimeType("message/delivery-status")) {
                failed |= FAILED.matcher(new String(start(part), StandardCharsets.US_ASCII))
                        .find();
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                var headers = new InternetHeaders(new ByteArrayInputStream(start(part)));
                about = Optional.ofNullable(headers.getHeader("Message-ID", null));
            }
        }
        return failed ? about : Optional.empty();
    }

    private static byte[] start(BodyPart part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return in.readNBytes(PART);
        }
    }
}
