package org.samenspraak.kernel;

import java.util.UUID;

/** Names a council. */
public record CouncilId(UUID value) {

    public static CouncilId create() {
        return new CouncilId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no id */
    public static CouncilId parse(String text) {
        return new CouncilId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
