package org.samenspraak.kernel;

import java.util.UUID;

/** Names one run of a trajectory. */
public record CaseId(UUID value) {

    public static CaseId create() {
        return new CaseId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no id */
    public static CaseId parse(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
