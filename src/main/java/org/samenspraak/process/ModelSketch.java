package org.samenspraak.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a file says, without how it is drawn: to tell two versions apart in words.
 *
 * @param name what the process, the table or the form is called; empty when it can't be read
 * @param parts what it holds, in the order of the file
 */
public record ModelSketch(String name, List<Part> parts) {

    /** The setting for all that has no words of its own. */
    public static final String REST = "rest";

    private static final Set<String> WORDS = Set.of("message", "error", "escalation");

    /**
     * @param id in the file
     * @param kind the element ("userTask", "rule", "textfield")
     * @param name as it is shown; empty for what has none
     * @param settings what decides how it works, by a short name ("groups", "term", "condition")
     */
    public record Part(String id, String kind, String name, SortedMap<String, String> settings) {}

    /** Reads a model, a table or a form; a file that can't be read has no parts. */
    public static ModelSketch of(String file, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        if (file.endsWith(".form")) {
            return FormSketch.of(content);
        }
        var root = Xml.read(file, bytes, new Findings(file));
        return root.map(it -> file.endsWith(".dmn") ? table(it) : process(it))
                .orElseGet(() -> new ModelSketch("", List.of()));
    }

    private static ModelSketch process(Element root) {
        var process = Xml.children(root, "process").findFirst();
        if (process.isEmpty()) {
            return new ModelSketch("", List.of());
        }
        var parts = Stream.of(
                        Stream.of(process.get()),
                        Xml.all(process.get()).stream().skip(1).filter(ModelSketch::isPart),
                        Xml.children(root).filter(ModelSketch::isWord))
                .flatMap(Function.identity())
                .map(ModelSketch::part)
                .toList();
        return new ModelSketch(process.get().getAttribute("name"), parts);
    }

    /** Nodes and arrows; what says how a node works is a setting of it. */
    private static boolean isPart(Element element) {
        return Allowed.BPMN.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && (element.hasAttribute("sourceRef")
                        || BpmnShape.isNode(element)
                        || "textAnnotation".equals(element.getLocalName()));
    }

    /** What events are called by: a message, an error, an escalation. */
    private static boolean isWord(Element element) {
        return WORDS.contains(element.getLocalName());
    }

    private static Part part(Element element) {
        var settings = new TreeMap<String, String>();
        put(settings, "groups", element.getAttributeNS(Allowed.CAMUNDA, "candidateGroups"));
        put(settings, "form", element.getAttributeNS(Allowed.CAMUNDA, "formRef"));
        put(settings, "step", element.getAttributeNS(Allowed.CAMUNDA, "expression"));
        put(settings, "result", element.getAttributeNS(Allowed.CAMUNDA, "resultVariable"));
        put(settings, "table", element.getAttributeNS(Allowed.CAMUNDA, "decisionRef"));
        put(settings, "called", element.getAttribute("calledElement"));
        put(settings, "from", element.getAttribute("sourceRef"));
        put(settings, "to", element.getAttribute("targetRef"));
        put(settings, "default", element.getAttribute("default"));
        put(settings, "attached", element.getAttribute("attachedToRef"));
        put(settings, "interrupts", element.getAttribute("cancelActivity"));
        put(settings, "documentation", text(Xml.children(element, "documentation")));
        put(settings, "condition", text(Xml.children(element, "conditionExpression")));
        events(element, settings);
        BpmnShape.properties(element).forEach((name, value) -> put(settings, name, value));
        ModelRest.attributes(element, settings);
        put(settings, REST, ModelRest.inside(element, ModelSketch::isPart));
        return new Part(element.getAttribute("id"), element.getLocalName(), element.getAttribute("name"), settings);
    }

    private static void events(Element element, Map<String, String> settings) {
        Xml.children(element).forEach(child -> {
            put(settings, "clock", text(Xml.children(child, "timeDate")));
            put(settings, "holds", text(Xml.children(child, "condition")));
            put(settings, "message", child.getAttribute("messageRef"));
            if ("multiInstanceLoopCharacteristics".equals(child.getLocalName())) {
                put(settings, "each", child.getAttributeNS(Allowed.CAMUNDA, "collection"));
                put(settings, "times", text(Xml.children(child, "loopCardinality")));
                put(settings, "in-turn", child.getAttribute("isSequential"));
            }
        });
    }

    private static String text(Stream<Element> elements) {
        return elements.map(Xml::text).collect(Collectors.joining(" "));
    }

    static void put(Map<String, String> settings, String name, String value) {
        if (!value.isBlank()) {
            settings.put(name, value);
        }
    }

    private static ModelSketch table(Element root) {
        var parts = new ArrayList<Part>();
        var name = Optional.<String>empty();
        for (var decision : Xml.children(root, "decision").toList()) {
            name = name.or(() -> Optional.of(decision.getAttribute("name")));
            parts.add(part(decision, ModelSketch::isOfTable));
            Xml.children(decision, "decisionTable").forEach(table -> rules(table, parts));
        }
        return new ModelSketch(name.orElse(""), parts);
    }

    private static boolean isOfTable(Element element) {
        return Set.of("rule", "input", "output").contains(element.getLocalName());
    }

    /** With all that its cells don't say. */
    private static Part part(Element element, Predicate<Element> toldApart) {
        var settings = new TreeMap<String, String>();
        put(settings, REST, ModelRest.inside(element, toldApart));
        if (element.hasAttribute("label")) {
            put(settings, "result", element.getAttribute("name"));
            put(settings, "type", element.getAttribute("typeRef"));
        }
        return new Part(element.getAttribute("id"), element.getLocalName(), named(element), settings);
    }

    private static String named(Element element) {
        return element.hasAttribute("label") ? element.getAttribute("label") : element.getAttribute("name");
    }

    private static void rules(Element table, List<Part> parts) {
        parts.add(new Part(table.getAttribute("id"), "table", "", new TreeMap<>(Map.of("hits", hits(table)))));
        Stream.concat(Xml.children(table, "input"), Xml.children(table, "output"))
                .forEach(column -> parts.add(part(column, ModelSketch::isOfTable)));
        var heads = Stream.concat(
                        Xml.children(table, "input").map(input -> input.getAttribute("label")),
                        Xml.children(table, "output").map(output -> output.getAttribute("label")))
                .toList();
        var rules = Xml.children(table, "rule").toList();
        IntStream.range(0, rules.size()).forEach(at -> parts.add(rule(rules.get(at), at + 1, heads)));
    }

    private static String hits(Element table) {
        var policy = table.getAttribute("hitPolicy");
        return (policy.isEmpty() ? "UNIQUE" : policy) + " " + table.getAttribute("aggregation");
    }

    private static Part rule(Element rule, int number, List<String> heads) {
        var cells = Xml.children(rule)
                .filter(child -> child.getLocalName().endsWith("Entry"))
                .map(cell -> text(Xml.children(cell, "text")))
                .toList();
        var settings = new TreeMap<String, String>();
        IntStream.range(0, Math.min(cells.size(), heads.size()))
                .forEach(at -> put(settings, heads.get(at), cells.get(at)));
        return new Part(rule.getAttribute("id"), "rule", String.valueOf(number), settings);
    }
}
