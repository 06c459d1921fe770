package org.samenspraak.forms;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code forms_chosen_file}. */
@Repository
class ChosenFileRecords {

    private final JdbcClient jdbc;

    ChosenFileRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction: two tabs that add files wait for each other. */
    void lock(DraftPlace place) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 46))")
                .param("what", place.key() + '\n' + place.party())
                .query(rs -> {});
    }

    void add(DraftPlace place, Row row, LocalDate removeOn) {
        jdbc.sql(
                        """
                        insert into forms_chosen_file (document_id, key, party, path, name, bytes, sha256, remove_on)
                        values (:id, :key, :party, :path, :name, :bytes, :sha256, :removeOn)
                        """)
                .param("id", row.id())
                .param("key", place.key())
                .param("party", place.party())
                .param("path", row.path())
                .param("name", row.name())
                .param("bytes", row.bytes())
                .param("sha256", row.sha256())
                .param("removeOn", removeOn)
                .update();
    }

    List<Row> of(DraftPlace place) {
        return jdbc.sql("select * from forms_chosen_file where key = :key and party = :party order by seq")
                .param("key", place.key())
                .param("party", place.party())
                .query((rs, number) -> new Row(
                        rs.getObject("document_id", UUID.class),
                        rs.getString("path"),
                        rs.getString("name"),
                        rs.getLong("bytes"),
                        rs.getString("sha256")))
                .list();
    }

    long bytesInAll() {
        return jdbc.sql("select coalesce(sum(bytes), 0) from forms_chosen_file")
                .query(Long.class)
                .single();
    }

    List<UUID> ofKey(String key) {
        return jdbc.sql("select document_id from forms_chosen_file where key = :key")
                .param("key", key)
                .query(UUID.class)
                .list();
    }

    List<UUID> until(LocalDate today) {
        return jdbc.sql("select document_id from forms_chosen_file where remove_on <= :today")
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    void remove(Collection<UUID> documents) {
        jdbc.sql("delete from forms_chosen_file where document_id = any(:ids)")
                .param("ids", documents.toArray(UUID[]::new))
                .update();
    }

    record Row(UUID id, String path, String name, long bytes, String sha256) {}
}
