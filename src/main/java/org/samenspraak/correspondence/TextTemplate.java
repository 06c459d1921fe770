package org.samenspraak.correspondence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/**
 * A text with named fields, in a part of Mustache's notation: <code>{{name}}</code>, <code>{{#name}}…{{/name}}</code> when it is
 * there or for each of a list, <code>{{^name}}…{{/name}}</code> when it is not, <code>{{> part}}</code> for a text of its own.
 * A name is looked up in what is given, never in an object: there is nothing to reach (docs/adr/0011).
 */
final class TextTemplate {

    /** Of what comes out, in characters. */
    private static final int LONGEST = 200_000;

    private static final int DEEPEST = 4;

    /** A tag that stands alone takes its line along, as in Mustache. */
    private static final Pattern TAG = Pattern.compile(
            "(?m)^[ \\t]*+\\{\\{([#^/>])[ \\t]*+([^{}\\n]*+)\\}\\}[ \\t]*+(?:\\n|\\z)|\\{\\{([#^/>]?)[ \\t]*+([^{}\\n]*+)\\}\\}");

    /** Also the two signs that keep the places of values while Markdown is read ({@link LetterBody}). */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE002-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    sealed interface Node {}

    record Words(String text) implements Node {}

    record Field(String name, int line) implements Node {}

    /** @param unless shown when there is none */
    record Section(String name, boolean unless, List<Node> nodes, int line) implements Node {}

    record Part(String name, int line) implements Node {}

    /** What a name stands for: a text, a yes or no, or a list of names with their texts; none when there is nothing. */
    interface Fields {

        @Nullable
        Object get(String name);
    }

    private final List<Node> nodes;
    private final List<Refusal> problems;

    private TextTemplate(List<Node> nodes, List<Refusal> problems) {
        this.nodes = nodes;
        this.problems = problems;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** What is wrong with its braces, with the line. */
    List<Refusal> problems() {
        return problems;
    }

    /** @param field of the page that it was typed in */
    static TextTemplate read(String text, String field) {
        return new Reading(clean(text), field).read();
    }

    /** Without what no letter can print, and with one kind of line end. */
    static String clean(String text) {
        return UNPRINTABLE.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /**
     * Fills it in.
     *
     * @param parts the texts that it may hold
     * @param slot what is written for a value
     */
    String write(Fields values, Function<String, TextTemplate> parts, UnaryOperator<String> slot) {
        var out = new StringBuilder();
        new Writing(parts, slot, out).write(nodes, values);
        return out.toString();
    }

    private record Writing(Function<String, TextTemplate> parts, UnaryOperator<String> slot, StringBuilder out) {

        void write(List<Node> nodes, Fields values) {
            for (var node : nodes) {
                if (out.length() > LONGEST) {
                    throw new IllegalStateException("A text of more than " + LONGEST + " characters");
                }
                if (node instanceof Words words) {
                    out.append(words.text());
                } else if (node instanceof Field field) {
                    var value = Objects.toString(values.get(field.name()), "");
                    out.append(value.isEmpty() ? "" : slot.apply(value));
                } else if (node instanceof Section section) {
                    section(section, values);
                } else if (node instanceof Part part) {
                    write(parts.apply(part.name()).nodes(), values);
                }
            }
        }

        private void section(Section section, Fields values) {
            var value = values.get(section.name());
            if (section.unless() == isThere(value)) {
                return;
            }
            if (value instanceof List<?> items && !section.unless()) {
                items.forEach(item -> write(section.nodes(), inside((Map<?, ?>) item, values)));
            } else {
                write(section.nodes(), values);
            }
        }

        private static Fields inside(Map<?, ?> item, Fields around) {
            return name -> item.containsKey(name) ? item.get(name) : around.get(name);
        }

        private static boolean isThere(@Nullable Object value) {
            return value != null
                    && !Boolean.FALSE.equals(value)
                    && !(value instanceof List<?> list && list.isEmpty())
                    && !value.toString().isBlank();
        }
    }

    private static final class Reading {

        private final String text;
        private final String field;
        private final List<Refusal> problems = new ArrayList<>();
        private final Deque<Section> open = new ArrayDeque<>();
        private final List<Node> top = new ArrayList<>();
        private int line = 1;

        Reading(String text, String field) {
            this.text = text;
            this.field = field;
        }

        TextTemplate read() {
            var tag = TAG.matcher(text);
            int end = 0;
            while (tag.find()) {
                words(text.substring(end, tag.start()));
                read(tag);
                line += lines(tag.group());
                end = tag.end();
            }
            words(text.substring(end));
            open.forEach(section -> problem("open", section.line(), section.name()));
            return new TextTemplate(top, problems);
        }

        private void words(String words) {
            for (var brace : List.of("{{", "}}")) {
                int at = words.indexOf(brace);
                if (at >= 0) {
                    problem("brace", line + lines(words.substring(0, at)), brace);
                }
            }
            add(new Words(words));
            line += lines(words);
        }

        private void read(Matcher tag) {
            var alone = tag.group(2) != null;
            var sign = alone ? tag.group(1) : tag.group(3);
            var name = (alone ? tag.group(2) : tag.group(4)).strip();
            switch (sign) {
                case "#", "^" -> begin(new Section(name, sign.equals("^"), new ArrayList<>(), line));
                case "/" -> end(name);
                case ">" -> add(new Part(name, line));
                default -> add(new Field(name, line));
            }
        }

        private void begin(Section section) {
            if (open.size() == DEEPEST) {
                problem("deep", section.line(), section.name());
            }
            add(section);
            open.push(section);
        }

        private void end(String name) {
            var section = open.peek();
            if (section == null || !section.name().equals(name)) {
                problem(section == null ? "close" : "cross", line, name);
            } else {
                open.pop();
            }
        }

        private void add(Node node) {
            (open.isEmpty() ? top : open.element().nodes()).add(node);
        }

        private void problem(String what, int at, String about) {
            problems.add(Refusal.of(field, "correspondence.text." + what, at, about));
        }

        private static int lines(String part) {
            return (int) part.chars().filter(sign -> sign == '\n').count();
        }
    }
}
