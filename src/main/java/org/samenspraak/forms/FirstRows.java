package org.samenspraak.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that a list begins with while nobody typed in it. Every page has names of its own for them: two people who each
 * write in their first row wrote two rows, not two texts for one.
 */
final class FirstRows {

    private final Map<String, Object> typed;
    private final Map<String, Integer> lists = new LinkedHashMap<>();

    private FirstRows(Map<String, Object> typed) {
        this.typed = typed;
    }

    /** How many rows each of such lists begins with, by its path. */
    static Map<String, Integer> of(Form form, Map<String, Object> data, Map<String, Object> typed) {
        var first = new FirstRows(typed);
        first.walk(form.fields(), Here.top(Tree.copy(data), Tree.copy(data)));
        return first.lists;
    }

    private void walk(List<Field> fields, Here here) {
        for (var field : fields) {
            if (field.kind() == Kind.GROUP) {
                walk(field.parts(), here.inside(field).get(0));
            } else if (field.kind() == Kind.DYNAMICLIST && isUntouched(field, here)) {
                lists.put(
                        here.path(field),
                        field.json().path("defaultRepetitions").asInt(1));
            }
        }
    }

    private boolean isUntouched(Field list, Here here) {
        return !typed.containsKey(Typed.ROWS + here.path(list))
                && !(Tree.get(here.data(), list.key()) instanceof List<?>)
                && list.json().path("allowAddRemove").asBoolean(true);
    }
}
