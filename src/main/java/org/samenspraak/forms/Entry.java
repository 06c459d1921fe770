package org.samenspraak.forms;

import org.jspecify.annotations.Nullable;

/**
 * What one question of a form holds; each row of a list is one, and which rows there are in which order.
 *
 * @param list that it is a row of, or none
 * @param digest of what its controls hold: the same digest is the same answer
 * @param words for reading
 */
record Entry(String path, @Nullable String list, String label, String digest, String words) {

    /** What a page has that has this question. */
    String on() {
        return list == null ? path : list;
    }

    boolean isEmpty() {
        return words.isBlank();
    }
}
