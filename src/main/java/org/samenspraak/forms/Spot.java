package org.samenspraak.forms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * Where somebody goes on after a button inside a form: the page is asked for again, and the browser goes to this control.
 *
 * @param change what the page says about it: {@code erbij}, {@code weg} or {@code verplaatst} for a row, {@code overgenomen}
 *     for rows out of a text, or empty
 * @param id of the control, or empty for the top of the page
 */
public record Spot(String change, String id) {

    public static final Spot TOP = new Spot("", "");

    static Spot of(FormView form, Map<String, List<String>> sent) {
        if (sent.containsKey(Typed.ADD)) {
            var list = Reworked.first(sent, Typed.ADD);
            return new Spot("erbij", inRow(form, list, Typed.MOST_ROWS));
        }
        if (sent.containsKey(Typed.REMOVE)) {
            var row = Reworked.ROW.matcher(Reworked.first(sent, Typed.REMOVE));
            return row.matches() ? new Spot("weg", inRow(form, row.group(1), Integer.parseInt(row.group(2)))) : TOP;
        }
        if (sent.containsKey(Typed.PASTE)) {
            return new Spot("overgenomen", Reworked.first(sent, Typed.PASTE));
        }
        for (var button : List.of(Typed.UP, Typed.DOWN)) {
            var moved = Reworked.ROW.matcher(Reworked.first(sent, button));
            if (moved.matches()) {
                var row = Integer.parseInt(moved.group(2)) + (button.equals(Typed.UP) ? -1 : 1);
                return new Spot("verplaatst", inRow(form, moved.group(1), Math.max(0, row)));
            }
        }
        var question = sent.containsKey(Typed.UPDATE)
                ? Reworked.first(sent, Typed.UPDATE)
                : Reworked.first(sent, DraftPage.TAKE).replaceFirst(".*? ", "");
        return FieldView.all(form.lines())
                        .flatMap(it -> Stream.concat(
                                Stream.of(it.path()), it.rows().stream().map(FieldView.Row::key)))
                        .anyMatch(question::equals)
                ? new Spot("", question)
                : TOP;
    }

    /** The first control in this row, or in the last there is; without rows the list itself. */
    private static String inRow(FormView form, String path, int number) {
        return FieldView.all(form.lines())
                .filter(it -> it.path().equals(path))
                .findFirst()
                .map(list -> list.rows().isEmpty()
                        ? path
                        : FieldView.asking(list.rows()
                                        .get(Math.min(number, list.rows().size() - 1))
                                        .lines())
                                .map(FieldView::path)
                                .findFirst()
                                .orElse(path))
                .orElse("");
    }

    /** On the page with this address. */
    public String on(String address) {
        return address + (change.isEmpty() ? "" : (address.contains("?") ? "&" : "?") + query()) + fragment();
    }

    /** For the query of an address. */
    public String query() {
        return change.isEmpty() ? "" : "rij=" + change;
    }

    /** Comes after the query. */
    public String fragment() {
        return id.isEmpty() ? "" : "#" + UriUtils.encode(id, StandardCharsets.UTF_8);
    }
}
