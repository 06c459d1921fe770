package org.samenspraak.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.PersonId;

/**
 * An address that shows part of the agenda to a calendar program; the address itself is known to its owner only.
 *
 * @param person who made it, and by whose roles it shows something
 * @param choice what it shows ({@link FeedChoices})
 * @param kinds of entries
 * @param usedAt when it was read last, to the hour; none when it never was
 */
record Feed(
        UUID id,
        PersonId person,
        String choice,
        List<String> kinds,
        Locale language,
        Instant madeAt,
        @Nullable Instant usedAt) {}
