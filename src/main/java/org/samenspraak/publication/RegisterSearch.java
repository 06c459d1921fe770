package org.samenspraak.publication;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilKind;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which councils somebody looks for.
 *
 * @param q words of the name
 * @param area that area and all inside it
 * @param ended those that were in the register, not those of today
 */
record RegisterSearch(@Nullable String q, @Nullable CouncilKind kind, @Nullable UUID area, @Nullable Boolean ended) {

    boolean isEnded() {
        return Boolean.TRUE.equals(ended);
    }

    /** Of the same search among those of today, or those that ended. */
    String url(boolean other) {
        return new RegisterSearch(q, kind, area, other).url();
    }

    public String now() {
        return url(false);
    }

    public String before() {
        return url(true);
    }

    String url() {
        return UriComponentsBuilder.fromPath("/publiek/raden")
                .queryParam("q", "{q}")
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("area", Optional.ofNullable(area))
                .queryParam("ended", isEnded())
                .encode()
                .buildAndExpand(q == null ? "" : q)
                .toUriString();
    }
}
