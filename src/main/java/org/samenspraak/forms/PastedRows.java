package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a text apart into the points it makes: those with a number or a sign before them, else its paragraphs, else its lines.
 * What stands before the first point is one too: nothing is left out.
 */
final class PastedRows {

    private static final Pattern POINT =
            Pattern.compile("^[ \\t\\u00a0]*(?:[-*\\u2022\\u2023\\u25aa\\u25cf\\u25e6\\u2013\\u2014\\u00b7\\uf0b7o]"
                    + "|\\(?\\d{1,3}(?:\\.\\d{1,3}){0,3}[.)]?|\\(?[a-zA-Z][.)])[ \\t\\u00a0]+(?=\\S)");
    /** A number without a sign after it may as well be a year or an amount. */
    private static final Pattern BARE = Pattern.compile("^\\s*\\d+\\s.*");

    private PastedRows() {}

    static List<String> of(String text) {
        var lines = Arrays.asList(text.replace("\r\n", "\n").replace('\r', '\n').split("\n"));
        var points = lines.stream().filter(PastedRows::isPoint).count();
        var blank = lines.stream().anyMatch(String::isBlank);
        var rows = new ArrayList<StringBuilder>();
        var fresh = true;
        for (var line : lines) {
            if (line.isBlank()) {
                fresh = fresh || points < 2;
            } else if (fresh || (points >= 2 ? isPoint(line) : !blank)) {
                rows.add(new StringBuilder(points >= 2 ? bare(line) : line.strip()));
                fresh = false;
            } else {
                rows.get(rows.size() - 1).append(' ').append(line.strip());
            }
        }
        return rows.stream().map(it -> it.toString().strip()).toList();
    }

    private static boolean isPoint(String line) {
        return POINT.matcher(line).find() && !BARE.matcher(line).matches();
    }

    private static String bare(String line) {
        return isPoint(line) ? POINT.matcher(line).replaceFirst("").strip() : line.strip();
    }
}
