package org.samenspraak.correspondence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils.CouncilView;

/** What a letter may say of a council's place in the register. Public for the templates. */
public final class Register {

    private final @Nullable CouncilView council;

    Register(@Nullable CouncilView council) {
        this.council = council;
    }

    public @Nullable LocalDate getFrom() {
        return council == null ? null : council.from();
    }

    public @Nullable LocalDate getUntil() {
        return council == null ? null : council.until();
    }

    public @Nullable String getLevel() {
        return council == null ? null : council.level();
    }
}
