package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    void add(CaseId caseId, Documents.Row row, String sha256) {
        jdbc.sql(
                        """
                        insert into casefile_document (id, case_id, name, kind, media_type, bytes, sha256, at, actor_name)
                        values (:id, :case, :name, :kind, :mediaType, :bytes, :sha256, :at, :by)
                        """)
                .param("id", row.id())
                .param("case", caseId.value())
                .param("name", row.name())
                .param("kind", row.kind().name())
                .param("mediaType", row.mediaType())
                .param("bytes", row.bytes())
                .param("sha256", sha256)
                .param("at", Timestamp.from(row.at()))
                .param("by", row.by())
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

    Optional<Documents.Row> find(CaseId caseId, UUID document) {
        return jdbc.sql("select * from casefile_document where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", document)
                .query(DocumentRecords::row)
                .optional();
    }

    Optional<byte[]> piece(UUID document, int position) {
        return jdbc.sql("select content from casefile_document_chunk where document_id = :id and position = :position")
                .param("id", document)
                .param("position", position)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    private static Documents.Row row(ResultSet row, int number) throws SQLException {
        return new Documents.Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Documents.Kind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"));
    }
}
