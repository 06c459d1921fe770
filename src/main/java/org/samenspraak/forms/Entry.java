package org.samenspraak.forms;

/**
 * What one question of a form holds; a list with its rows is one.
 *
 * @param digest of what its controls hold: the same digest is the same answer
 * @param words for reading
 */
record Entry(String path, String label, String digest, String words) {

    boolean isEmpty() {
        return words.isBlank();
    }
}
