package org.samenspraak.correspondence;

import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.LetterTexts.Version;

/**
 * A text and what holds of it.
 *
 * @param title with a sample for each of its fields
 * @param version the newest one of the city, or none
 * @param changed whether the city's own text holds
 * @param news whether another text was shipped since the city wrote its own
 * @param own whether the city made it: nothing came along
 */
public record TextOverview(
        String name,
        String language,
        String folder,
        String kind,
        String title,
        @Nullable Version version,
        boolean changed,
        boolean news,
        boolean drafted,
        boolean own) {

    public int published() {
        return version == null ? 0 : version.version();
    }
}
