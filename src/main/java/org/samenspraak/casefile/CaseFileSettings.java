package org.samenspraak.casefile;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of documents.
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
                Set<String> mediaTypes) {}
