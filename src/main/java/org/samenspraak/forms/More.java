package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What only the fragment of a kind reads: keyboard, limits, made-safe text, rows of a table. */
class More {

    private static final int MOST_ROWS = 500;
    /** In pixels; form-js starts with 60. */
    private static final int LARGE_SPACE = 60;

    private final Evaluator evaluator;
    private final FormSettings settings;
    private final Field field;
    private final Here here;
    private final Locale locale;
    private final boolean unreadable;
    private final Map<String, Object> more = new LinkedHashMap<>();

    More(Evaluator evaluator, FormSettings settings, Field field, Here here, Locale locale, boolean unreadable) {
        this.evaluator = evaluator;
        this.settings = settings;
        this.field = field;
        this.here = here;
        this.locale = locale;
        this.unreadable = unreadable;
    }

    Map<String, Object> attributes() {
        switch (field.kind()) {
            case TEXTFIELD -> textfield();
            case TEXTAREA -> limit();
            case NUMBER -> number();
            case DATETIME -> put("type", unreadable ? "text" : dateType());
            case FILEPICKER -> files();
            case DYNAMICLIST -> list();
            case GROUP -> put("outline", field.json().path("showOutline").asBoolean());
            case SPACER -> put("large", field.json().path("height").asInt() > LARGE_SPACE);
            case TEXT -> put("html", SafeHtml.ofMarkdown(filled("text")));
            case HTML -> put("html", SafeHtml.of(filled("content")));
            case IMAGE -> image();
            case TABLE -> table();
            case BUTTON ->
                put("type", field.json().path("action").asText("submit").equals("reset") ? "reset" : "submit");
            default -> {}
        }
        return more;
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            more.put(name, value);
        }
    }

    private void textfield() {
        var type = field.validate("validationType").asText("");
        var mode =
                switch (type) {
                    case "email" -> "email";
                    case "phone" -> "tel";
                    default -> "money".equals(field.format()) ? "decimal" : null;
                };
        var own = field.property("autocomplete");
        put("inputmode", mode);
        put("spellcheck", "iban".equals(field.format()) || mode != null ? "false" : null);
        put("autocomplete", own != null ? own : type.equals("email") ? "email" : type.equals("phone") ? "tel" : null);
        appearance();
    }

    private void number() {
        put("inputmode", field.json().path("decimalDigits").asInt(-1) == 0 ? "numeric" : "decimal");
        appearance();
    }

    private void appearance() {
        var appearance = field.json().path("appearance");
        var prefix = filledIn(appearance.path("prefixAdorner"));
        put("prefix", prefix == null && "money".equals(field.format()) ? "€" : prefix);
        put("suffix", filledIn(appearance.path("suffixAdorner")));
    }

    private @Nullable String filledIn(JsonNode text) {
        var filled = evaluator.text(text.asText(""), here);
        return filled.isEmpty() ? null : filled;
    }

    private void limit() {
        var most = Values.number(evaluator.value(field.validate("maxLength"), here));
        put("limit", most == null ? null : most.intValue());
    }

    private String dateType() {
        return switch (field.subtype()) {
            case "time" -> "time";
            case "datetime" -> "datetime-local";
            default -> "date";
        };
    }

    private void files() {
        var multiple = evaluator.isTrue(field.json().path("multiple"), here);
        put("accept", filledIn(field.json().path("accept")));
        put("multiple", multiple);
        put("most", multiple ? settings.mostFiles() : 1);
        put("megabytes", settings.largestFile().toMegabytes());
        put("files", FileRows.of(here.value(field)).stream().map(More::file).toList());
    }

    private static Map<String, Object> file(Map<?, ?> row) {
        var file = Tree.copy(
                Map.of("name", row.get("name"), "chosen", FileRows.isChosen(row), "waits", FileRows.waits(row)));
        file.put("id", String.valueOf(row.get("id")));
        if (row.get("bytes") instanceof Number bytes) {
            file.put("kilobytes", Math.max(1, bytes.longValue() / 1024));
        }
        return file;
    }

    private void list() {
        put("changes", field.json().path("allowAddRemove").asBoolean(true));
        put("moves", field.says("order", "yes"));
        put("paste", field.property("paste"));
        put("megabytes", settings.largestFile().toMegabytes());
        var english = locale.getLanguage().equals("en") ? field.property("item_en") : null;
        put("entry", english != null ? english : field.property("item"));
    }

    /** A text with its values filled in, which bring no marks of their own. */
    private String filled(String name) {
        return evaluator.text(field.text(name, locale), here, SafeHtml::escape);
    }

    /** Pictures of this site only; others would tell a stranger who reads the form. */
    private void image() {
        var source = evaluator.text(field.json().path("source").asText(""), here);
        put("source", SafeHtml.OF_THIS_SITE.matcher(source).matches() ? source : null);
        put("alt", evaluator.text(field.text("alt", locale), here));
    }

    private void table() {
        var rows = evaluator.value(field.json().path("dataSource"), here);
        var columns = columns();
        put("columns", columns.stream().map(this::heading).toList());
        put("cells", cells(rows instanceof List<?> list ? list : List.of(), columns));
    }

    private @Nullable Object heading(Map<?, ?> column) {
        var english = locale.getLanguage().equals("en") ? column.get("label_en") : null;
        return english != null ? english : column.get("label");
    }

    private List<Map<?, ?>> columns() {
        var computed = columns(evaluator.value(field.json().path("columnsExpression"), here));
        return computed.isEmpty() ? columns(evaluator.value(field.json().path("columns"), here)) : computed;
    }

    private static List<Map<?, ?>> columns(@Nullable Object value) {
        var known = new ArrayList<Map<?, ?>>();
        if (value instanceof List<?> list) {
            list.forEach(it -> {
                if (it instanceof Map<?, ?> column && column.get("key") != null && column.get("label") != null) {
                    known.add(column);
                }
            });
        }
        return known;
    }

    private static List<List<String>> cells(List<?> rows, List<Map<?, ?>> columns) {
        return rows.stream()
                .filter(Objects::nonNull)
                .limit(MOST_ROWS)
                .map(row -> columns.stream().map(column -> cell(row, column)).toList())
                .toList();
    }

    private static String cell(Object row, Map<?, ?> column) {
        var value = row instanceof Map<?, ?> map ? map.get(column.get("key")) : null;
        return value instanceof Map<?, ?> || value instanceof List<?> ? Json.write(value) : Objects.toString(value, "");
    }
}
