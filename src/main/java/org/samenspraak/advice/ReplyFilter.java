package org.samenspraak.advice;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which points somebody wants to see, as the address of the page says; what is empty matches all.
 *
 * @param council id
 * @param q part of the topic or of the text
 * @param kind code of a {@link PointKind}
 * @param outcome code of an {@link Outcome}, or {@value #OPEN}
 * @param order {@value #BY_COUNCIL}, or by topic
 * @param after the last point of the page before
 */
record ReplyFilter(
        @Nullable UUID council,
        @Nullable String q,
        @Nullable String kind,
        @Nullable String outcome,
        @Nullable String order,
        @Nullable UUID after) {

    static final String OPEN = "open";
    static final String BY_COUNCIL = "council";
    static final ReplyFilter ALL = new ReplyFilter(null, null, null, null, BY_COUNCIL, null);
    static final ReplyFilter UNANSWERED = new ReplyFilter(null, null, null, OPEN, BY_COUNCIL, null);

    public boolean isByCouncil() {
        return BY_COUNCIL.equals(order);
    }

    /** Whether points are left out. */
    public boolean isOn() {
        return council != null || isGiven(q) || isGiven(kind) || isGiven(outcome);
    }

    static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** The same list from a point on. */
    public ReplyFilter after(@Nullable UUID point) {
        return new ReplyFilter(council, q, kind, outcome, order, point);
    }

    /** What stands behind the question mark of the address. */
    public String text() {
        return UriComponentsBuilder.newInstance()
                .queryParam("council", Objects.toString(council, ""))
                .queryParam("q", "{q}")
                .queryParam("kind", "{kind}")
                .queryParam("outcome", "{outcome}")
                .queryParam("order", "{order}")
                .queryParam("after", Objects.toString(after, ""))
                .encode()
                .buildAndExpand(text(q), text(kind), text(outcome), text(order))
                .toUriString()
                .substring(1);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
