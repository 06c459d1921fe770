package org.samenspraak.tasklist;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.tasklist.Model.Box;
import org.samenspraak.tasklist.Model.Edge;
import org.samenspraak.tasklist.Model.Node;
import org.samenspraak.tasklist.Model.Point;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads names, flows and places from a BPMN file. */
final class ModelReader {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, List<Point>> lines = new HashMap<>();

    private ModelReader() {}

    static Model read(String bpmn) {
        var root = parse(bpmn);
        var reader = new ModelReader();
        all(root, DRAWING, "BPMNShape")
                .forEach(shape -> reader.boxes.put(shape.getAttribute("bpmnElement"), box(shape)));
        all(root, DRAWING, "BPMNEdge")
                .forEach(edge -> reader.lines.put(edge.getAttribute("bpmnElement"), points(edge)));
        return reader.model(all(root, BPMN, "process").findFirst().orElseThrow());
    }

    private Model model(Element process) {
        var nodes = new LinkedHashMap<String, Node>();
        var edges = new ArrayList<Edge>();
        all(process, BPMN, "*").filter(element -> element.hasAttribute("id")).forEach(element -> {
            if (element.getLocalName().equals("sequenceFlow")) {
                edges.add(edge(element));
            } else if (boxes.containsKey(element.getAttribute("id"))) {
                nodes.put(element.getAttribute("id"), node(element));
            }
        });
        var start = nodes.values().stream()
                .filter(node -> node.is("startEvent"))
                .findFirst()
                .map(Node::id)
                .orElse("");
        return new Model(start, nodes, edges);
    }

    private Node node(Element element) {
        return new Node(
                element.getAttribute("id"),
                element.getLocalName(),
                element.getAttribute("name").strip(),
                property(element, "name_en"),
                attribute(element, "default"),
                boxes.get(element.getAttribute("id")));
    }

    private Edge edge(Element flow) {
        var id = flow.getAttribute("id");
        return new Edge(
                id,
                flow.getAttribute("name"),
                property(flow, "name_en"),
                flow.getAttribute("sourceRef"),
                flow.getAttribute("targetRef"),
                lines.getOrDefault(id, List.of()));
    }

    private static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    private static @Nullable String property(Element element, String name) {
        return all(element, CAMUNDA, "property")
                .filter(property ->
                        property.getParentNode().getParentNode().getParentNode().isSameNode(element))
                .filter(property -> property.getAttribute("name").equals(name))
                .findFirst()
                .map(property -> property.getAttribute("value"))
                .orElse(null);
    }

    private static Box box(Element shape) {
        var bounds = all(shape, "*", "Bounds").findFirst().orElseThrow();
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static List<Point> points(Element edge) {
        return all(edge, "*", "waypoint")
                .map(point -> new Point(number(point, "x"), number(point, "y")))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Stream<Element> all(Element within, String namespace, String name) {
        NodeList found = within.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Element parse(String bpmn) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(bpmn)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalStateException("A deployed model can't be read", broken);
        }
    }
}
