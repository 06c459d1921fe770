package org.samenspraak.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.OfficeFiles;
import org.samenspraak.web.OfficeFiles.TooLarge;

/** Paragraphs of a text document in a zip (DOCX, ODT), a blank line between them, a sign before what is in a list and another before headings. */
final class OfficeText {

    /** Bytes of the text, unpacked. */
    private static final int MOST_TEXT = 20_000_000;

    private static final Set<String> TEXTS = Set.of("word/document.xml", "content.xml");
    /** What doesn't belong to the text as it stands. */
    private static final Set<String> LEFT_OUT = Set.of("Fallback", "annotation", "tracked-changes", "note-citation");

    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private boolean listed;
    private boolean headed;

    private OfficeText(XMLStreamReader xml) {
        this.xml = xml;
    }

    static String of(byte[] file) throws IOException {
        var content = content(file);
        if (content == null) {
            throw new Refusal("forms.paste.kind");
        }
        try {
            return new OfficeText(OfficeFiles.xml(content)).read();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The part with the text; the names of all parts are looked at for what runs by itself. */
    private static byte @Nullable [] content(byte[] file) throws IOException {
        var texts = new ArrayList<byte[]>();
        try {
            OfficeFiles.read(new ByteArrayInputStream(file), MOST_TEXT, (name, part) -> {
                if (OfficeFiles.isMacro(name)) {
                    throw new Refusal("forms.paste.macros");
                }
                if (TEXTS.contains(name) && texts.isEmpty()) {
                    texts.add(part.readAllBytes());
                }
            });
        } catch (TooLarge bomb) {
            throw new Refusal("forms.paste.too-large");
        }
        return texts.isEmpty() ? null : texts.get(0);
    }

    private String read() throws XMLStreamException {
        var skip = 0;
        while (OfficeFiles.next(xml)) {
            if (xml.isStartElement()) {
                if (skip > 0 || LEFT_OUT.contains(xml.getLocalName())) {
                    skip++;
                } else {
                    start(xml.getLocalName());
                }
            } else if (xml.isEndElement()) {
                if (skip > 0) {
                    skip--;
                } else {
                    end(xml.getLocalName());
                }
            } else if (xml.isCharacters() && skip == 0 && isText()) {
                paragraph.append(xml.getText());
            }
        }
        end("p");
        return text.toString().strip();
    }

    private boolean inText;
    private int depth;

    /** In a DOCX text stands in an element of its own; in an ODT in the paragraph and what is in it. */
    private boolean isText() {
        return inText || depth > 0;
    }

    private void start(String element) {
        switch (element) {
            case "t" -> inText = true;
            case "p", "h" -> {
                if (isOpenDocument()) {
                    depth++;
                    headed = element.equals("h");
                }
            }
            case "pStyle" -> headed = isHeading(xml.getAttributeValue(xml.getNamespaceURI(), "val"));
            case "numPr", "list-item" -> listed = true;
            case "tab", "br", "cr", "s", "line-break" -> paragraph.append(' ');
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "t" -> inText = false;
            case "p", "h" -> {
                depth = Math.max(0, depth - 1);
                var line = paragraph.toString().replaceAll("\\s+", " ").strip();
                if (!line.isEmpty()) {
                    text.append(headed ? "# " : listed ? "- " : "").append(line).append("\n\n");
                    listed = false;
                }
                paragraph.setLength(0);
                headed = false;
                listed = listed && isOpenDocument();
            }
            default -> {}
        }
    }

    /** By the name of its style, in the languages that people here write in. */
    private static boolean isHeading(@Nullable String style) {
        return style != null && style.matches("(?i)(heading|kop|title|titel|titre)\\s?\\d?");
    }

    private boolean isOpenDocument() {
        var namespace = xml.getNamespaceURI();
        return namespace != null && namespace.startsWith("urn:oasis:");
    }
}
