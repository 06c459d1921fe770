package org.samenspraak.council;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.CouncilId;

/**
 * One kind of thing that happened to councils over the years. Each module gives what it knows; the council's page puts it on
 * one timeline and offers each kind that there is as a filter.
 */
public interface CouncilYears {

    /** Its word in addresses, letters only. Its name on screen is the message {@code council.years.<code>}. */
    String code();

    /** Its place among the filters, and among what happened at the same moment. */
    int order();

    /** Whether the council itself may see it too. */
    default boolean isForCouncil() {
        return false;
    }

    /** Before that place, newest first; by day, of one day by key in the order of its bytes. */
    List<Happening> before(CouncilId council, Place place, int limit);

    /**
     * A place on the timeline.
     *
     * @param key of what happened then; anything on that moment is before {@link #AFTER_ALL}, nothing before the empty key
     */
    record Place(Instant day, String key) {

        static final String AFTER_ALL = "~";

        static final Place END = new Place(Instant.parse("9999-01-01T00:00:00Z"), AFTER_ALL);
    }

    /**
     * @param day when it happened; the entry says when it was written down
     * @param key tells it from what happened at the same moment; no bytes above {@code z}
     * @param url where more about it stands, or none
     * @param link what is called so there
     */
    record Happening(Instant day, String key, Timeline.Entry entry, @Nullable String url, String link) {

        /**
         * Something in a case.
         *
         * @param row with the {@code day}, {@code key} and {@code kind} of it, and {@code number} and {@code title} of the case
         */
        public static Happening inCase(ResultSet row, Map<String, String> args) throws SQLException {
            var day = row.getTimestamp("day").toInstant();
            var number = row.getString("number");
            var entry = new Timeline.Entry(0, day, requireNonNull(row.getString("kind")), args, null, "", null);
            return new Happening(
                    day,
                    requireNonNull(row.getString("key")),
                    entry,
                    "/zaken/" + number,
                    number + " " + row.getString("title"));
        }
    }
}
