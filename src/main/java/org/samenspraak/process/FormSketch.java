package org.samenspraak.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields of a form as {@link ModelSketch} shows them. */
final class FormSketch {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What names a field, or holds others; the rest are its settings. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("id", "key", "path", "type", "label", "components", "layout");

    private FormSketch() {}

    static ModelSketch of(String content) {
        try {
            var form = JSON.readTree(content);
            var parts = new ArrayList<ModelSketch.Part>();
            var settings = new TreeMap<String, String>();
            form.path("properties").properties().stream()
                    .filter(setting -> !setting.getKey().equals("title"))
                    .forEach(setting -> flat(setting.getKey(), setting.getValue(), settings));
            parts.add(new ModelSketch.Part(form.path("id").asText(), "form", "", settings));
            fields(form, parts);
            return new ModelSketch(form.path("properties").path("title").asText(), parts);
        } catch (JsonProcessingException unreadable) {
            return new ModelSketch("", List.of());
        }
    }

    private static void fields(JsonNode parent, List<ModelSketch.Part> parts) {
        for (var field : parent.path("components")) {
            var settings = new TreeMap<String, String>();
            field.properties().stream()
                    .filter(setting -> !NOT_SETTINGS.contains(setting.getKey()))
                    .forEach(setting -> flat(setting.getKey(), setting.getValue(), settings));
            parts.add(new ModelSketch.Part(
                    name(field),
                    field.path("type").asText(),
                    field.path("label").asText(),
                    settings));
            fields(field, parts);
        }
    }

    private static String name(JsonNode field) {
        var key = field.path("key").asText(field.path("path").asText());
        return key.isEmpty() ? field.path("id").asText() : key;
    }

    private static void flat(String name, JsonNode value, Map<String, String> settings) {
        if (value.isObject()) {
            value.properties().forEach(inside -> flat(inside.getKey(), inside.getValue(), settings));
        } else {
            ModelSketch.put(settings, name, value.isValueNode() ? value.asText() : value.toString());
        }
    }
}
