package org.samenspraak.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bars are drawn in the colours of the design, and are seen by who sees no colours (WCAG 1.4.11). */
class BarColoursTest {

    private static final Path CSS = Path.of("src/main/frontend/css");
    private static final Pattern TOKEN = Pattern.compile("--samenspraak-([a-z-]+): #([0-9a-f]{3,6});");

    @Test
    void takesEveryColourFromTheDesign() throws IOException {
        assertThat(Files.readString(CSS.resolve("insight.css")).lines().filter(it -> it.matches(" *(fill|stroke): .*")))
                .hasSizeGreaterThan(3)
                .allMatch(it -> it.contains("var(--samenspraak-"));
    }

    @Test
    void showsTheDarkPartAndTheEdgeWell() throws IOException {
        var colours = TOKEN.matcher(Files.readString(CSS.resolve("tokens.css")))
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> luminance(it.group(2))));

        assertThat(contrast(colours, "late", "brand-tint")).isGreaterThan(3);
        assertThat(contrast(colours, "brand", "brand-tint")).isGreaterThan(3);
        assertThat(contrast(colours, "brand", "card")).isGreaterThan(3);
    }

    private static double contrast(Map<String, Double> colours, String dark, String light) {
        return (get(colours, light) + 0.05) / (get(colours, dark) + 0.05);
    }

    private static double get(Map<String, Double> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static double luminance(String hex) {
        var full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        var parts = IntStream.of(0, 2, 4)
                .mapToDouble(at -> Integer.parseInt(full.substring(at, at + 2), 16) / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
