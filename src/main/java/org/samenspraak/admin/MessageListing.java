package org.samenspraak.admin;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.MessageFilter;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.kernel.Municipality;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of mails is asked for, as it stands in its address.
 *
 * @param state none for what the office sees first
 * @param number of a case, or empty
 * @param to part of a name
 * @param from day of queueing, or none
 * @param until last day of queueing, or none
 */
record MessageListing(
        @Nullable State state,
        @Nullable String number,
        @Nullable String to,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {

    private static final int LONGEST = 200;

    MessageListing {
        number = cut(number);
        to = cut(to);
    }

    private static String cut(@Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST));
    }

    MessageFilter filter(Optional<CaseView> dossier, boolean addresses, Municipality here) {
        return new MessageFilter(
                Objects.requireNonNull(state),
                dossier.map(CaseView::id).orElse(null),
                Objects.requireNonNull(to),
                addresses,
                from == null ? null : from.atStartOfDay(here.zone()).toInstant(),
                until == null
                        ? null
                        : until.plusDays(1).atStartOfDay(here.zone()).toInstant());
    }

    /** This list, of that state when none was asked. */
    MessageListing or(State usual) {
        return state == null ? new MessageListing(usual, number, to, from, until) : this;
    }

    /** The same list in another state. */
    public String url(State other) {
        return url(other, null);
    }

    String url(State other, @Nullable String before) {
        return UriComponentsBuilder.fromPath(MessagePages.LIST)
                .queryParam("state", other)
                .queryParam("number", "{number}")
                .queryParam("to", "{to}")
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("until", Optional.ofNullable(until))
                .queryParamIfPresent("before", Optional.ofNullable(before))
                .encode()
                .buildAndExpand(number, to)
                .toUriString();
    }
}
