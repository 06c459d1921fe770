package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, each known by a name wherever it stands. A page says them by number ({@code points[0].text}) with the
 * names in their order beside it; a draft keeps them by name ({@code points[r4k].text}). A row that nobody named has its
 * number for a name.
 */
final class RowIds {

    /** Letters in the name of a new row: enough that two people never make the same. */
    private static final int LENGTH = 7;

    private RowIds() {}

    /** Names in order, of as many rows as there are. */
    static List<String> of(@Nullable Typed typed, String list, int rows) {
        var names = typed == null ? List.<String>of() : named(typed.first(Typed.IDS + list));
        return names.size() == rows ? names : numbered(rows);
    }

    static List<String> numbered(int rows) {
        return IntStream.range(0, rows).mapToObj(String::valueOf).toList();
    }

    /** None when the text is not ours. */
    static List<String> named(String text) {
        var names = Arrays.stream(text.split(" "))
                .filter(it -> it.matches("[a-z0-9]{1,12}"))
                .toList();
        return new HashSet<>(names).size() == names.size() ? names : List.of();
    }

    static String fresh(Collection<String> taken) {
        return Stream.generate(() -> "r" + UUID.randomUUID().toString().substring(0, LENGTH))
                .filter(it -> !taken.contains(it))
                .findFirst()
                .orElseThrow();
    }

    static String path(String list, String name) {
        return list + "[" + name + "]";
    }

    /** The names of the rows of this list among the paths of a draft, in their order. */
    static List<String> in(Collection<String> paths, String list) {
        return paths.stream()
                .filter(it -> it.startsWith(list + "[") && it.endsWith("]"))
                .map(it -> it.substring(list.length() + 1, it.length() - 1))
                .toList();
    }

    /** What was typed, with other rows or in another order. */
    static Typed arranged(Typed typed, String list, List<String> before, List<String> after) {
        var texts = renamed(typed.texts(), list, number -> {
            var place = number.matches("\\d{1,3}") ? Integer.parseInt(number) : before.size();
            var at = place < before.size() ? after.indexOf(before.get(place)) : -1;
            return at < 0 ? Optional.empty() : Optional.of(String.valueOf(at));
        });
        texts.put(Typed.ROWS + list, List.of(String.valueOf(after.size())));
        texts.put(Typed.IDS + list, List.of(String.join(" ", after)));
        return new Typed(texts, typed.tooLong());
    }

    /** By name, as a draft keeps them; rows inside rows keep their numbers. A list with too many rows is left out. */
    static Typed byName(Typed typed) {
        var texts = typed.texts();
        for (var list : lists(texts.keySet(), Typed.ROWS)) {
            var rows = typed.rows(list);
            if (rows == null || rows > Typed.MOST_ROWS) {
                texts = new LinkedHashMap<>(texts);
                texts.remove(Typed.ROWS + list);
                continue;
            }
            var names = of(typed, list, rows);
            texts = renamed(
                    texts,
                    list,
                    number -> number.matches("\\d{1,3}") && Integer.parseInt(number) < names.size()
                            ? Optional.of(names.get(Integer.parseInt(number)))
                            : Optional.empty());
        }
        return new Typed(texts, typed.tooLong());
    }

    /** By number, as a page has them. */
    static Map<String, List<String>> byNumber(Map<String, List<String>> kept) {
        var texts = kept;
        for (var list : lists(kept.keySet(), Typed.IDS)) {
            var names = named(String.join(" ", kept.getOrDefault(Typed.IDS + list, List.of())));
            texts = renamed(texts, list, name -> Optional.of(names.indexOf(name))
                    .filter(at -> at >= 0)
                    .map(String::valueOf));
            texts.put(Typed.ROWS + list, List.of(String.valueOf(names.size())));
        }
        return texts;
    }

    /** Lists that stand in no row of another. */
    private static List<String> lists(Collection<String> names, String prefix) {
        return names.stream()
                .filter(it -> it.startsWith(prefix) && it.indexOf('[') < 0)
                .map(it -> it.substring(prefix.length()))
                .toList();
    }

    /** @param row what a row of this list is called then; nothing for one that goes */
    private static Map<String, List<String>> renamed(
            Map<String, List<String>> texts, String list, Function<String, Optional<String>> row) {
        var renamed = new LinkedHashMap<String, List<String>>();
        texts.forEach((name, values) -> {
            if (name.equals(Typed.SHOWN)) {
                var kept = new ArrayList<String>();
                values.forEach(it -> renamed(it, list, row).ifPresent(kept::add));
                renamed.put(name, kept);
            } else {
                renamed(name, list, row).ifPresent(it -> renamed.put(it, values));
            }
        });
        return renamed;
    }

    private static Optional<String> renamed(String name, String list, Function<String, Optional<String>> row) {
        var before = Stream.of(Typed.ROWS, Typed.IDS)
                .filter(name::startsWith)
                .findFirst()
                .orElse("");
        var start = before + list + "[";
        var end = name.startsWith(start) ? name.indexOf(']', start.length()) : -1;
        return end < 0
                ? Optional.of(name)
                : row.apply(name.substring(start.length(), end)).map(it -> start + it + name.substring(end));
    }
}
