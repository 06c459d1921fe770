package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser sent, as it was typed: HTML name to texts. Only names of the form are kept, every length is bounded.
 *
 * @param tooLong names whose text was cut
 */
record Typed(Map<String, List<String>> texts, List<String> tooLong) {

    static final int MOST_ROWS = 400;
    /** Names of choices that were on the page: a browser sends nothing for an empty one. */
    static final String SHOWN = "_shown";
    /** Prefix of the hidden field that counts the rows of a list. */
    static final String ROWS = "_rows.";

    /** Prefix of the hidden field that names the rows of a list, in their order. */
    static final String IDS = "_ids.";
    /** Prefix of the field for a text that rows are taken over from. */
    static final String PASTED = "_pasted.";
    /** The same for a file. */
    static final String PASTED_FILE = "_pastedfile.";

    static final String ADD = "_add";
    static final String REMOVE = "_remove";
    static final String UP = "_up";
    static final String DOWN = "_down";
    /** The button that takes rows over from a text. */
    static final String PASTE = "_paste";

    static final String UPDATE = "_update";
    /** The button that removes a chosen file. */
    static final String DROP = "_drop";

    /** What is pressed inside a form and sends nothing yet. */
    static final List<String> BUTTONS = List.of(ADD, REMOVE, UP, DOWN, PASTE, UPDATE, DROP, DraftPage.TAKE);

    /** More than any question takes, so that who writes too much gets all of it back with the reason. */
    private static final int LONGEST = 60_000;
    /** A whole advice. */
    static final int LONGEST_PASTED = 200_000;

    private static final int MOST_TEXTS = 200;
    private static final int MOST_NAMES = 5_000;

    static Typed of(Form form, Map<String, List<String>> sent) {
        var keys = form.all()
                .filter(it -> !it.key().isEmpty())
                .map(it -> it.key().substring(it.key().lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        var texts = new LinkedHashMap<String, List<String>>();
        var tooLong = new ArrayList<String>();
        for (var entry : sent.entrySet()) {
            var name = entry.getKey();
            if (texts.size() < MOST_NAMES && name.length() < 300 && (ours(name) || keys.contains(lastKey(name)))) {
                if (entry.getValue().stream().anyMatch(it -> it != null && it.length() > longest(name))) {
                    tooLong.add(name);
                }
                texts.put(name, bounded(name, entry.getValue().stream()));
            }
        }
        return new Typed(texts, tooLong);
    }

    /** Out of a draft or an earlier judgement. */
    static Typed again(Form form, Map<String, Object> typed) {
        return of(form, texts(typed));
    }

    static Map<String, List<String>> texts(Map<String, Object> typed) {
        var sent = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, value) -> sent.put(
                name,
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of("" + value)));
        return sent;
    }

    private static boolean ours(String name) {
        return name.equals(SHOWN) || Stream.of(ROWS, IDS, PASTED).anyMatch(name::startsWith);
    }

    static String lastKey(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static int longest(String name) {
        return name.startsWith(PASTED) ? LONGEST_PASTED : LONGEST;
    }

    private static List<String> bounded(String name, Stream<String> texts) {
        var longest = longest(name);
        return texts.limit(name.equals(SHOWN) ? MOST_NAMES : MOST_TEXTS)
                .map(it -> it == null ? "" : it.replace("\0", ""))
                .map(it -> it.length() > longest ? it.substring(0, longest) : it)
                .toList();
    }

    /** Whether the question at this path was on the page. */
    boolean answers(String path) {
        return has(path) || rows(path) != null;
    }

    /** What belongs to one question, or to one row of a list. */
    Map<String, Object> part(String path) {
        var part = new LinkedHashMap<String, Object>();
        texts.forEach((name, values) -> {
            if (name.equals(SHOWN)) {
                var shown = values.stream().filter(it -> isOf(path, it)).toList();
                if (!shown.isEmpty()) {
                    part.put(SHOWN, shown);
                }
            } else if (isOf(path, bare(name))) {
                part.put(name, values);
            }
        });
        return part;
    }

    private static String bare(String name) {
        return name.startsWith(ROWS)
                ? name.substring(ROWS.length())
                : name.startsWith(IDS) ? name.substring(IDS.length()) : name;
    }

    private static boolean isOf(String path, String name) {
        return name.equals(path) || name.startsWith(path + ".");
    }

    int size() {
        return texts.entrySet().stream()
                .mapToInt(it -> it.getKey().length()
                        + it.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }

    boolean has(String path) {
        return texts.containsKey(path) || texts.getOrDefault(SHOWN, List.of()).contains(path);
    }

    List<String> all(String path) {
        return texts.getOrDefault(path, List.of());
    }

    String first(String path) {
        return all(path).isEmpty() ? "" : all(path).get(0);
    }

    /** Whether something was typed or chosen in a row, whose names begin so. */
    boolean isFilled(String row) {
        return texts.entrySet().stream()
                .anyMatch(it ->
                        it.getKey().startsWith(row) && it.getValue().stream().anyMatch(one -> !one.isBlank()));
    }

    /** How many rows hold something of their own; a count that says more was made up. */
    int filled(String list, int rows) {
        return (int) IntStream.range(0, Math.min(rows, MOST_ROWS))
                .filter(it -> isFilled(list + "[" + it + "]."))
                .count();
    }

    /** How many rows were sent; none when the list wasn't on the page. */
    @Nullable
    Integer rows(String path) {
        var count = first(ROWS + path);
        if (!count.matches("\\d{1,9}")) {
            return null;
        }
        return Integer.valueOf(count);
    }

    /** How many rows hold something: a count that says more was made up. */
    int filledRows(String path) {
        var index = Pattern.compile(Pattern.quote(path + "[") + "(\\d{1,3})\\].*");
        return texts.keySet().stream()
                .map(index::matcher)
                .filter(Matcher::matches)
                .mapToInt(it -> Integer.parseInt(it.group(1)) + 1)
                .max()
                .orElse(0);
    }

    Map<String, Object> asMap() {
        return new LinkedHashMap<>(texts);
    }
}
