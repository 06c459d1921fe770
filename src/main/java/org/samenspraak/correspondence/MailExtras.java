package org.samenspraak.correspondence;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What goes with a queued mail besides its text and documents. */
@Repository
class MailExtras {

    private final JdbcClient jdbc;

    MailExtras(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that queues the mail; one that was queued before keeps what it had. */
    void add(UUID message, Extra extra) {
        jdbc.sql(
                        """
                        insert into correspondence_mail_extra (message, calendar, news_of, follower, opens, voter)
                        values (:message, :calendar, :council, :follower, :opens, :voter)
                        on conflict (message) do nothing""")
                .param("message", message)
                .param("calendar", extra.calendar())
                .param("council", extra.newsOf() == null ? null : extra.newsOf().value(), Types.OTHER)
                .param("follower", extra.follower(), Types.OTHER)
                .param("opens", extra.opens(), Types.OTHER)
                .param("voter", extra.voter(), Types.OTHER)
                .update();
    }

    void remove(UUID message) {
        jdbc.sql("delete from correspondence_mail_extra where message = ?")
                .param(message)
                .update();
    }

    Optional<Extra> of(UUID message) {
        return jdbc.sql("select calendar, news_of, follower, opens, voter"
                        + " from correspondence_mail_extra where message = :message")
                .param("message", message)
                .query((row, n) -> {
                    var council = row.getObject("news_of", UUID.class);
                    return new Extra(
                            row.getString("calendar"),
                            council == null ? null : new CouncilId(council),
                            row.getObject("follower", UUID.class),
                            row.getObject("opens", UUID.class),
                            row.getObject("voter", UUID.class));
                })
                .optional();
    }

    /**
     * @param calendar iCalendar text, or none
     * @param newsOf whose news the mail is: its link stops them; none for other mails
     * @param follower of the public side, whose link it is; none for other mails
     * @param opens for whom its link is, when it is a mail to one person about a case
     * @param voter whose ballot its link opens; none for other mails
     */
    record Extra(
            @Nullable String calendar,
            @Nullable CouncilId newsOf,
            @Nullable UUID follower,
            @Nullable UUID opens,
            @Nullable UUID voter) {

        Extra(@Nullable String calendar, @Nullable CouncilId newsOf) {
            this(calendar, newsOf, null, null, null);
        }

        static Extra ofFollower(UUID follower) {
            return new Extra(null, null, follower, null, null);
        }

        static Extra ofPerson(UUID person) {
            return new Extra(null, null, null, person, null);
        }

        static Extra ofVoter(UUID voter) {
            return new Extra(null, null, null, null, voter);
        }
    }
}
