package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code council_calendar}. */
@Repository
class CalendarRecords {

    private final JdbcClient jdbc;

    CalendarRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void set(CouncilId council, String address, Instant nextRead) {
        jdbc.sql(
                        """
                        insert into council_calendar (council_id, address, next_read) values (:council, :address, :next)
                        on conflict (council_id) do update set address = :address, next_read = :next, read_at = null,
                          problem = null""")
                .param("council", council.value())
                .param("address", address)
                .param("next", Timestamp.from(nextRead))
                .update();
    }

    boolean remove(CouncilId council) {
        return jdbc.sql("delete from council_calendar where council_id = :council")
                        .param("council", council.value())
                        .update()
                == 1;
    }

    Optional<Kept> find(CouncilId council) {
        return jdbc.sql("select * from council_calendar where council_id = :council")
                .param("council", council.value())
                .query(CalendarRecords::kept)
                .optional();
    }

    /** The one that waits longest, which nobody else reads until {@code again}. */
    Optional<Kept> claim(Instant now, Instant again) {
        return jdbc.sql(
                        """
                        update council_calendar set next_read = :again where council_id =
                          (select council_id from council_calendar where next_read <= :now
                           order by next_read, council_id limit 1 for update skip locked)
                        returning *""")
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(again))
                .query(CalendarRecords::kept)
                .optional();
    }

    /** False when the council gave another address meanwhile. */
    boolean wasRead(Kept calendar, Instant at, @Nullable String problem) {
        return jdbc.sql(
                                """
                        update council_calendar set read_at = :at, problem = :problem
                        where council_id = :council and address = :address""")
                        .param("at", Timestamp.from(at))
                        .param("problem", problem)
                        .param("council", calendar.council().value())
                        .param("address", calendar.address())
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Kept(
                new CouncilId(Objects.requireNonNull(row.getObject("council_id", UUID.class))),
                row.getString("address"),
                read == null ? null : read.toInstant(),
                row.getString("problem"));
    }

    /** @param problem why the last reading failed, or none */
    record Kept(CouncilId council, String address, @Nullable Instant readAt, @Nullable String problem) {

        /** Without the address, which may hold a secret. */
        @Override
        public String toString() {
            return "Kept[" + council + "]";
        }
    }
}
