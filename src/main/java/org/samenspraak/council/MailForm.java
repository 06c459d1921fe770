package org.samenspraak.council;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.MailChoice.Interest;

/** The choice of a council as it was typed. */
public record MailForm(
        @Nullable List<UUID> readers,
        @Nullable String mailbox,
        @Nullable Boolean english,
        @Nullable Interest interest,
        @Nullable List<String> themes,
        @Nullable Integer version) {

    /** A page without a choice of language says nothing about it. */
    public MailForm {
        english = Boolean.TRUE.equals(english);
    }

    public static MailForm of(MailChoice choice) {
        return new MailForm(
                List.copyOf(choice.readers()),
                choice.mailbox(),
                choice.english(),
                choice.interest(),
                List.copyOf(choice.themes()),
                choice.version());
    }

    public MailChoice choice() {
        return new MailChoice(
                readers == null ? Set.of() : Set.copyOf(readers),
                mailbox,
                Boolean.TRUE.equals(english),
                Objects.requireNonNullElse(interest, Interest.NONE),
                themes == null ? Set.of() : new HashSet<>(themes),
                Objects.requireNonNullElse(version, 0));
    }

    public boolean reads(UUID membership) {
        return readers != null && readers.contains(membership);
    }

    public boolean asks(String theme) {
        return themes != null && themes.contains(theme);
    }
}
