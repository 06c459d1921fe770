package org.samenspraak.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that may be hostile: no document type, no entities, nothing fetched, a bounded size and depth; and walks over it. */
final class Xml {

    static final int LARGEST = 512 * 1024;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int DEEPEST = 40;
    private static final int LONGEST_NAME = 200;
    private static final Pattern ENCODING = Pattern.compile("\uFEFF?<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"'>]*)");
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Xml() {}

    /** The root of the file; none when it can't be read, with the reason among the findings. */
    static Optional<Element> read(String file, byte[] content, Findings findings) {
        if (content.length > LARGEST) {
            findings.error(file, "too-large", LARGEST / 1024);
            return Optional.empty();
        }
        var text = text(content);
        if (text.isEmpty()) {
            findings.error(file, "encoding");
            return Optional.empty();
        }
        if (text.get().contains("<!DOCTYPE")) {
            findings.error(file, "doctype");
            return Optional.empty();
        }
        try {
            var builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            var document = builder.parse(new ByteArrayInputStream(content));
            // a style sheet named there could run in the browser of somebody who opens the file
            if (nodes(document).anyMatch(node -> node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE)) {
                findings.error(file, "instruction");
                return Optional.empty();
            }
            var root = document.getDocumentElement();
            if (all(root).size() > MOST_ELEMENTS) {
                findings.error(file, "too-many-elements", MOST_ELEMENTS);
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (SAXException | IOException e) {
            findings.error(file, "not-xml");
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** None unless it is UTF-8 and says nothing else: in another encoding a rule could read other text than the engine does. */
    private static Optional<String> text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            var declared = ENCODING.matcher(text);
            return text.indexOf('\0') >= 0 || (declared.lookingAt() && !"utf-8".equalsIgnoreCase(declared.group(1)))
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    /** The element itself and everything in it. */
    static List<Element> all(Element element) {
        var all = new ArrayList<Element>();
        all.add(element);
        children(element).forEach(child -> all.addAll(all(child)));
        return all;
    }

    private static Stream<Node> nodes(Node parent) {
        var nodes = parent.getChildNodes();
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(nodes::item);
    }

    static Stream<Element> children(Element element) {
        return nodes(element).filter(Element.class::isInstance).map(Element.class::cast);
    }

    static Stream<Element> children(Element element, String name) {
        return children(element).filter(child -> name.equals(child.getLocalName()));
    }

    static List<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return Stream.iterate(0, i -> i < attributes.getLength(), i -> i + 1)
                .map(attributes::item)
                .map(Attr.class::cast)
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .toList();
    }

    /** The text directly in an element, not in its children. */
    static String text(Element element) {
        var text = new StringBuilder();
        var nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            var kind = nodes.item(i).getNodeType();
            if (kind == Node.TEXT_NODE || kind == Node.CDATA_SECTION_NODE) {
                text.append(nodes.item(i).getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** Whether people can read it and the engine can keep it: no line ends, nothing invisible, not too long. */
    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && !NOT_SHOWN.matcher(text).find();
    }

    /** The id of the element, or of the nearest one around it that has one. */
    static String where(Element element) {
        for (@Nullable Node node = element; node instanceof Element here; node = node.getParentNode()) {
            if (here.hasAttribute("id")) {
                return here.getAttribute("id");
            }
        }
        return element.getLocalName();
    }
}
