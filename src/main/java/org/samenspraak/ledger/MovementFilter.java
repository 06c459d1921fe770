package org.samenspraak.ledger;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which lines of the books; what makes no sense in an address is left out.
 *
 * @param budget of one budget, or none for all
 * @param council of one council, or none for all
 * @param number a case number or its beginning, empty for all
 * @param name a part of the name of a council, empty for all
 */
record MovementFilter(@Nullable UUID budget, @Nullable UUID council, @Nullable Kind kind, String number, String name) {

    static MovementFilter ofBudget(UUID budget, @Nullable String kind, @Nullable String number, @Nullable String name) {
        return new MovementFilter(
                budget,
                null,
                Arrays.stream(Kind.values())
                        .filter(one -> one.code().equals(kind))
                        .findFirst()
                        .orElse(null),
                clean(number),
                clean(name));
    }

    static MovementFilter ofCouncil(UUID council) {
        return new MovementFilter(null, council, null, "", "");
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\0", "");
    }

    /** As it stands in an address. */
    public String query() {
        return String.valueOf(UriComponentsBuilder.newInstance()
                .queryParam("kind", kind == null ? "" : kind.code())
                .queryParam("number", "{number}")
                .queryParam("name", "{name}")
                .encode()
                .build(number, name)
                .getRawQuery());
    }
}
