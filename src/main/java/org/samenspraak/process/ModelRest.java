package org.samenspraak.process;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What of an element has no words of its own when two versions are told apart: no change may pass unseen. */
final class ModelRest {

    /** Told by {@link ModelSketch} in words of their own, or only pointers back to arrows that are told. */
    private static final Set<String> TOLD = Set.of(
            "id",
            "name",
            "candidateGroups",
            "formRef",
            "expression",
            "resultVariable",
            "decisionRef",
            "calledElement",
            "sourceRef",
            "targetRef",
            "default",
            "attachedToRef",
            "cancelActivity",
            "messageRef",
            "collection",
            "isSequential",
            "incoming",
            "outgoing",
            "documentation",
            "conditionExpression",
            "properties",
            "timeDate",
            "condition",
            "loopCardinality");

    private ModelRest() {}

    /** Attributes without words of their own, each by its own name. */
    static void attributes(Element element, Map<String, String> settings) {
        for (var attribute : Xml.attributes(element)) {
            if (!TOLD.contains(attribute.getLocalName()) && !attribute.getName().startsWith("xmlns")) {
                ModelSketch.put(settings, attribute.getLocalName(), attribute.getValue());
            }
        }
    }

    /** All that is inside, but for what has words and for what is told apart. */
    static String inside(Element element, Predicate<Element> toldApart) {
        return Xml.children(element)
                .filter(child -> !TOLD.contains(child.getLocalName()) && !toldApart.test(child))
                .map(child -> whole(child, toldApart))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String whole(Element element, Predicate<Element> toldApart) {
        var attributes = Xml.attributes(element).stream()
                .filter(it -> !TOLD.contains(it.getLocalName()) && !it.getName().startsWith("xmlns"))
                .map(ModelRest::pair)
                .sorted()
                .collect(Collectors.joining(" "));
        var inside = inside(element, toldApart);
        var text = inside.isEmpty() ? Xml.text(element) : "";
        var all = (attributes + " " + inside + " " + text).strip();
        return all.isEmpty() && element.getLocalName().equals("extensionElements")
                ? ""
                : element.getLocalName() + "(" + all + ")";
    }

    private static String pair(Attr attribute) {
        return attribute.getLocalName() + "=" + attribute.getValue();
    }
}
