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
        response.setContentType(row.mediaType());
        response.setContentLengthLong(row.bytes());
        response.setHeader("Content-Disposition", attachment(row.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "private, no-store");
        documents.write(row.id(), response.getOutputStream());
    }

    /** The name by RFC 5987. */
    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
