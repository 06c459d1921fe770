package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nested answers: maps by key, lists of rows. A key with dots goes down. */
final class Tree {

    private Tree() {}

    static @Nullable Object get(Map<String, Object> tree, String key) {
        Object at = tree;
        for (var segment : key.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(segment) : null;
        }
        return at;
    }

    static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value == null && get(tree, key) == null) {
            return;
        }
        var dot = key.lastIndexOf('.');
        var at = dot < 0 ? tree : inside(tree, key.substring(0, dot));
        if (value == null) {
            at.remove(key.substring(dot + 1));
        } else {
            at.put(key.substring(dot + 1), value);
        }
    }

    /** The map at a key, made when it isn't there; the tree itself for an empty key. */
    static Map<String, Object> inside(Map<String, Object> tree, String key) {
        var at = tree;
        for (var segment : key.isEmpty() ? new String[0] : key.split("\\.")) {
            var next = map(at.get(segment));
            at.put(segment, next);
            at = next;
        }
        return at;
    }

    /** The rows at a key; what is no row becomes an empty one. */
    static List<Map<String, Object>> rows(Map<String, Object> tree, String key) {
        var rows = new ArrayList<Map<String, Object>>();
        if (get(tree, key) instanceof List<?> list) {
            list.forEach(it -> rows.add(map(it)));
        }
        return rows;
    }

    static Map<String, Object> copy(Map<?, ?> tree) {
        var copy = new LinkedHashMap<String, Object>();
        tree.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), copyOf(value));
            }
        });
        return copy;
    }

    private static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(Tree::copyOf).toList());
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof LinkedHashMap<?, ?> map
                ? (Map<String, Object>) map
                : value instanceof Map<?, ?> map ? copy(map) : new LinkedHashMap<>();
    }
}
