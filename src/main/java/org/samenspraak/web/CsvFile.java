package org.samenspraak.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Comma-separated lines that a spreadsheet reads as text: a value that looks like a formula gets an apostrophe before it. */
public final class CsvFile {

    private final StringBuilder text = new StringBuilder();

    public void line(@Nullable Object... values) {
        text.append(Arrays.stream(values).map(CsvFile::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        var plain = value == null ? "" : value.toString();
        var harmless = !plain.isEmpty() && "=+-@\t\r\n".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** As a download of that name. */
    public ResponseEntity<byte[]> download(String name, CacheControl cache) {
        return ResponseEntity.ok()
                .cacheControl(cache)
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
