package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.kernel.CouncilId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code council_mail_choice} and {@code council_mail_reader}. */
@Repository
class MailReaders {

    private final JdbcClient jdbc;
    private final ChosenMembers chosen;

    MailReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.chosen = new ChosenMembers(jdbc, "council_mail_reader");
    }

    /** Chosen readers who are members on that day: the membership they were chosen by, by the one of that day. */
    Map<UUID, UUID> on(CouncilId council, LocalDate day) {
        return chosen.on(council, day);
    }

    /** Leaves who stays as they are. */
    void replace(CouncilId council, Collection<UUID> kept, Collection<UUID> added) {
        chosen.keep(council, kept);
        for (var membership : added) {
            jdbc.sql("insert into council_mail_reader (membership_id) values (:id) on conflict do nothing")
                    .param("id", membership)
                    .update();
        }
    }

    /** Without its readers. */
    Optional<MailChoice> choice(CouncilId council) {
        return jdbc.sql("select * from council_mail_choice where council_id = :council")
                .param("council", council.value())
                .query(MailReaders::choice)
                .optional();
    }

    List<CouncilId> interested() {
        return jdbc.sql("select council_id from council_mail_choice where interest <> 'NONE' order by council_id")
                .query((row, n) -> new CouncilId(row.getObject("council_id", UUID.class)))
                .list();
    }

    /** @throws OptimisticLockingFailureException when somebody chose since that version */
    void choose(CouncilId council, MailChoice choice) {
        var changed = jdbc.sql(
                        """
                        insert into council_mail_choice (council_id, mailbox, language, interest, themes, version)
                        select :council, :mailbox, :language, :interest, :themes, 1 where :version = 0
                          or exists (select 1 from council_mail_choice where council_id = :council)
                        on conflict (council_id) do update set mailbox = :mailbox, language = :language, interest = :interest,
                          themes = :themes, version = council_mail_choice.version + 1
                        where council_mail_choice.version = :version""")
                .param("council", council.value())
                .param("mailbox", choice.mailbox())
                .param("language", choice.english() ? "en" : "nl")
                .param("interest", choice.interest().name())
                .param("themes", choice.themes().toArray(String[]::new))
                .param("version", choice.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("mail choice of council " + council);
        }
    }

    private static MailChoice choice(ResultSet row, int number) throws SQLException {
        return new MailChoice(
                Set.of(),
                row.getString("mailbox"),
                row.getString("language").equals("en"),
                Interest.valueOf(row.getString("interest")),
                Set.of((String[]) row.getArray("themes").getArray()),
                row.getInt("version"));
    }
}
