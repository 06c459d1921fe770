package org.samenspraak.testing;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;

/** What is inside a mail. */
public final class MailParts {

    private MailParts() {}

    /** Its plain text. */
    public static String text(Part mail) throws Exception {
        var words = new StringBuilder();
        for (var part : all(mail)) {
            if (part.isMimeType("text/plain")) {
                words.append(part.getContent());
            }
        }
        return words.toString();
    }

    /** Its page; empty without one. */
    public static String html(Part mail) throws Exception {
        for (var part : all(mail)) {
            if (part.isMimeType("text/html")) {
                return String.valueOf(part.getContent());
            }
        }
        return "";
    }

    public static boolean isWith(Part mail, String type) throws Exception {
        for (var part : all(mail)) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    /** The PDFs that go along. */
    public static List<byte[]> pdfs(Part mail) throws Exception {
        var files = new ArrayList<byte[]>();
        for (var part : all(mail)) {
            if (part.isMimeType("application/pdf")) {
                files.add(part.getInputStream().readAllBytes());
            }
        }
        return files;
    }

    private static List<Part> all(Part part) throws Exception {
        var all = new ArrayList<>(List.of(part));
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                all.addAll(all(several.getBodyPart(i)));
            }
        }
        return all;
    }
}
