package org.samenspraak.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilYears;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters and mails that went out to a council, also in cases that another one has now. */
@Repository
class LetterYears implements CouncilYears {

    private final JdbcClient jdbc;

    LetterYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "letters";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean isForCouncil() {
        return true;
    }

    @Override
    public List<Happening> before(CouncilId council, Place place, int limit) {
        return jdbc.sql(
                        """
                        select m.id::text as key, m.subject, m.recipient_name, m.sent_at, c.number
                        from correspondence_message m join casefile_case c on c.id = m.case_id
                        where m.council = :council and c.number is not null and m.state = 'SENT'
                        and (m.sent_at, m.id::text collate "C") < (:day, :key)
                        order by m.sent_at desc, m.id::text collate "C" desc limit :limit
                        """)
                .param("council", council.value())
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query(LetterYears::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        var sent = row.getTimestamp("sent_at").toInstant();
        var key = Objects.requireNonNull(row.getString("key"));
        var who = Map.of("who", Objects.requireNonNull(row.getString("recipient_name")));
        var entry = new Timeline.Entry(0, sent, "council.letter", who, null, "", null);
        return new Happening(
                sent,
                key,
                entry,
                "/zaken/" + row.getString("number") + "/berichten/" + key,
                Objects.requireNonNull(row.getString("subject")));
    }
}
