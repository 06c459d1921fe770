package org.samenspraak.casefile;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code casefile_document} and its pieces. */
@Repository
class DocumentRecords {

    private final JdbcClient jdbc;

    DocumentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addPiece(UUID document, int position, byte[] content) {
        jdbc.sql(
                        "insert into casefile_document_chunk (document_id, position, content) values (:id, :position, :content)")
                .param("id", document)
                .param("position", position)
                .param("content", content)
                .update();
    }

    void add(Documents.Row row) {
        jdbc.sql(
                        """
                        insert into casefile_document (id, origin, name, kind, media_type, bytes, sha256, at, actor_name, scan)
                        values (:id, :id, :name, :kind, :mediaType, :bytes, :sha256, :at, :by, :scan)
                        """)
                .param("id", row.id())
                .param("name", row.name())
                .param("kind", row.kind().name())
                .param("mediaType", row.mediaType())
                .param("bytes", row.bytes())
                .param("sha256", row.sha256())
                .param("at", Timestamp.from(row.at()))
                .param("by", row.by())
                .param("scan", row.scan().name())
                .update();
    }

    Optional<Documents.Row> file(
            CaseId caseId, UUID document, Documents.Kind kind, Documents.Audience audience, Instant at, String by) {
        return jdbc.sql(
                        """
                        update casefile_document set case_id = :case, kind = :kind, audience = :audience, at = :at, actor_name = :by
                        where id = :id and case_id is null returning *
                        """)
                .param("case", caseId.value())
                .param("kind", kind.name())
                .param("audience", audience.name())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("id", document)
                .query(DocumentRecords::row)
                .optional();
    }

    void discard(UUID document) {
        jdbc.sql(
                        """
                        with gone as (delete from casefile_document where id = :id and case_id is null returning id)
                        delete from casefile_document_chunk where document_id in (select id from gone)
                        """)
                .param("id", document)
                .update();
    }

    int count(CaseId caseId) {
        return jdbc.sql("select count(*) from casefile_document where case_id = :case")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
    }

    List<Documents.Row> of(CaseId caseId) {
        return jdbc.sql("select * from casefile_document where case_id = :case order by at desc, id")
                .param("case", caseId.value())
                .query(DocumentRecords::row)
                .list();
    }

    List<Documents.Row> received(Collection<UUID> documents) {
        return jdbc.sql("select * from casefile_document where id = any(:ids) and case_id is null")
                .param("ids", documents.toArray(UUID[]::new))
                .query(DocumentRecords::row)
                .list();
    }

    Optional<Documents.Row> find(CaseId caseId, UUID document) {
        return jdbc.sql("select * from casefile_document where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", document)
                .query(DocumentRecords::row)
                .optional();
    }

    /** The content, one piece in memory at a time. */
    InputStream content(UUID document) {
        return new InputStream() {

            private int position = 0;
            private byte[] piece = {};
            private int at = 0;

            @Override
            public int read() {
                return isOver() ? -1 : piece[at++] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int most) {
                if (isOver()) {
                    return -1;
                }
                var length = Math.min(most, piece.length - at);
                System.arraycopy(piece, at, into, offset, length);
                at += length;
                return length;
            }

            private boolean isOver() {
                if (at == piece.length) {
                    piece = piece(document, position++).orElse(new byte[0]);
                    at = 0;
                }
                return piece.length == 0;
            }
        };
    }

    private Optional<byte[]> piece(UUID document, int position) {
        return jdbc.sql("select content from casefile_document_chunk where document_id = :id and position = :position")
                .param("id", document)
                .param("position", position)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** What is gone counts as infected: nobody gets it. */
    Documents.Scan scan(UUID document) {
        return jdbc.sql("select scan from casefile_document where id = :id")
                .param("id", document)
                .query(String.class)
                .optional()
                .map(Documents.Scan::valueOf)
                .orElse(Documents.Scan.INFECTED);
    }

    /** Those that were never tried first, then the ones that were tried longest ago. */
    List<UUID> waiting(int most) {
        return jdbc.sql("select id from casefile_document where scan = 'WAITING'"
                        + " order by scan_tried nulls first, at, id limit :most")
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    void tried(UUID document, Instant at) {
        jdbc.sql("update casefile_document set scan_tried = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", document)
                .update();
    }

    /** Nothing when it was settled before. */
    Optional<Settled> settle(UUID document, Documents.Scan scan) {
        return jdbc.sql("update casefile_document set scan = :scan where id = :id and scan = 'WAITING'"
                        + " returning case_id, name, actor_name")
                .param("scan", scan.name())
                .param("id", document)
                .query((row, number) -> new Settled(
                        caseId(row.getObject("case_id", UUID.class)),
                        row.getString("name"),
                        row.getString("actor_name")))
                .optional();
    }

    void removeContent(UUID document) {
        jdbc.sql("delete from casefile_document_chunk where document_id = :id")
                .param("id", document)
                .update();
    }

    private static @Nullable CaseId caseId(@Nullable UUID id) {
        return id == null ? null : new CaseId(id);
    }

    static Documents.Row row(ResultSet row, int number) throws SQLException {
        return new Documents.Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Documents.Kind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                row.getString("sha256"),
                Documents.Scan.valueOf(row.getString("scan")),
                row.getObject("origin", UUID.class),
                row.getInt("version"),
                row.getBoolean("latest"),
                Documents.Audience.valueOf(row.getString("audience")));
    }

    /** @param caseId none when it isn't in a case yet */
    record Settled(@Nullable CaseId caseId, String name, String by) {}
}
