package org.samenspraak.casefile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words as they are searched: small letters and digits, no accents. */
public final class SearchWords {

    /** The database takes no word over two thousand bytes; nobody searches by the end of such a word. */
    private static final int LONGEST = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /** Each word once, at most forty. */
    public static List<String> of(String text) {
        return all(text).stream().distinct().limit(40).toList();
    }

    /** Every word in its order. */
    public static List<String> all(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return Stream.of(BETWEEN.split(plain.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .toList();
    }

    /** What somebody asks, for {@code search_query} in the database; empty when there is no word in it. */
    public static String asked(@Nullable String text) {
        return text == null ? "" : String.join(" ", of(text));
    }
}
