package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;

/**
 * The answer of a file field: a row for each file with its {@code id}, {@code name} and {@code bytes}. What was chosen and isn't
 * sent yet has a mark that is never part of an answer.
 */
final class FileRows {

    private static final String CHOSEN = "chosen";
    private static final String SCAN = "scan";

    private FileRows() {}

    static Map<String, Object> chosen(UUID id, String name, long bytes, Documents.@Nullable Scan scan) {
        var row = Tree.copy(Map.of("id", id.toString(), "name", name, "bytes", bytes, CHOSEN, true));
        row.put(SCAN, String.valueOf(scan));
        return row;
    }

    static List<Map<?, ?>> of(@Nullable Object answer) {
        var rows = new ArrayList<Map<?, ?>>();
        if (answer instanceof List<?> list) {
            list.forEach(it -> {
                if (it instanceof Map<?, ?> row && row.get("name") != null) {
                    rows.add(row);
                }
            });
        }
        return rows;
    }

    /** Without what was chosen. */
    static @Nullable Object sent(@Nullable Object answer) {
        var rows = of(answer).stream().filter(it -> !isChosen(it)).toList();
        return rows.isEmpty() ? null : new ArrayList<>(rows);
    }

    /** As it is kept. */
    static @Nullable Object kept(@Nullable Object answer) {
        var rows = new ArrayList<Object>();
        for (var row : of(answer)) {
            var kept = Tree.copy(row);
            kept.keySet().removeAll(List.of(CHOSEN, SCAN));
            rows.add(kept);
        }
        return rows.isEmpty() ? null : rows;
    }

    /** What tells two answers apart. */
    static List<String> names(@Nullable Object answer) {
        return of(answer).stream()
                .map(it -> it.get("name") + " " + it.get("bytes"))
                .toList();
    }

    static List<UUID> ids(@Nullable Object answer) {
        return of(answer).stream()
                .filter(FileRows::isChosen)
                .map(it -> UUID.fromString(String.valueOf(it.get("id"))))
                .toList();
    }

    static boolean isChosen(Map<?, ?> row) {
        return Boolean.TRUE.equals(row.get(CHOSEN));
    }

    static boolean waits(Map<?, ?> row) {
        return Documents.Scan.WAITING.name().equals(row.get(SCAN));
    }

    static Optional<Object> infected(@Nullable Object answer) {
        return of(answer).stream()
                .filter(it -> Documents.Scan.INFECTED.name().equals(it.get(SCAN)))
                .findFirst()
                .map(it -> it.get("name"));
    }
}
