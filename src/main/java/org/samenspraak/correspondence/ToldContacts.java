package org.samenspraak.correspondence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom each council was last told to call. */
@Repository
class ToldContacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    ToldContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps whom the council is told now; the mail address of whom it was told before, none the first time. */
    Optional<String> replace(CouncilId council, Contact contact) {
        var before = jdbc.sql("select mail from correspondence_told_contact where council = :council for update")
                .param("council", council.value())
                .query(String.class)
                .optional();
        jdbc.sql(
                        """
                        insert into correspondence_told_contact (council, mail, name, told_at) values (:council, :mail, :name, :now)
                        on conflict (council) do update set mail = :mail, name = :name, told_at = :now
                        where correspondence_told_contact.mail <> :mail""")
                .param("council", council.value())
                .param("mail", contact.mail())
                .param("name", contact.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return before;
    }
}
