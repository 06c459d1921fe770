package org.samenspraak.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** Gives a document to a browser, always to be saved: nothing that somebody sent runs or shows on our pages. */
@Component
public class Download {

    private final Documents documents;

    Download(Documents documents) {
        this.documents = documents;
    }

    /** @param row from {@link Documents#get}, after the permission was checked */
    public void send(Documents.Row row, HttpServletResponse response) throws IOException {
        head(row.name(), row.mediaType(), row.bytes(), response);
        documents.write(row.id(), response.getOutputStream());
    }

    /** The same for a PDF that the house makes on the spot and keeps nowhere. */
    public void send(String name, byte[] pdf, HttpServletResponse response) throws IOException {
        head(name, "application/pdf", pdf.length, response);
        response.getOutputStream().write(pdf);
    }

    private static void head(String name, String mediaType, long bytes, HttpServletResponse response) {
        response.setContentType(mediaType);
        response.setContentLengthLong(bytes);
        response.setHeader("Content-Disposition", attachment(name));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "private, no-store");
    }

    /** The name by RFC 5987. */
    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
