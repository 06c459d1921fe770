package org.samenspraak.forms;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;

/** Writes a pattern of JavaScript (without flags) as one of RE2, which runs in linear time. */
final class JsPattern {

    private static final String SPACES =
            "\\t\\n\\x{b}\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}"
                    + "\\x{205f}\\x{3000}\\x{feff}";
    private static final String NO_SPACES =
            "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
                    + "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}"
                    + "\\x{ff00}-\\x{10ffff}";
    private static final String ANY = "[\\x{0}-\\x{10ffff}]";
    private static final String NONE = "[^\\x{0}-\\x{10ffff}]";
    private static final String IN_LINE = "[^\\n\\r\\x{2028}\\x{2029}]";
    /** What means another thing or nothing in RE2. */
    private static final Map<Character, String> ESCAPES = Map.of(
            't', "\\t", 'n', "\\n", 'r', "\\r", 'f', "\\f", 'v', "\\x{b}", 'd', "\\d", 'D', "\\D", 'w', "\\w", 'W',
            "\\W");

    private final String pattern;
    private final StringBuilder written = new StringBuilder();
    private int at;

    private JsPattern(String pattern) {
        this.pattern = pattern;
    }

    /** @throws PatternSyntaxException also for what JavaScript can and RE2 can't, such as looking around */
    static Pattern compile(String pattern) {
        var translation = new JsPattern(pattern);
        while (translation.at < pattern.length()) {
            translation.step();
        }
        return Pattern.compile(translation.written.toString());
    }

    private void step() {
        var letter = pattern.charAt(at++);
        switch (letter) {
            case '\\' -> escape(false);
            case '.' -> written.append(IN_LINE);
            case '(' -> open();
            case '[' -> letters();
            case '{' -> written.append(pattern.substring(at).matches("(?s)\\d+(,\\d*)?}.*") ? "{" : "\\{");
            case ']' -> written.append("\\]");
            default -> written.append(letter);
        }
    }

    private void open() {
        written.append('(');
        if (pattern.startsWith("?<", at) && pattern.substring(at).matches("(?s)\\?<\\p{L}\\w*>.*")) {
            at = pattern.indexOf('>', at) + 1; // the name of a group says nothing
        } else if (pattern.startsWith("?", at) && !pattern.startsWith("?:", at)) {
            throw new PatternSyntaxException("(" + pattern.substring(at, Math.min(at + 2, pattern.length())));
        }
    }

    private void letters() {
        if (pattern.startsWith("^]", at) || pattern.startsWith("]", at)) {
            written.append(pattern.charAt(at) == '^' ? ANY : NONE);
            at = pattern.indexOf(']', at) + 1;
            return;
        }
        written.append('[');
        while (at < pattern.length()) {
            var letter = pattern.charAt(at++);
            if (letter == '\\') {
                escape(true);
            } else if (letter == '[') {
                written.append("\\[");
            } else {
                written.append(letter);
                if (letter == ']') {
                    return;
                }
            }
        }
    }

    private void escape(boolean inside) {
        if (at == pattern.length()) {
            throw new PatternSyntaxException("\\");
        }
        var letter = pattern.charAt(at++);
        if (ESCAPES.containsKey(letter)) {
            written.append(ESCAPES.get(letter));
        } else if (letter == 's' || letter == 'S') {
            var spaces = letter == 's' ? SPACES : NO_SPACES;
            written.append(inside ? spaces : "[" + spaces + "]");
        } else if (letter == 'b' || letter == 'B') {
            written.append(!inside ? "\\" + letter : letter == 'b' ? "\\x{8}" : "B");
        } else if (letter == 'c' && pattern.substring(at).matches("(?s)[a-zA-Z].*")) {
            point(pattern.charAt(at++) % 32);
        } else if (letter == 'x' && pattern.substring(at).matches("(?s)[0-9a-fA-F]{2}.*")) {
            point(hex(2));
        } else if (letter == 'u' && pattern.substring(at).matches("(?s)[0-9a-fA-F]{4}.*")) {
            unit();
        } else if (letter == '0' && !pattern.substring(at).matches("(?s)\\d.*")) {
            point(0);
        } else if ("0123456789cpPk".indexOf(letter) >= 0) {
            throw new PatternSyntaxException("\\" + letter);
        } else {
            written.append(letter < 128 && !Character.isLetterOrDigit(letter) ? "\\" : "")
                    .append(letter);
        }
    }

    private void unit() {
        var unit = (char) hex(4);
        if (!Character.isSurrogate(unit)) {
            point(unit);
        } else if (pattern.substring(at).matches("(?s)\\\\u[dD][c-fC-F][0-9a-fA-F]{2}.*")
                && Character.isHighSurrogate(unit)) {
            at += 2;
            point(Character.toCodePoint(unit, (char) hex(4)));
        } else {
            throw new PatternSyntaxException("\\u" + Integer.toHexString(unit));
        }
    }

    private int hex(int digits) {
        at += digits;
        return Integer.parseInt(pattern.substring(at - digits, at), 16);
    }

    private void point(int point) {
        written.append("\\x{").append(Integer.toHexString(point)).append('}');
    }
}
