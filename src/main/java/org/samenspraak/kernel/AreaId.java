package org.samenspraak.kernel;

import java.util.UUID;

/** Names a part of the municipality. */
public record AreaId(UUID value) {

    public static AreaId create() {
        return new AreaId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no id */
    public static AreaId parse(String text) {
        return new AreaId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
