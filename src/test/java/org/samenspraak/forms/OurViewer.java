package org.samenspraak.forms;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.samenspraak.forms.Forms.Judgement;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Our pages, used as a browser without JavaScript does: fill in a control that is there, press a button, send. */
final class OurViewer {

    private final FormsHouse house = new FormsHouse();
    private final Form form;
    private final Map<String, Object> stored;
    private final LinkedMultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
    private FormView view;

    private OurViewer(JsonNode pair) {
        form = house.forms.parse(pair.path("schema").toString());
        stored = Json.read(pair.path("data").toString());
        view = house.forms.view(form, stored);
    }

    static JsonNode play(JsonNode pair) {
        var ours = new OurViewer(pair);
        pair.path("steps").forEach(it -> ours.act(it.path(0).asText(), it.path(1)));
        var judged = ours.send();
        var result = new LinkedHashMap<String, Object>();
        result.put("shown", look(ours.view.lines()));
        result.put("wrong", judged.errors().stream().map(Forms.FieldError::path).toList());
        result.put("submitted", judged.answers().values());
        return FormParser.MAPPER.valueToTree(result);
    }

    private void act(String what, JsonNode value) {
        var sent = controls();
        switch (what) {
            case "+" -> sent.add(Typed.ADD, value.asText());
            case "-" -> sent.add(Typed.REMOVE, value.asText());
            default -> {
                fill(sent, what, value);
                sent.add(Typed.UPDATE, what);
            }
        }
        view = house.forms.rework(form, stored, sent).orElseThrow();
    }

    private void fill(LinkedMultiValueMap<String, String> sent, String path, JsonNode value) {
        var controls = page().select("[name='" + path + "']:not([readonly]):not([disabled])");
        if (controls.isEmpty()) {
            throw new IllegalStateException("can't be filled in: " + path);
        }
        if (controls.get(0).attr("type").equals("file")) {
            value.forEach(it -> files.add(
                    path,
                    new MockMultipartFile(path, it.asText(), "text/plain", "text".getBytes(StandardCharsets.UTF_8))));
            return;
        }
        sent.remove(path);
        if (value.isArray()) {
            value.forEach(it -> sent.add(path, it.asText()));
        } else if (!value.isBoolean() || value.asBoolean()) {
            sent.add(path, value.asText());
        }
    }

    private FormElement page() {
        var page = house.page(view);
        page.select("form").remove();
        return Jsoup.parse("<form>" + page.body().html() + "</form>").forms().get(0);
    }

    private LinkedMultiValueMap<String, String> controls() {
        var sent = new LinkedMultiValueMap<String, String>();
        page().formData().forEach(it -> sent.add(it.key(), it.value()));
        return sent;
    }

    private Judgement send() {
        return house.forms.judge(form, Preview.withFiles(form, stored, files), controls());
    }

    private static List<Map<String, Object>> look(List<FieldView.Line> lines) {
        var seen = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            for (var field : line.fields()) {
                seen.add(look(field));
                seen.addAll(look(field.lines()));
                field.rows().forEach(row -> seen.addAll(look(row.lines())));
            }
        }
        return seen;
    }

    private static Map<String, Object> look(FieldView field) {
        var shows = List.of("text", "html", "image").contains(field.kind());
        var closed = field.fixed() && List.of("select", "taglist").contains(field.kind());
        var offered =
                field.options().stream().map(FieldView.Option::label).sorted().toList();
        var around = Stream.of("prefix", "suffix").map(field.more()::get);
        return Map.of(
                "kind", field.kind(),
                "label", shows ? "" : line(field.label()),
                "required", field.required(),
                "description", line(field.description()),
                "around", around.filter(it -> it != null).toList(),
                "locked", field.fixed(),
                "offered", closed ? List.of() : offered,
                "text", text(field));
    }

    private static String text(FieldView field) {
        return switch (field.kind()) {
            case "text", "html" -> Jsoup.parse("" + field.more().get("html")).text();
            case "image" -> "" + field.more().getOrDefault("source", "");
            case "table" -> table(field.more());
            default -> "";
        };
    }

    private static String table(Map<String, Object> more) {
        var cells = (List<?>) more.getOrDefault("cells", List.of());
        var rows = cells.isEmpty() ? List.of(List.of("Nothing to show.")) : cells;
        return Stream.concat(Stream.of(more.get("columns")), rows.stream())
                .map(row -> StreamSupport.stream(((Iterable<?>) row).spliterator(), false)
                        .map(Object::toString)
                        .collect(joining("|")))
                .collect(joining("/"));
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
