package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pictures of the guide for designers are there, are small, and are all used. {@link ActivityGrantJourneyIT} takes them. */
class GuidePicturesTest {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\(([^)]+)\\)");
    private static final int LARGEST = 100 * 1024;

    @Test
    void areThereAndSmall() throws IOException {
        var named = PICTURE.matcher(Files.readString(DOCS.resolve("designer-guide.md")))
                .results()
                .map(found -> DOCS.resolve(found.group(1)))
                .toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(5).allSatisfy(picture -> {
            assertThat(picture).isRegularFile();
            assertThat(Files.size(picture)).as(picture.toString()).isBetween(1_000L, (long) LARGEST);
        });
        try (var files = Files.list(DOCS.resolve("designer-guide"))) {
            assertThat(files).allSatisfy(file -> assertThat(named).contains(file));
        }
    }
}
