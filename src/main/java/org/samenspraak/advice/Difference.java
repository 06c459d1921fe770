package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two texts, word by word.
 *
 * @param gone runs of words that are only in the first, in order
 * @param added runs of words that are only in the second, in order
 */
record Difference(List<String> gone, List<String> added) {

    /** Words that are compared one by one; of longer texts the rest counts as replaced. */
    private static final int MOST = 2_000;

    static Difference of(String before, String after) {
        var from = words(before);
        var to = words(after);
        var same = common(from, to);
        var gone = new Runs();
        var added = new Runs();
        int at = 0;
        int there = 0;
        while (at < from.size() || there < to.size()) {
            if (at < from.size() && there < to.size() && from.get(at).equals(to.get(there))) {
                gone.end();
                added.end();
                at++;
                there++;
            } else if (there == to.size() || (at < from.size() && same[at + 1][there] >= same[at][there + 1])) {
                gone.add(from.get(at++));
            } else {
                added.add(to.get(there++));
            }
        }
        return new Difference(gone.all(), added.all());
    }

    boolean isNone() {
        return gone.isEmpty() && added.isEmpty();
    }

    private static List<String> words(String text) {
        var words = List.of(text.strip().split("\\s+", MOST));
        return words.equals(List.of("")) ? List.of() : words;
    }

    /** How many words two rests have in common, from each word of the one and of the other. */
    private static int[][] common(List<String> from, List<String> to) {
        var length = new int[from.size() + 1][to.size() + 1];
        for (int at = from.size() - 1; at >= 0; at--) {
            for (int there = to.size() - 1; there >= 0; there--) {
                length[at][there] = from.get(at).equals(to.get(there))
                        ? length[at + 1][there + 1] + 1
                        : Math.max(length[at + 1][there], length[at][there + 1]);
            }
        }
        return length;
    }

    private static final class Runs {

        private final List<String> done = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();

        void add(String word) {
            run.append(run.isEmpty() ? "" : " ").append(word);
        }

        void end() {
            if (!run.isEmpty()) {
                done.add(run.toString());
                run.setLength(0);
            }
        }

        List<String> all() {
            end();
            return List.copyOf(done);
        }
    }
}
