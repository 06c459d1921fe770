package org.samenspraak.wijkbudget;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what is told of projects that are carried out, and what everybody reads of it: {@code wijkbudget_progress}. */
@Repository
class ProgressNotes {

    private final JdbcClient jdbc;

    ProgressNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it was told before */
    boolean tell(UUID project, Progress sent) {
        return jdbc.sql(
                                """
                        insert into wijkbudget_progress (id, project, at, by, words, photo, public_words, public_photo, public_on, milestone, report)
                        values (:id, :project, :at, :by, :words, :photo, :public, :shown, :on, :milestone, :report)
                        on conflict (id) do nothing
                        """)
                        .param("id", sent.id())
                        .param("project", project)
                        .param("at", Timestamp.from(sent.at()))
                        .param("by", sent.by())
                        .param("words", sent.words())
                        .param("photo", sent.photo(), Types.OTHER)
                        .param("public", sent.publicWords(), Types.VARCHAR)
                        .param("shown", sent.publicPhoto())
                        .param("on", sent.publicOn(), Types.DATE)
                        .param("milestone", sent.milestone(), Types.INTEGER)
                        .param("report", sent.report())
                        .update()
                == 1;
    }

    void addPhoto(UUID progress, UUID photo) {
        jdbc.sql("update wijkbudget_progress set photo = ? where id = ?")
                .params(photo, progress)
                .update();
    }

    /** Puts words on the site, by themselves or for what was sent. */
    void publish(UUID project, UUID progress, String words, boolean photo, Instant at, LocalDate on, String by) {
        jdbc.sql(
                        """
                        insert into wijkbudget_progress (id, project, at, by, words, public_words, public_photo, public_on)
                        values (:id, :project, :at, :by, '', :words, false, :on)
                        on conflict (id) do update set public_words = :words, public_photo = :photo, public_on = :on, hidden_on = null
                        """)
                .param("id", progress)
                .param("project", project)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("words", words)
                .param("photo", photo)
                .param("on", on)
                .update();
    }

    /** What was sent is no news for the site. */
    void handle(UUID progress, LocalDate on) {
        jdbc.sql("update wijkbudget_progress set handled_on = ? where id = ?")
                .params(on, progress)
                .update();
    }

    /** Nothing when it isn't on the site. */
    boolean hide(UUID project, UUID progress, LocalDate on) {
        return jdbc.sql(
                                """
                                update wijkbudget_progress set public_on = null, public_photo = false, hidden_on = :on
                                 where project = :project and id = :id and public_on is not null
                                """)
                        .param("on", on)
                        .param("project", project)
                        .param("id", progress)
                        .update()
                == 1;
    }
}
