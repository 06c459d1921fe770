package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place among the answers: the form itself, a group with a path, or one row of a list.
 *
 * @param prefix of the HTML names here ({@code members[0].})
 * @param data the answers here
 * @param stored what was there before, at the same place
 * @param scope what {@code this} is here: the answers of the row around, or of the form
 * @param root all answers
 * @param rows numbers of the rows around, from 1, outermost first
 */
record Here(
        String prefix,
        Map<String, Object> data,
        Map<String, Object> stored,
        Map<String, Object> scope,
        Map<String, Object> root,
        @Nullable Here parent,
        List<Integer> rows) {

    static Here top(Map<String, Object> data, Map<String, Object> stored) {
        return new Here("", data, stored, data, data, null, List.of());
    }

    static Here nowhere() {
        return top(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** The HTML name, and the id of the control. */
    String path(Field field) {
        return prefix + field.key();
    }

    /** Tells this instance of a field from those in other rows. */
    String mark(Field field) {
        return prefix + "#" + field.id();
    }

    @Nullable
    Object value(Field field) {
        return Tree.get(data, field.key());
    }

    void put(Field field, @Nullable Object value) {
        Tree.put(data, field.key(), value);
    }

    /** The places inside a group (one) or a list (one for each row). */
    List<Here> inside(Field field) {
        if (field.kind() == Kind.GROUP) {
            var prefix = field.key().isEmpty() ? this.prefix : path(field) + ".";
            var before = Tree.inside(stored, field.key());
            return List.of(new Here(prefix, Tree.inside(data, field.key()), before, scope, root, parent, rows));
        }
        var places = new ArrayList<Here>();
        var rowsHere = Tree.rows(data, field.key());
        var before = Tree.rows(stored, field.key());
        for (int i = 0; i < rowsHere.size(); i++) {
            var row = i < before.size() ? before.get(i) : new LinkedHashMap<String, Object>();
            var answers = rowsHere.get(i);
            places.add(new Here(path(field) + "[" + i + "].", answers, row, answers, root, this, numbered(i + 1)));
        }
        return places;
    }

    private List<Integer> numbered(int row) {
        var numbers = new ArrayList<>(rows);
        numbers.add(row);
        return numbers;
    }

    /** What an expression sees here, as in form-js: all answers by key, {@code this}, {@code parent} and {@code i}. */
    Map<String, Object> context() {
        var context = around(root);
        context.put("_this_", scope);
        context.put("_i_", rows);
        if (parent != null) {
            context.put("_parent_", parent.around(parent.scope));
        }
        return context;
    }

    private Map<String, Object> around(Map<String, Object> answers) {
        var context = new LinkedHashMap<String, Object>();
        context.put("this", scope);
        context.put("i", rows);
        if (parent != null) {
            context.put("parent", parent.around(parent.scope));
        }
        context.putAll(answers);
        return context;
    }
}
