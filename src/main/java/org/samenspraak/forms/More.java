package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the fragment of a kind reads: keyboard, limits, made-safe text, rows of a table. */
class More {

    private static final int MOST_ROWS = 500;

    private final Evaluator evaluator;
    private final Field field;
    private final Here here;
    private final Locale locale;
    private final boolean unreadable;
    private final Map<String, Object> more = new LinkedHashMap<>();

    More(Evaluator evaluator, Field field, Here here, Locale locale, boolean unreadable) {
        this.evaluator = evaluator;
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
        put("autocomplete", own != null ? own : type.equals("email") ? "email" : type.equals("phone") ? "tel" : null);
        appearance();
    }

    private void number() {
        put("inputmode", field.json().path("decimalDigits").asInt(-1) == 0 ? "numeric" : "decimal");
        appearance();
    }

    private void appearance() {
        var appearance = field.json().path("appearance");
        var prefix = Painter.textOrNull(appearance.path("prefixAdorner"));
        put("prefix", prefix == null && "money".equals(field.format()) ? "€" : prefix);
        put("suffix", Painter.textOrNull(appearance.path("suffixAdorner")));
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
        var accept = field.json().path("accept");
        put("accept", Evaluator.isExpression(accept) ? null : Painter.textOrNull(accept));
        put("multiple", field.json().path("multiple").asBoolean());
        put("most", field.json().path("multiple").asBoolean() ? Files.MOST : 1);
        put("megabytes", Files.LARGEST / 1024 / 1024);
        put(
                "kept",
                here.value(field) instanceof List<?> list
                        ? list.stream()
                                .map(it -> it instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "")
                                .toList()
                        : List.of());
    }

    private void list() {
        put("changes", field.json().path("allowAddRemove").asBoolean(true));
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
        put("source", source.matches("/[^/\\\\].*") ? source : null);
        put("alt", evaluator.text(field.text("alt", locale), here));
    }

    private void table() {
        var source = field.json().path("dataSource");
        var rows = Evaluator.isExpression(source)
                ? evaluator.value(source, here)
                : Tree.get(here.root(), source.asText(field.id()));
        var columns = columns();
        put("columns", columns.stream().map(it -> it.get("label")).toList());
        put("cells", cells(rows instanceof List<?> list ? list : List.of(), columns));
    }

    private List<Map<?, ?>> columns() {
        JsonNode expression = field.json().path("columnsExpression");
        var columns = Evaluator.isExpression(expression)
                ? evaluator.value(expression, here)
                : evaluator.value(field.json().path("columns"), here);
        var known = new ArrayList<Map<?, ?>>();
        if (columns instanceof List<?> list) {
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
                .limit(MOST_ROWS)
                .map(row -> columns.stream().map(column -> cell(row, column)).toList())
                .toList();
    }

    private static String cell(Object row, Map<?, ?> column) {
        var value = row instanceof Map<?, ?> map ? map.get(column.get("key")) : null;
        return value == null ? "" : value.toString();
    }
}
