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

    private static final Pattern STATUS = Pattern.compile("(?im)^Status:[ \\t]*(\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    private DeliveryReport() {}

    /** The mail that did not arrive, as the report says; none for any other mail. */
    static Optional<Report> undelivered(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        var status = "";
        Optional<String> about = Optional.empty();
        // only what the report itself has: nothing nested
        for (int index = 0; index < Math.min(parts.getCount(), PARTS); index++) {
            var part = parts.getBodyPart(index);
            if (part.isMimeType("message/delivery-status")) {
                status += new String(start(part), StandardCharsets.US_ASCII);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                var headers = new InternetHeaders(new ByteArrayInputStream(start(part)));
                about = Optional.ofNullable(headers.getHeader("Message-ID", null));
            }
        }
        return FAILED.matcher(status).find() ? report(about, status) : Optional.empty();
    }

    private static Optional<Report> report(Optional<String> about, String status) {
        var code = STATUS.matcher(status);
        var problem = Problem.ofStatus(code.find() ? code.group(1) : "", Problem.RETURNED);
        return about.map(id -> new Report(id, problem));
    }

    /** @param problem key of the reason after {@code correspondence.problem.} */
    record Report(String messageId, String problem) {}

    private static byte[] start(BodyPart part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return in.readNBytes(PART);
        }
    }
}
