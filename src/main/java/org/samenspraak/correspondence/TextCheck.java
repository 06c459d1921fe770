package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.samenspraak.correspondence.FieldGuide.Group;
import org.samenspraak.correspondence.FieldGuide.TextField;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.correspondence.TextTemplate.Field;
import org.samenspraak.correspondence.TextTemplate.Node;
import org.samenspraak.correspondence.TextTemplate.Part;
import org.samenspraak.correspondence.TextTemplate.Section;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Judges a text before it is published: every problem with the line that it is in. */
@Component
class TextCheck {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_BODY = 20_000;

    private static final List<String> OF_A_DECISION = List.of("decision.date", "decision.reason", "rules", "objection");
    private static final Parser MARKDOWN = LetterBody.parser()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final FieldGuide guide;
    private final KnownTexts texts;

    TextCheck(FieldGuide guide, KnownTexts texts) {
        this.guide = guide;
        this.texts = texts;
    }

    /** What is wrong with it, in the order of its lines; nothing when it can be sent. */
    List<Refusal> problems(Shipped text, String title, String body) {
        var check = new Check(text);
        check.length("title", title, LONGEST_TITLE);
        check.length("body", body, LONGEST_BODY);
        if (check.problems.isEmpty()) {
            check.title(title);
            check.body(body);
            check.required();
        }
        return check.problems;
    }

    private final class Check {

        private final Shipped text;
        private final Set<String> known;
        private final Map<String, Set<String>> lists = new HashMap<>();
        private final Set<String> used = new HashSet<>();
        private final List<Refusal> problems = new ArrayList<>();

        Check(Shipped text) {
            this.text = text;
            var groups = guide.of(text);
            this.known = names(groups.stream().filter(group -> group.list().isEmpty()));
            groups.stream()
                    .filter(group -> !group.list().isEmpty())
                    .forEach(group -> lists.put(group.list(), names(Stream.of(group))));
        }

        private static Set<String> names(Stream<Group> groups) {
            return groups.flatMap(group -> group.fields().stream())
                    .map(TextField::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        void length(String field, String typed, int longest) {
            if (typed.isBlank()) {
                problem(field, "empty");
            } else if (typed.length() > longest) {
                problem(field, "long", longest);
            }
        }

        void title(String title) {
            var template = TextTemplate.read(title, "title");
            problems.addAll(template.problems());
            if (title.contains("\n") || template.nodes().stream().anyMatch(Part.class::isInstance)) {
                problem("title", "title");
            }
            check("title", template.nodes(), known, "");
            names(template.nodes())
                    .filter(name -> known.contains(name) && !FieldGuide.isForTitle(text, name))
                    .forEach(name -> problem("title", "subject", name));
        }

        private static Stream<String> names(List<Node> nodes) {
            return nodes.stream().flatMap(node -> {
                if (node instanceof Section section) {
                    return Stream.concat(Stream.of(section.name()), names(section.nodes()));
                }
                return node instanceof Field field ? Stream.of(field.name()) : Stream.empty();
            });
        }

        void body(String body) {
            var template = TextTemplate.read(body, "body");
            problems.addAll(template.problems());
            check("body", template.nodes(), known, "");
            plain(body);
        }

        private void check(String field, List<Node> nodes, Set<String> names, String list) {
            for (var node : nodes) {
                if (node instanceof Field it) {
                    name(field, it.name(), it.line(), names);
                } else if (node instanceof Section section) {
                    section(field, section, names, list);
                } else if (node instanceof Part part) {
                    part(part);
                }
            }
        }

        private void section(String field, Section section, Set<String> names, String list) {
            var items = lists.get(section.name());
            if (items == null) {
                name(field, section.name(), section.line(), names);
                check(field, section.nodes(), names, list);
            } else if (section.unless()) {
                check(field, section.nodes(), names, list);
            } else if (!list.isEmpty()) {
                problem(field, "list-in-list", section.line(), section.name());
            } else {
                used.add(section.name());
                var inside = new LinkedHashSet<>(names);
                inside.addAll(items);
                check(field, section.nodes(), inside, section.name());
            }
        }

        private void name(String field, String name, int line, Set<String> names) {
            if (names.contains(name)) {
                used.add(name);
            } else if (lists.containsKey(name)) {
                problem(field, "list", line, name);
            } else {
                problem(field, "unknown", line, name);
            }
        }

        private void part(Part part) {
            var found = texts.find(part.name(), text.language())
                    .filter(it -> it.head().kind() == Kind.PART && it.folder().equals(text.folder()));
            if (found.isEmpty() || text.head().kind() == Kind.PART) {
                problem("body", "part", part.line(), part.name());
            }
            used.add("> " + part.name());
        }

        /** A letter is printed and the link of a mail is its reader's own: nothing else can be clicked, or fetched. */
        private void plain(String body) {
            MARKDOWN.parse(TextTemplate.clean(body)).accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    say(link, text.head().kind() == Kind.MAIL ? "mail-link" : "link");
                }

                @Override
                public void visit(Image image) {
                    say(image, "image");
                }

                @Override
                public void visit(HtmlInline html) {
                    say(html, "html");
                }

                @Override
                public void visit(HtmlBlock html) {
                    say(html, "html");
                }
            });
        }

        private void say(org.commonmark.node.Node node, String what) {
            var spans = node.getSourceSpans();
            problem("body", what, spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1);
        }

        void required() {
            var asked = text.head().kind() == Kind.DECISION ? OF_A_DECISION.stream() : Stream.<String>of();
            Stream.concat(asked, text.head().required().stream())
                    .filter(name -> !used.contains(name))
                    .forEach(name -> problem("body", "required", name));
        }

        private void problem(String field, String what, Object... args) {
            problems.add(Refusal.of(field, "correspondence.text." + what, args));
        }
    }
}
