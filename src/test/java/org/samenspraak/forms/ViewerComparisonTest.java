package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The same schema, data and typing in the real form-js viewer and on our pages: what is shown, what is wrong after
 * sending and what is submitted. A difference on purpose names its row in ADR 6; one that is not named fails, and so does
 * a named one that is no longer there.
 */
@Tag("full")
class ViewerComparisonTest {

    private static final Path ADR = Path.of("docs/adr/0006-forms-on-the-server.md");
    private static final List<String> PARTS = List.of("shown", "wrong", "submitted");

    private static final List<String> counted = new ArrayList<>();
    private static RealViewer viewer;

    record Pair(String name, JsonNode json) {

        @Override
        public String toString() {
            return name;
        }

        String row(String part) {
            return json.path("differs").path(part).asText("");
        }
    }

    @BeforeAll
    static void open() {
        viewer = new RealViewer();
    }

    @AfterAll
    static void close() throws IOException {
        viewer.close();
        var different = counted.stream().filter(it -> it.endsWith("}")).count();
        var summary = "%d pairs, %d equal, %d different on purpose"
                .formatted(counted.size(), counted.size() - different, different);
        Files.write(
                Path.of("target/viewer-comparison.txt"),
                Stream.concat(Stream.of(summary), counted.stream().sorted()).toList());
    }

    static List<Pair> pairs() throws IOException {
        var pairs = new ArrayList<Pair>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:forms/viewer/*.json")) {
            var feature = String.valueOf(file.getFilename()).replace(".json", "");
            FormParser.MAPPER
                    .readTree(file.getContentAsString(StandardCharsets.UTF_8))
                    .properties()
                    .forEach(it -> pairs.add(new Pair(feature + ", " + it.getKey(), whole(it.getValue()))));
        }
        return pairs;
    }

    /** Files hold components only; ids are made from their place. */
    private static JsonNode whole(JsonNode brief) {
        var pair = (ObjectNode) brief;
        var schema = pair.putObject("schema")
                .put("type", "default")
                .put("id", "test")
                .put("schemaVersion", 19);
        schema.set("components", pair.remove("components"));
        name(schema.withArray("components"), "f");
        pair.putIfAbsent("data", FormParser.MAPPER.createObjectNode());
        pair.putIfAbsent("steps", FormParser.MAPPER.createArrayNode());
        return pair;
    }

    private static void name(ArrayNode components, String prefix) {
        for (int i = 0; i < components.size(); i++) {
            var component = (ObjectNode) components.get(i);
            component.put("id", prefix + i);
            if (component.has("components")) {
                name(component.withArray("components"), prefix + i + "x");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void meansTheSame(Pair pair) throws IOException {
        var theirs = viewer.play(pair.json());
        var ours = OurViewer.play(pair.json());

        var accepted = ours.path("wrong").isEmpty() && theirs.path("wrong").isEmpty();
        var rows = new TreeMap<String, String>();
        for (var part : PARTS) {
            var row = pair.row(part);
            var compared = !part.equals("submitted") || accepted;
            if (row.isEmpty() && compared) {
                assertThat(plain(ours.path(part))).as(part).isEqualTo(plain(theirs.path(part)));
            } else if (!row.isEmpty()) {
                assertThat(plain(ours.path(part)))
                        .as("%s: \"%s\" is no difference any more", part, row)
                        .isNotEqualTo(plain(theirs.path(part)));
                rows.put(part, row);
            }
        }
        counted.add(pair.name() + (rows.isEmpty() ? "" : ": " + rows));
    }

    @Test
    void comparesEnough() throws IOException {
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyDifferenceOnPurposeStandsInTheRecord() throws IOException {
        var adr = Files.readString(ADR);
        for (var pair : pairs()) {
            PARTS.stream().map(pair::row).filter(it -> !it.isEmpty()).forEach(it -> assertThat(adr)
                    .as(pair.name())
                    .contains("\n| " + it + " |"));
        }
    }

    /** What wasn't answered is null or empty there and isn't kept here; a row of which everything is hidden is null there. */
    private static JsonNode plain(JsonNode json) {
        if (json instanceof ObjectNode object) {
            var plain = FormParser.MAPPER.createObjectNode();
            object.properties().stream().sorted(Map.Entry.comparingByKey()).forEach(it -> {
                var value = plain(it.getValue());
                if (!isNothing(value)) {
                    plain.set(it.getKey(), value);
                }
            });
            return plain;
        }
        if (json instanceof ArrayNode array) {
            var plain = FormParser.MAPPER.createArrayNode();
            array.forEach(it -> plain.add(it.isNull() ? FormParser.MAPPER.createObjectNode() : plain(it)));
            return plain;
        }
        return json.isNumber() ? DecimalNode.valueOf(json.decimalValue().stripTrailingZeros()) : json;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.asText().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }
}
