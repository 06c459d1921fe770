package org.samenspraak.casefile;

import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.casefile.Documents.Row;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of a case as its readers see them: the latest version of each, and the older ones behind it. */
@Service
public class DocumentVersions {

    private static final String SEEN = " and (audience <> 'CONTACTS' or :contacts)";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Timeline timeline;
    private final Clock clock;

    DocumentVersions(JdbcClient jdbc, Documents documents, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * The latest version of each, newest first, at most {@code limit}, after the last one of the page before.
     *
     * @param contacts whether the reader may see the contacts of the council
     */
    @Transactional(readOnly = true)
    public List<Row> page(CaseId caseId, boolean contacts, @Nullable UUID after, int limit) {
        return jdbc.sql("select * from casefile_document where case_id = :case and latest" + SEEN
                        + (after == null
                                ? ""
                                : " and (at, id) < (select at, id from casefile_document where id = :after)")
                        + " order by at desc, id desc limit :limit")
                .param("case", caseId.value())
                .param("contacts", contacts)
                .param("after", after)
                .param("limit", limit)
                .query(DocumentRecords::row)
                .list();
    }

    /** All versions of the document that this is one of, newest first, older than {@code before}; none for who may not see it. */
    @Transactional(readOnly = true)
    public List<Row> of(CaseId caseId, UUID document, boolean contacts, @Nullable Integer before, int limit) {
        return jdbc.sql(
                        """
                        select * from casefile_document where case_id = :case and version < :before and origin =
                            (select origin from casefile_document where id = :id and case_id = :case)"""
                                + SEEN
                                + " order by version desc limit :limit")
                .param("case", caseId.value())
                .param("id", document)
                .param("contacts", contacts)
                .param("before", before == null ? Integer.MAX_VALUE : before)
                .param("limit", limit)
                .query(DocumentRecords::row)
                .list();
    }

    /**
     * Puts a new version in the place of the latest one; kind and readers stay as they are.
     *
     * @return the id of the new version, to be scanned soon after
     * @throws Refusal like {@link Documents#add}, and when somebody put a newer one there meanwhile
     */
    @Transactional
    public UUID replace(CaseId caseId, UUID document, String name, InputStream content, Actor by) {
        return replace(caseId, document, documents.receive(name, content, by.name()), by);
    }

    /** The same with what the house made itself; that is not scanned. */
    @Transactional
    public UUID replaceOwn(CaseId caseId, UUID document, String name, InputStream content, Actor by) {
        return replace(caseId, document, documents.makeOwn(name, content, by.name()), by);
    }

    private UUID replace(CaseId caseId, UUID document, Row received, Actor by) {
        documents.refuseOneTooMany(caseId);
        var before = retire(caseId, document).orElseThrow(() -> Refusal.of("file", "casefile.refusal.newer-version"));
        jdbc.sql(
                        """
                        update casefile_document set case_id = :case, origin = :origin, version = :version, kind = :kind,
                            audience = :audience, at = :at where id = :id
                        """)
                .param("case", caseId.value())
                .param("origin", before.origin())
                .param("version", before.version() + 1)
                .param("kind", before.kind().name())
                .param("audience", before.audience().name())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", received.id())
                .update();
        var args = Map.of("name", received.name(), "version", String.valueOf(before.version() + 1));
        timeline.add(caseId, before.told("document.replaced"), before.told(args), null, by);
        return received.id();
    }

    private Optional<Row> retire(CaseId caseId, UUID document) {
        return jdbc.sql(
                        "update casefile_document set latest = false where id = :id and case_id = :case and latest returning *")
                .param("id", document)
                .param("case", caseId.value())
                .query(DocumentRecords::row)
                .optional();
    }

    /**
     * Says who may see all versions of a document.
     *
     * @throws Refusal for a scan, which always holds addresses
     */
    @Transactional
    public void show(CaseId caseId, UUID document, Audience to, Actor by) {
        var row = documents.find(caseId, document);
        if (row.kind() == Documents.Kind.SCAN && to != Audience.CONTACTS) {
            throw Refusal.of("audience", "casefile.refusal.scan-audience");
        }
        var changed = jdbc.sql("update casefile_document set audience = :to where origin = :origin and audience <> :to")
                .param("to", to.name())
                .param("origin", row.origin())
                .update();
        if (changed > 0) {
            var args = to == Audience.COUNCIL ? Map.of("name", row.name()) : Map.<String, String>of();
            timeline.add(caseId, "document.audience-" + to.code(), args, null, by);
        }
    }
}
