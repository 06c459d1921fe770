package org.samenspraak.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what leads back to itself. */
final class Rings {

    private Rings() {}

    /** Those that lie on a ring, or on the way from one ring to another. */
    static Set<String> of(Map<String, List<String>> next) {
        return peeled(reversed(peeled(next))).keySet();
    }

    /** Without those that nothing leads to, until all that is left is led to. */
    private static Map<String, List<String>> peeled(Map<String, List<String>> next) {
        var left = new HashMap<>(next);
        var before = new HashMap<String, Integer>();
        next.values().forEach(ids -> ids.forEach(id -> before.merge(id, 1, Integer::sum)));
        var free = new ArrayDeque<String>();
        next.keySet().stream().filter(id -> !before.containsKey(id)).forEach(free::add);
        while (!free.isEmpty()) {
            for (var id : left.remove(free.remove())) {
                if (before.merge(id, -1, Integer::sum) == 0 && left.containsKey(id)) {
                    free.add(id);
                }
            }
        }
        return left;
    }

    private static Map<String, List<String>> reversed(Map<String, List<String>> next) {
        var back = new HashMap<String, List<String>>();
        next.keySet().forEach(id -> back.put(id, new ArrayList<>()));
        next.forEach((id, ids) -> ids.forEach(other -> back.computeIfPresent(other, (to, from) -> {
            from.add(id);
            return from;
        })));
        return back;
    }
}
