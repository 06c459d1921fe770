package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The stand-alone recount, for tests of who makes the files. */
public final class RecountRun {

    private RecountRun() {}

    /** What it prints for a file that it must be able to count. */
    public static byte[] of(Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(Recount.run(new String[] {file.toString()}, out, err))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toByteArray();
    }
}
