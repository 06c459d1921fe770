package org.samenspraak.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
    private final Scanning scanning;
    private final Timeline timeline;
    private final CaseFileSettings settings;
    private final FileTypes types;
    private final Clock clock;

    Documents(DocumentRecords records, Scanning scanning, Timeline timeline, CaseFileSettings settings, Clock clock) {
        this.records = records;
        this.scanning = scanning;
        this.timeline = timeline;
        this.settings = settings;
        this.types = new FileTypes(settings.mediaTypes());
        this.clock = clock;
    }

    /** Megabytes of one document. */
    public long largest() {
        return settings.maxSize().toMegabytes();
    }

    /**
     * Takes a file from outside into a case. It is scanned soon after, see {@link #scan}.
     *
     * @throws Refusal for an empty, too large or forbidden file, a huge picture, and one too many; the type is read from the bytes
     */
    @Transactional
    public UUID add(CaseId caseId, String name, Kind kind, InputStream content, Actor by) {
        return add(caseId, name, kind, Audience.OFFICE, content, by);
    }

    /** The same for some readers only; a scan holds addresses anyhow. */
    @Transactional
    public UUID add(CaseId caseId, String name, Kind kind, Audience audience, InputStream content, Actor by) {
        var row = receive(name, content, by.name());
        file(caseId, row.id(), kind, kind == Kind.SCAN ? Audience.CONTACTS : audience, by);
        return row.id();
    }

    /** Puts what the house made itself into a case; that is not scanned. */
    @Transactional
    public UUID addOwn(CaseId caseId, String name, Kind kind, InputStream content, Actor by) {
        return addOwn(caseId, name, kind, Audience.OFFICE, content, by);
    }

    /** The same for some readers only. */
    @Transactional
    public UUID addOwn(CaseId caseId, String name, Kind kind, Audience audience, InputStream content, Actor by) {
        var row = makeOwn(name, content, by.name());
        file(caseId, row.id(), kind, audience, by);
        return row.id();
    }

    /** Takes a file from outside that belongs to no case yet; {@link #file} or {@link #discard} follows. */
    @Transactional
    public Row receive(String name, InputStream content, String by) {
        return store(name, content, scanning.first(), by);
    }

    Row makeOwn(String name, InputStream content, String by) {
        return store(name, content, Scan.NONE, by);
    }

    private Row store(String name, InputStream content, Scan scan, String by) {
        try {
            return store(UUID.randomUUID(), name, content, scan, by);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Row store(UUID id, String name, InputStream content, Scan scan, String by) throws IOException {
        var piece = content.readNBytes(PIECE);
        if (piece.length == 0) {
            throw Refusal.of("file", "casefile.refusal.file-empty");
        }
        var type = types.allowed(piece, name);
        var digest = sha256();
        long bytes = 0;
        for (int position = 0; piece.length > 0; position++) {
            bytes += piece.length;
            if (bytes > settings.maxSize().toBytes()) {
                throw Refusal.of("file", "casefile.refusal.file-too-large", largest());
            }
            digest.update(piece);
            records.addPiece(id, position, piece);
            piece = content.readNBytes(PIECE);
        }
        if (Archives.isOne(type.getName()) && !Archives.isGenuine(type.getName(), bytes, records.content(id))) {
            throw Refusal.of("file", FileTypes.OTHER_TYPE);
        }
        Pictures.refuseHuge(type.getName(), records.content(id));
        var row = new Row(
                id,
                FileTypes.safeName(name, type),
                Kind.ATTACHMENT,
                type.getName(),
                bytes,
                clock.instant(),
                by,
                HexFormat.of().formatHex(digest.digest()),
                scan,
                id,
                1,
                true,
                Audience.OFFICE);
        records.add(row);
        return row;
    }

    /**
     * Puts a received file into a case.
     *
     * @throws Refusal when it is gone, in a case already, infected, or one too many
     */
    @Transactional
    public void file(CaseId caseId, UUID document, Kind kind, Actor by) {
        file(caseId, document, kind, kind == Kind.SCAN ? Audience.CONTACTS : Audience.OFFICE, by);
    }

    private void file(CaseId caseId, UUID document, Kind kind, Audience audience, Actor by) {
        refuseOneTooMany(caseId);
        var row = records.file(caseId, document, kind, audience, clock.instant(), by.name())
                .orElseThrow(() -> Refusal.of("file", "casefile.refusal.file-gone"));
        if (row.scan() == Scan.INFECTED) {
            throw Refusal.of("file", "casefile.refusal.file-infected");
        }
        timeline.add(caseId, row.told("document.added"), row.told(Map.of("name", row.name())), null, by);
    }

    void refuseOneTooMany(CaseId caseId) {
        if (records.count(caseId) >= settings.maxDocuments()) {
            throw Refusal.of("file", "casefile.refusal.too-many-files", settings.maxDocuments());
        }
    }

    /** Forgets received files; those that are in a case stay. */
    @Transactional
    public void discard(Collection<UUID> documents) {
        documents.forEach(records::discard);
    }

    /**
     * Asks the scanner about a file that waits, when there is one; not inside a transaction. What is infected loses its
     * content, and its case says so.
     */
    public Scan scan(UUID document) {
        return scanning.scan(document);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Row> of(CaseId caseId) {
        return records.of(caseId);
    }

    /** Those of these that are in no case. */
    @Transactional(readOnly = true)
    public List<Row> received(Collection<UUID> documents) {
        return records.received(documents);
    }

    /** @throws Refusal when there is no such document in that case, or nobody may read it (yet) */
    @Transactional(readOnly = true)
    public Row get(CaseId caseId, UUID document) {
        var row = find(caseId, document);
        return switch (row.scan()) {
            case NONE, CLEAN -> row;
            case WAITING -> throw new Refusal("casefile.refusal.file-waiting");
            case INFECTED -> throw new Refusal("casefile.refusal.file-infected");
        };
    }

    Row find(CaseId caseId, UUID document) {
        return records.find(caseId, document).orElseThrow(() -> new NotFound("casefile.refusal.no-document"));
    }

    /** Writes the content piece by piece; needs no more memory than one piece. */
    public void write(UUID document, OutputStream out) {
        try {
            records.content(document).transferTo(out);
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
        DECISION,
        /** Of what was sent; only the house makes one. */
        RECEIPT;

        /** What the city itself says: made by the house, or added by who steers cases. */
        public boolean isOfficial() {
            return this == LETTER || this == DECISION || this == RECEIPT;
        }
    }

    /** Who may see a document, its name too. */
    public enum Audience {
        /** Everybody who works with cases. */
        OFFICE,
        /** Of those only who may see the contacts of the council: it holds addresses of members. */
        CONTACTS,
        /** Everybody who works with cases, and the council that the case is about, see {@link SharedDocuments}. */
        COUNCIL;

        /** As it stands in keys of messages. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Scan {
        /** Made by the house, or there was no scanner. */
        NONE,
        WAITING,
        CLEAN,
        /** The content is gone. */
        INFECTED
    }

    /**
     * @param by who added it, empty when the system did
     * @param origin the first version of the document
     * @param version counted from 1
     */
    public record Row(
            UUID id,
            String name,
            Kind kind,
            String mediaType,
            long bytes,
            Instant at,
            String by,
            String sha256,
            Scan scan,
            UUID origin,
            int version,
            boolean latest,
            Audience audience) {

        public boolean isReadable() {
            return scan == Scan.NONE || scan == Scan.CLEAN;
        }

        /** The kind of an entry about it: who may not see it doesn't read its name in the timeline. */
        String told(String kind) {
            return audience == Audience.OFFICE ? kind : kind + "-" + audience.code();
        }

        /** The same for the arguments. */
        Map<String, String> told(Map<String, String> args) {
            return audience == Audience.CONTACTS ? Map.of() : args;
        }
    }
}
