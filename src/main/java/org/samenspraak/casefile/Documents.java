package org.samenspraak.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files in the dossier, kept in the database in pieces. */
@Service
public class Documents {

    private static final int PIECE = 256 * 1024;

    private final DocumentRecords records;
    private final Timeline timeline;
    private final CaseFileSettings settings;
    private final FileTypes types;
    private final Clock clock;

    Documents(DocumentRecords records, Timeline timeline, CaseFileSettings settings, Clock clock) {
        this.records = records;
        this.timeline = timeline;
        this.settings = settings;
        this.types = new FileTypes(settings.mediaTypes());
        this.clock = clock;
    }

    /** Refuses an empty, too large or forbidden file and one too many; the type is read from the bytes. */
    @Transactional
    public UUID add(CaseId caseId, String name, Kind kind, InputStream content, Actor by) {
        if (records.count(caseId) >= settings.maxDocuments()) {
            throw Refusal.of("file", "casefile.refusal.too-many-files", settings.maxDocuments());
        }
        try {
            return store(caseId, name, kind, content, by);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private UUID store(CaseId caseId, String name, Kind kind, InputStream content, Actor by) throws IOException {
        var id = UUID.randomUUID();
        var piece = content.readNBytes(PIECE);
        if (piece.length == 0) {
            throw Refusal.of("file", "casefile.refusal.file-empty");
        }
        var type = types.allowed(piece, name);
        var safeName = FileTypes.safeName(name, type);
        var digest = sha256();
        long bytes = 0;
        for (int position = 0; piece.length > 0; position++) {
            bytes += piece.length;
            if (bytes > settings.maxSize().toBytes()) {
                throw Refusal.of(
                        "file",
                        "casefile.refusal.file-too-large",
                        settings.maxSize().toMegabytes());
            }
            digest.update(piece);
            records.addPiece(id, position, piece);
            piece = content.readNBytes(PIECE);
        }
        var row = new Row(id, safeName, kind, type.getName(), bytes, clock.instant(), by.name());
        records.add(caseId, row, HexFormat.of().formatHex(digest.digest()));
        timeline.add(caseId, "document.added", Map.of("name", safeName), null, by);
        return id;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Row> of(CaseId caseId) {
        return records.of(caseId);
    }

    /** @throws Refusal when there is no such document in that case */
    @Transactional(readOnly = true)
    public Row get(CaseId caseId, UUID document) {
        return records.find(caseId, document).orElseThrow(() -> new NotFound("casefile.refusal.no-document"));
    }

    /** Writes the content piece by piece; needs no more memory than one piece. */
    public void write(UUID document, OutputStream out) {
        try {
            var piece = records.piece(document, 0);
            for (int position = 1; piece.isPresent(); position++) {
                out.write(piece.get());
                piece = records.piece(document, position);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public enum Kind {
        ATTACHMENT,
        SCAN,
        LETTER,
        DECISION
    }

    /** @param by who added it, empty when the system did */
    public record Row(UUID id, String name, Kind kind, String mediaType, long bytes, Instant at, String by) {}
}
