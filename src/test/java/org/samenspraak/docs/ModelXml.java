package org.samenspraak.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a BPMN or DMN file as plain XML. */
final class ModelXml {

    private ModelXml() {}

    static Document read(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file.toString(), e);
        }
    }

    static Stream<Element> all(Document document, String... names) {
        var nodes = document.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .filter(element -> List.of(names).contains(element.getLocalName()));
    }

    static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    /** The value of an extension property, or empty. */
    static String property(Element element, String name) {
        return children(element, "extensionElements").stream()
                .flatMap(extension -> children(extension, "properties").stream())
                .flatMap(properties -> children(properties, "property").stream())
                .filter(property -> name.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value"))
                .findFirst()
                .orElse("");
    }

    static String camunda(Element element, String name) {
        return element.getAttributeNS("http://camunda.org/schema/1.0/bpmn", name);
    }

    static String text(Element parent, String child) {
        return children(parent, child).stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }
}
