package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel;

/**
 * A text of form-js with values <code>{{name}}</code>, parts that stand there sometimes
 * <code>{{#if chair}}…{{/if}}</code> and parts for each of a list <code>{{#loop members}}…{{/loop}}</code>, in which the
 * keys of the item, {@code this} and {@code parent} can be read.
 */
final class Template {

    private static final Pattern MARK =
            Pattern.compile("\\{\\{\\s*(?:#(if|loop)\\s|(/if|/loop)\\s*)?([^{}]{0,500})\\}\\}");
    private static final int DEEPEST = 4;
    /** Values and parts of one text; loops inside each other multiply. */
    private static final int MOST = 5_000;

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    private sealed interface Part {}

    private record Words(String text) implements Part {}

    private record Value(String expression) implements Part {}

    private record Block(boolean loops, String expression, List<Part> parts) implements Part {}

    /** @throws IllegalArgumentException when a block is not closed where it should be */
    static Template of(String text) {
        var matcher = MARK.matcher(text);
        var parts = new ArrayList<Part>();
        var end = read(text, 0, matcher, "", 0, parts);
        parts.add(new Words(text.substring(end)));
        return new Template(parts);
    }

    /** Up to the mark that closes the block; the rest of the text for the outermost. */
    private static int read(String text, int from, Matcher marks, String closes, int depth, List<Part> parts) {
        if (depth > DEEPEST) {
            throw new Unreadable("blocks", DEEPEST);
        }
        var at = from;
        while (marks.find()) {
            parts.add(new Words(text.substring(at, marks.start())));
            at = marks.end();
            var opens = marks.group(1);
            var expression = marks.group(3).strip();
            if (marks.group(2) != null) {
                if (!marks.group(2).equals(closes)) {
                    throw new Unreadable("closes-nothing", "{{" + marks.group(2) + "}}");
                }
                return at;
            }
            if (opens != null) {
                var inside = new ArrayList<Part>();
                at = read(text, at, marks, "/" + opens, depth + 1, inside);
                parts.add(new Block(opens.equals("loop"), expression, inside));
            } else if (!expression.isEmpty()) {
                parts.add(new Value(expression));
            }
        }
        if (!closes.isEmpty()) {
            throw new Unreadable("not-closed", "{{" + closes + "}}");
        }
        return at;
    }

    List<String> expressions() {
        var found = new ArrayList<String>();
        collect(parts, found);
        return found;
    }

    private static void collect(List<Part> parts, List<String> found) {
        for (var part : parts) {
            if (part instanceof Value value) {
                found.add(value.expression());
            } else if (part instanceof Block block) {
                found.add(block.expression());
                collect(block.parts(), found);
            }
        }
    }

    /** @param safe what is done to a value before it comes into the text */
    String fill(Feel feel, Map<String, Object> context, UnaryOperator<String> safe) {
        var filling = new Filling(feel, safe);
        filling.add(parts, context);
        return filling.text.toString();
    }

    private static final class Filling {

        private final Feel feel;
        private final UnaryOperator<String> safe;
        private final StringBuilder text = new StringBuilder();
        private int left = MOST;

        Filling(Feel feel, UnaryOperator<String> safe) {
            this.feel = feel;
            this.safe = safe;
        }

        void add(List<Part> parts, Map<String, Object> context) {
            for (var part : parts) {
                if (--left < 0) {
                    return;
                }
                if (part instanceof Words words) {
                    text.append(words.text());
                } else if (part instanceof Value value) {
                    text.append(safe.apply(words(feel.evaluate(value.expression(), context))));
                } else if (part instanceof Block block) {
                    add(block, feel.evaluate(block.expression(), context), context);
                }
            }
        }

        private void add(Block block, @Nullable Object value, Map<String, Object> context) {
            if (!block.loops()) {
                if (isTrue(value)) {
                    add(block.parts(), context);
                }
                return;
            }
            for (var item : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
                if (left > 0) {
                    add(block.parts(), inside(item, context));
                }
            }
        }
    }

    /** What an expression in a loop sees: the item, not what is around it. */
    private static Map<String, Object> inside(Object item, Map<String, Object> around) {
        var context = new LinkedHashMap<String, Object>();
        context.put("this", item);
        context.put("parent", around);
        if (item instanceof Map<?, ?> map) {
            map.forEach((key, value) -> context.put(String.valueOf(key), value));
        }
        context.put("_this_", item);
        context.put("_parent_", around);
        return context;
    }

    private static boolean isTrue(@Nullable Object value) {
        return value instanceof Number number
                ? number.doubleValue() != 0
                : value != null && !value.equals(false) && !value.equals("");
    }

    static String words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(Template::words).toList());
        }
        return value == null ? "" : value.toString();
    }
}
