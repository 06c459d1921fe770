package org.samenspraak.insight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.springframework.web.util.UriUtils;

/**
 * What the overview is about.
 *
 * @param quarter as in an address, {@code 2026-Q4}
 * @param area as it was chosen
 * @param areas that area and those inside it; none is everywhere
 */
public record Scope(String quarter, @Nullable String trajectory, @Nullable AreaId area, Set<AreaId> areas) {

    /** The same about one trajectory. */
    Scope of(String one) {
        return new Scope(quarter, one, area, areas);
    }

    public UUID[] ids() {
        return areas.stream().map(AreaId::value).toArray(UUID[]::new);
    }

    /** The list of cases of the same area and trajectory, with this more. */
    public String cases(String more) {
        return "/zaken?" + more + filters();
    }

    /** What stands behind the question mark of the page's address. */
    public String text() {
        return "quarter=" + quarter + filters();
    }

    private String filters() {
        return (trajectory == null ? "" : "&trajectory=" + UriUtils.encode(trajectory, UTF_8))
                + (area == null ? "" : "&area=" + area);
    }
}
