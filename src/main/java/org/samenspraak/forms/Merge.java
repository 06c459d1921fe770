package org.samenspraak.forms;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of an answer that a page sends, when others may have answered the same question since that page was made.
 * Answers are compared by their digests.
 */
enum Merge {
    /** The page holds what it showed at first, or what counts already. */
    NOTHING,
    KEEP,
    /** Somebody else was first with something different: both are kept until somebody chooses. */
    RIVAL;

    /**
     * @param sent what the page holds
     * @param read what it showed, or null when it doesn't say
     * @param now what counts
     * @param typed whether somebody typed what counts
     * @param own whether that was in this page
     */
    static Merge of(String sent, @Nullable String read, String now, boolean typed, boolean own) {
        if (sent.equals(now)) {
            return NOTHING;
        }
        if (own) {
            return KEEP;
        }
        if (sent.equals(read)) {
            return NOTHING;
        }
        return !typed || now.equals(read) ? KEEP : RIVAL;
    }
}
