package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a text apart into the points it makes: those with a number or a sign before them, else its paragraphs, else its lines.
 * What stands before the first point is one too. A heading goes with the points below it, and the page that a point names with
 * that point: nothing is left out.
 */
final class PastedRows {

    private static final Pattern POINT =
            Pattern.compile("^[ \\t\\u00a0]*(?:[-*\\u2022\\u2023\\u25aa\\u25cf\\u25e6\\u2013\\u2014\\u00b7\\uf0b7o]"
                    + "|\\(?\\d{1,3}(?:\\.\\d{1,3}){0,3}[.)]?|\\(?[a-zA-Z][.)])[ \\t\\u00a0]+(?=\\S)");
    /** A number without a sign after it may as well be a year or an amount. */
    private static final Pattern BARE = Pattern.compile("^\\s*\\d+\\s.*");

    /** As {@link OfficeText} marks the headings of a document. */
    private static final Pattern MARKED = Pattern.compile("^\\s*#{1,6}\\s+(?=\\S)");

    private static final Pattern SENTENCE = Pattern.compile(".*[.:;,?!]\\s*");
    private static final Pattern PAGE = Pattern.compile(
            "\\b(?:blz|bladzijde|pagina|pag|page|pp|p\\.)\\.?\\s*(\\d{1,4}(?:\\s*[-\u2013]\\s*\\d{1,4})?)",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADING = 100;

    private final List<String> lines;
    private final boolean pointed;
    private final boolean blank;
    private final List<StringBuilder> texts = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private String heading = "";
    private boolean used = true;
    private boolean fresh = true;

    private PastedRows(String text) {
        lines = Arrays.asList(text.replace("\r\n", "\n").replace('\r', '\n').split("\n"));
        pointed = lines.stream().filter(PastedRows::isPoint).count() >= 2;
        blank = lines.stream().anyMatch(String::isBlank);
    }

    /**
     * One point of a text.
     *
     * @param heading that it stands under, or empty
     * @param page that it names, such as 12 or 3-4, or empty
     */
    record Row(String heading, String text, String page) {}

    static List<Row> of(String text) {
        return new PastedRows(text).read();
    }

    private List<Row> read() {
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.isBlank()) {
                fresh = fresh || !pointed;
            } else if (isHeading(at)) {
                keepUnused();
                heading = MARKED.matcher(line).replaceFirst("").strip();
                used = false;
                fresh = true;
            } else {
                add(line);
            }
        }
        keepUnused();
        var rows = new ArrayList<Row>();
        for (int at = 0; at < texts.size(); at++) {
            var words = texts.get(at).toString().strip();
            var own = page(words);
            rows.add(new Row(headings.get(at), words, own.isEmpty() ? page(headings.get(at)) : own));
        }
        return rows;
    }

    private void add(String line) {
        if (fresh || (pointed ? isPoint(line) : !blank)) {
            texts.add(new StringBuilder(pointed ? bare(line) : line.strip()));
            headings.add(heading);
            used = true;
            fresh = false;
        } else {
            texts.get(texts.size() - 1).append(' ').append(line.strip());
        }
    }

    /** A heading with nothing below it is a point. */
    private void keepUnused() {
        if (!used) {
            texts.add(new StringBuilder(heading));
            headings.add("");
        }
    }

    /** A short line by itself that begins anew and is no sentence, right above a point; or one that a document says is a heading. */
    private boolean isHeading(int at) {
        var line = lines.get(at).strip();
        if (MARKED.matcher(line).find()) {
            return true;
        }
        return pointed
                && Character.isUpperCase(line.codePointAt(0))
                && line.length() <= LONGEST_HEADING
                && !isPoint(line)
                && !SENTENCE.matcher(line).matches()
                && (at == 0 || lines.get(at - 1).isBlank())
                && isPoint(next(at));
    }

    private String next(int at) {
        return lines.stream()
                .skip(at + 1L)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String page(String text) {
        var named = PAGE.matcher(text);
        return named.find() ? named.group(1).replaceAll("\\s+", "") : "";
    }

    private static boolean isPoint(String line) {
        return POINT.matcher(line).find() && !BARE.matcher(line).matches();
    }

    private static String bare(String line) {
        return isPoint(line) ? POINT.matcher(line).replaceFirst("").strip() : line.strip();
    }
}
