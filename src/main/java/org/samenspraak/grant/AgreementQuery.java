package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.GroupId;

/**
 * Which agreements somebody wants to see; filters that are left out match all.
 *
 * @param after the place of the last one of the page before: its day and id
 */
record AgreementQuery(
        boolean mine, Show show, @Nullable UUID council, @Nullable String after, SignedIn me, LocalDate today) {

    enum Show {
        OPEN,
        LATE,
        DONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(OPEN);
        }
    }

    String where(Map<String, Object> params) {
        var where = new StringBuilder(
                switch (show) {
                    case OPEN -> "a.done_on is null";
                    case LATE -> "a.done_on is null and a.due < :today";
                    case DONE -> "a.done_on is not null";
                });
        if (show == Show.LATE) {
            params.put("today", today);
        }
        if (mine) {
            params.put("groups", me.groups().stream().map(GroupId::toString).toArray(String[]::new));
            params.put("me", me.person().value());
            where.append(" and (a.owner_group = any(:groups) or a.owner_person = :me)");
        }
        if (council != null) {
            params.put("council", council);
            where.append(" and a.council_id = :council");
        }
        if (after != null) {
            var place = after.split("_", 2);
            params.put("day", LocalDate.parse(place[0]));
            params.put("id", Long.parseLong(place[1]));
            where.append(" and (a.due, a.id) > (:day, :id)");
        }
        return where.toString();
    }

    /** Of the list with the same filters, but for what it shows. */
    public String address(Show other) {
        return "/afspraken?mine=" + mine + "&show=" + other.code() + (council == null ? "" : "&council=" + council);
    }

    /** Without what makes no sense. */
    static @Nullable String place(@Nullable String after) {
        return after != null
                        && after.matches("[^_]+_\\d{1,18}")
                        && TypedDay.of(after.split("_", 2)[0]).isPresent()
                ? after
                : null;
    }
}
