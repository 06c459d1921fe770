package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which row of an earlier sending is which row of the later one: first those with the same answers, then those with the same
 * first answer (such as a name), then those that stand at the same place.
 */
final class SameRows {

    private static final List<BiPredicate<Row, Row>> RULES = List.of(
            (one, other) -> one.here.data().equals(other.here.data()),
            (one, other) -> !one.name().isBlank() && one.name().equals(other.name()),
            (one, other) -> one.place() == other.place());

    private final Reading earlier;
    private final Reading later;
    private final Map<String, String> pairs = new HashMap<>();

    private SameRows(Reading earlier, Reading later) {
        this.earlier = earlier;
        this.later = later;
    }

    /** Prefix of the row in the earlier sending to that of the same row in the later one. */
    static Map<String, String> of(Reading earlier, Reading later) {
        var same = new SameRows(earlier, later);
        same.pair(earlier.form().fields(), earlier.top(), later.form().fields(), later.top());
        return same.pairs;
    }

    private void pair(List<Field> before, Here there, List<Field> after, Here here) {
        var others = lists(later, after, here, here.prefix());
        lists(earlier, before, there, there.prefix())
                .forEach((path, rows) -> pair(rows, others.getOrDefault(path, List.of())));
    }

    private void pair(List<Row> before, List<Row> after) {
        var open = new ArrayList<>(after);
        for (var rule : RULES) {
            before.stream().filter(row -> !pairs.containsKey(row.here.prefix())).forEach(row -> open.stream()
                    .filter(other -> rule.test(row, other))
                    .findFirst()
                    .ifPresent(other -> {
                        open.remove(other);
                        found(row, other);
                    }));
        }
    }

    private void found(Row row, Row other) {
        pairs.put(row.here.prefix(), other.here.prefix());
        pair(row.list.parts(), row.here, other.list.parts(), other.here);
    }

    /** The lists of this place, by their path in it. */
    private static Map<String, List<Row>> lists(Reading reading, List<Field> fields, Here here, String within) {
        var lists = new LinkedHashMap<String, List<Row>>();
        for (var field : fields) {
            if (!reading.visible(field, here)) {
                continue;
            }
            if (field.kind() == Kind.GROUP) {
                lists.putAll(lists(reading, field.parts(), here.inside(field).get(0), within));
            } else if (field.kind() == Kind.DYNAMICLIST) {
                lists.put(
                        here.path(field).substring(within.length()),
                        here.inside(field).stream()
                                .map(row -> new Row(field, row))
                                .toList());
            }
        }
        return lists;
    }

    private record Row(Field list, Here here) {

        int place() {
            return here.rows().get(here.rows().size() - 1);
        }

        String name() {
            return list.parts().stream()
                    .filter(it -> it.kind().asks())
                    .findFirst()
                    .map(here::value)
                    .map(String::valueOf)
                    .orElse("");
        }
    }
}
