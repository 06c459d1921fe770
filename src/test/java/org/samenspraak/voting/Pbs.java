package org.samenspraak.voting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files in tests. */
final class Pbs {

    private Pbs() {}

    static Pb read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Pb read(byte[] bytes) {
        try {
            return PbReader.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome count(byte[] bytes) {
        return Count.of(PbElections.of(read(bytes)));
    }

    static Outcome count(String text) {
        return Count.of(PbElections.of(read(text)));
    }
}
