package org.samenspraak.tasklist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.samenspraak.casefile.SearchWords;

/**
 * A piece of text as a search shows it.
 *
 * @param hit whether it is a word that begins as one that was asked
 */
record Marked(String text, boolean hit) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** Characters that are shown of a long text, and how many of them before the first hit. */
    private static final int SHOWN = 240;

    private static final int BEFORE = 60;

    /** The text in pieces; of a long one the part around the first hit. */
    static List<Marked> of(String text, String asked) {
        var words = SearchWords.of(asked);
        var pieces = new ArrayList<Marked>();
        int end = 0;
        var found = WORD.matcher(text);
        while (found.find()) {
            if (isHit(found.group(), words)) {
                pieces.add(new Marked(text.substring(end, found.start()), false));
                pieces.add(new Marked(found.group(), true));
                end = found.end();
            }
        }
        pieces.add(new Marked(text.substring(end), false));
        return shortened(pieces);
    }

    private static boolean isHit(String word, List<String> asked) {
        var plain = String.join("", SearchWords.all(word));
        return asked.stream().anyMatch(plain::startsWith);
    }

    private static List<Marked> shortened(List<Marked> pieces) {
        var shown = new ArrayList<Marked>();
        int left = SHOWN;
        for (var piece : pieces) {
            var text = piece.text();
            if (shown.isEmpty() && pieces.size() > 1 && text.length() > BEFORE) {
                text = "…" + text.substring(text.length() - BEFORE);
            }
            if (text.length() > left) {
                shown.add(new Marked(text.substring(0, left) + "…", piece.hit()));
                return shown;
            }
            shown.add(new Marked(text, piece.hit()));
            left -= text.length();
        }
        return shown;
    }
}
