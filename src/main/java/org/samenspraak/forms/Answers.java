package org.samenspraak.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody answered on a form: field key to value, as form-js would submit it (nested maps, lists, strings, numbers, booleans). */
public record Answers(Map<String, Object> values) {

    /** @param key dots go into groups ({@code contact.name}) */
    public @Nullable String text(String key) {
        var value = Tree.get(values, key);
        return value == null ? null : value.toString();
    }

    public boolean yes(String key) {
        return Boolean.TRUE.equals(Tree.get(values, key));
    }

    /** The rows of a dynamic list; none when it was not filled in. */
    public List<Map<String, Object>> rows(String key) {
        return Tree.rows(values, key);
    }
}
