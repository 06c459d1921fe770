package org.samenspraak.forms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Reads form-js JSON, up to schema version 19. Bounded in size, depth and number of components. */
final class FormParser {

    private static final int LARGEST = 512 * 1024;
    private static final int MOST_COMPONENTS = 500;
    private static final int DEEPEST_GROUPS = 8;
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]{0,63}");

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxStringLength(200_000)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private int components;

    static Form parse(String json) {
        if (json.length() > LARGEST) {
            throw new Unreadable("too-large", LARGEST / 1024);
        }
        var root = read(json);
        var version = root.path("schemaVersion").asInt(1);
        if (!root.path("type").asText().equals("default")
                || root.path("id").asText().isBlank()) {
            throw new Unreadable("no-schema");
        }
        if (version > 19) {
            throw new Unreadable("too-new", version);
        }
        var fields = new FormParser().fields(root, 0, Field.Personal.NO);
        return new Form(root.path("id").asText(), json, root, fields);
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Unreadable("no-json", line(e));
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private List<Field> fields(JsonNode parent, int depth, Field.Personal around) {
        if (depth > DEEPEST_GROUPS) {
            throw new Unreadable("too-deep", DEEPEST_GROUPS);
        }
        var fields = new ArrayList<Field>();
        if (parent.has("components") && !parent.path("components").isArray()) {
            throw new Unreadable("no-list");
        }
        for (var json : parent.path("components")) {
            if (++components > MOST_COMPONENTS) {
                throw new Unreadable("too-many", MOST_COMPONENTS);
            }
            fields.add(field(json, depth, around));
        }
        return List.copyOf(fields);
    }

    private Field field(JsonNode json, int depth, Field.Personal around) {
        var name = name(json);
        var type = json.path("type").asText();
        var kind = Kind.of(type).orElseThrow(() -> new Unreadable("kind", name, type, Kind.known()));
        if (kind == Kind.DYNAMICLIST
                && json.has("isRepeating")
                && !json.path("isRepeating").asBoolean()) {
            kind = Kind.GROUP; // a list that doesn't repeat is one entry
        }
        var key = json.path(kind.holds() ? "path" : "key").asText("");
        var needsKey = kind.hasKey() || kind == Kind.DYNAMICLIST;
        if (needsKey && key.isEmpty()) {
            throw new Unreadable("no-key", name);
        }
        for (var segment : key.isEmpty() ? new String[0] : key.split("\\.", -1)) {
            if (!SEGMENT.matches(segment)) {
                throw new Unreadable("no-name", name, key);
            }
        }
        var personal = around.and(Field.Personal.of(json));
        var parts = kind.holds() ? fields(json, depth + 1, personal) : List.<Field>of();
        return new Field(
                kind,
                json.path("id").asText("c" + components),
                needsKey || kind.holds() ? key : "",
                json,
                parts,
                personal);
    }

    private String name(JsonNode json) {
        for (var property : List.of("key", "path", "id", "label")) {
            if (!json.path(property).asText("").isEmpty()) {
                return json.path(property).asText();
            }
        }
        return String.valueOf(components);
    }
}
