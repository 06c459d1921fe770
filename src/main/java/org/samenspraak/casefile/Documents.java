package org.samenspraak.casefile;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Files in the dossier, kept in the database in pieces. */
public class Documents {

    /** Refuses an empty, too large or forbidden file; the type is read from the bytes. */
    public UUID add(CaseId caseId, String name, Kind kind, InputStream content, Actor by) {
        throw new UnsupportedOperationException();
    }

    public List<Row> of(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.samenspraak.kernel.Refusal when there is no such document in that case */
    public Row get(CaseId caseId, UUID document) {
        throw new UnsupportedOperationException();
    }

    public void write(UUID document, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    public enum Kind {
        ATTACHMENT,
        SCAN,
        LETTER,
        DECISION
    }

    public record Row(UUID id, String name, Kind kind, String mediaType, long bytes, Instant at, String by) {}
}
