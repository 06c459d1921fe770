package org.samenspraak.casefile;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of documents, and who looks for viruses in them.
 *
 * @param maxSize of one document
 * @param maxDocuments in one case
 * @param mediaTypes what may be kept, as the bytes say
 */
@ConfigurationProperties("samenspraak.casefile")
record CaseFileSettings(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue("500") int maxDocuments,
        @DefaultValue({
                    "application/pdf",
                    "application/vnd.oasis.opendocument.spreadsheet",
                    "application/vnd.oasis.opendocument.text",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "image/heic",
                    "image/jpeg",
                    "image/png",
                    "image/webp",
                    "text/csv",
                    "text/plain"
                })
                Set<String> mediaTypes,
        @DefaultValue Scanner scanner) {

    CaseFileSettings {
        if (scanner.isOn() && maxSize.compareTo(scanner.maxStream()) > 0) {
            throw new IllegalArgumentException(
                    "samenspraak.casefile.max-size is more than samenspraak.casefile.scanner.max-stream:"
                            + " such files would wait for ever");
        }
    }

    /**
     * A ClamAV daemon ({@code clamd}).
     *
     * @param host nothing is scanned without one
     * @param timeout for one file, from connecting to the answer
     * @param maxStream what the daemon takes at most, its {@code StreamMaxLength}
     * @param chunk sent at once
     */
    record Scanner(
            @DefaultValue("") String host,
            @DefaultValue("3310") int port,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("25MB") DataSize maxStream,
            @DefaultValue("64KB") DataSize chunk) {

        boolean isOn() {
            return !host.isBlank();
        }
    }
}
