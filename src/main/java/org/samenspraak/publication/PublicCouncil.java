package org.samenspraak.publication;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils.CouncilView;

/**
 * What everybody may know of a council; never a person. Its fields are those of the downloads.
 *
 * @param kind as in the register ("wijkraad")
 * @param standing recognised, registered, expired or withdrawn
 */
record PublicCouncil(
        UUID id,
        String name,
        String kind,
        UUID areaId,
        String area,
        String standing,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String level) {

    static PublicCouncil of(CouncilView council, String area) {
        return new PublicCouncil(
                council.id().value(),
                council.name(),
                word(council.kind()),
                council.area().value(),
                area,
                word(council.standing()),
                council.from(),
                council.until(),
                council.level());
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
