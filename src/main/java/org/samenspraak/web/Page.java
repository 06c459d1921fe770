package org.samenspraak.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a long list that is read on from where the last one ended (keyset paging).
 *
 * @param next where the following page starts, or none at the end
 */
public record Page<T>(List<T> rows, @Nullable String next) {

    /** @param read the rows of the page and one more when there is one */
    public static <T> Page<T> of(List<T> read, int size, Function<T, String> cursor) {
        if (read.size() <= size) {
            return new Page<>(List.copyOf(read), null);
        }
        var rows = List.copyOf(read.subList(0, size));
        return new Page<>(rows, cursor.apply(rows.get(size - 1)));
    }
}
