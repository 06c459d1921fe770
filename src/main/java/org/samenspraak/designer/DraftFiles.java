package org.samenspraak.designer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that designers changed and nobody published yet, one draft of each. */
@Repository
class DraftFiles {

    private static final String COLUMNS = "file, content, version, by_id, by_name, at";

    private final JdbcClient jdbc;
    private final Clock clock;

    DraftFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<DraftFile> of(String folder) {
        return jdbc.sql("select " + COLUMNS + " from designer_draft where folder = ? order by file")
                .params(folder)
                .query(DraftFile.class)
                .list();
    }

    Optional<DraftFile> find(String folder, String file) {
        return jdbc.sql("select " + COLUMNS + " from designer_draft where folder = ? and file = ?")
                .params(folder, file)
                .query(DraftFile.class)
                .optional();
    }

    /** Folders with a draft, and how many files it changes. */
    List<Drafted> folders() {
        return jdbc.sql("select folder, count(*) as files, max(at) as at from designer_draft group by folder")
                .query(Drafted.class)
                .list();
    }

    /**
     * Writes it over the version that it was read from.
     *
     * @param content none takes the file out
     * @param version 0 when there was no draft
     * @return the version it has now, or nothing when somebody else wrote meanwhile
     */
    Optional<Long> keep(String folder, String file, @Nullable String content, long version, Actor by) {
        var sql = version == 0
                ? """
                insert into designer_draft (folder, file, content, editors, by_id, by_name, at)
                values (:folder, :file, :content, array[:editor]::uuid[], :editor, :by, :at)
                on conflict do nothing returning version"""
                : """
                update designer_draft set content = :content, by_id = :editor, by_name = :by, at = :at,
                       editors = case when :editor = any(editors) then editors else editors || :editor end,
                       version = nextval('designer_draft_version')
                 where folder = :folder and file = :file and version = :version returning version""";
        return jdbc.sql(sql)
                .param("folder", folder)
                .param("file", file)
                .param("content", content)
                .param("version", version)
                .param("editor", by.id())
                .param("by", by.name())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** False when it is gone or another. */
    boolean drop(String folder, String file, long version) {
        return jdbc.sql("delete from designer_draft where folder = ? and file = ? and version = ?")
                        .params(folder, file, version)
                        .update()
                == 1;
    }

    void dropAll(String folder) {
        jdbc.sql("delete from designer_draft where folder = ?").params(folder).update();
    }

    /** Everybody who wrote in the draft of this folder, and what version it has as a whole; no change gets in between. */
    Hands hands(String folder) {
        jdbc.sql("select file from designer_draft where folder = ? for update")
                .params(folder)
                .query(String.class)
                .list();
        return new Hands(
                jdbc.sql("select distinct unnest(editors) from designer_draft where folder = ?")
                        .params(folder)
                        .query(UUID.class)
                        .list(),
                jdbc.sql("select coalesce(max(version), 0) from designer_draft where folder = ?")
                        .params(folder)
                        .query(Long.class)
                        .single());
    }

    record Hands(List<UUID> editors, long version) {

        boolean hold(@Nullable UUID person) {
            return person != null && editors.contains(person);
        }
    }

    /**
     * @param content none when the draft takes the file out
     * @param byId who wrote last; none in drafts of before this was kept
     */
    record DraftFile(
            String file, @Nullable String content, long version, @Nullable UUID byId, String byName, Instant at) {}

    record Drafted(String folder, long files, Instant at) {}
}
