package org.samenspraak.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/** Paragraphs of a text document in a zip (DOCX, ODT), a blank line between them and a sign before what is in a list. */
final class OfficeText {

    private static final int MOST_PARTS = 5_000;
    /** Bytes of all parts together, unpacked. */
    private static final int MOST_BYTES = 60_000_000;
    /** Bytes of the text. */
    private static final int MOST_TEXT = 20_000_000;

    private static final Set<String> TEXTS = Set.of("word/document.xml", "content.xml");
    /** What doesn't belong to the text as it stands. */
    private static final Set<String> LEFT_OUT = Set.of("Fallback", "annotation", "tracked-changes", "note-citation");

    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private boolean listed;

    private OfficeText(XMLStreamReader xml) {
        this.xml = xml;
    }

    static String of(byte[] file) throws IOException {
        var content = content(file);
        if (content == null) {
            throw new Refusal("forms.paste.kind");
        }
        try {
            return new OfficeText(factory().createXMLStreamReader(new ByteArrayInputStream(content))).read();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The part with the text; all parts are looked at for what runs by itself. */
    private static byte @Nullable [] content(byte[] file) throws IOException {
        byte[] content = null;
        var left = new long[] {MOST_BYTES};
        var parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                var name = part.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vba") || name.startsWith("basic/") || name.startsWith("scripts/")) {
                    throw new Refusal("forms.paste.macros");
                }
                parts++;
                var kept = TEXTS.contains(name) && content == null;
                var unpacked = unpack(zip, left, kept);
                if (kept) {
                    content = unpacked;
                }
                if (parts > MOST_PARTS) {
                    throw new Refusal("forms.paste.too-large");
                }
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException(badName);
        }
        return content;
    }

    private static byte[] unpack(InputStream part, long[] left, boolean kept) throws IOException {
        var all = new ByteArrayOutputStream();
        var some = new byte[8192];
        for (var read = part.read(some); read >= 0; read = part.read(some)) {
            left[0] -= read;
            if (left[0] < 0 || all.size() > MOST_TEXT) {
                throw new Refusal("forms.paste.too-large");
            }
            if (kept) {
                all.write(some, 0, read);
            }
        }
        return all.toByteArray();
    }

    private String read() throws XMLStreamException {
        var skip = 0;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refusal("forms.paste.unreadable");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (skip > 0 || LEFT_OUT.contains(xml.getLocalName())) {
                    skip++;
                } else {
                    start(xml.getLocalName());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (skip > 0) {
                    skip--;
                } else {
                    end(xml.getLocalName());
                }
            } else if (event == XMLStreamConstants.CHARACTERS && skip == 0 && isText()) {
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
                }
            }
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
                    text.append(listed ? "- " : "").append(line).append("\n\n");
                    listed = false;
                }
                paragraph.setLength(0);
                listed = listed && isOpenDocument();
            }
            default -> {}
        }
    }

    private boolean isOpenDocument() {
        var namespace = xml.getNamespaceURI();
        return namespace != null && namespace.startsWith("urn:oasis:");
    }
}
