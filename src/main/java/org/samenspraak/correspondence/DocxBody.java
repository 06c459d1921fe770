package org.samenspraak.correspondence;

import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Writes the body of a text document from HTML, in one pass. A paragraph begins where its text begins. */
final class DocxBody {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");
    /** After these the next text is a paragraph of its own. */
    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "li", "section", "table");

    private final XMLStreamReader html;
    private final XMLStreamWriter out;
    private String style = "";
    private int bold;
    private boolean open;
    private boolean space;
    private boolean asTyped;
    /** Whether the cell has a paragraph. */
    private boolean wrote;

    DocxBody(XMLStreamReader html, XMLStreamWriter out) {
        this.html = html;
        this.out = out;
    }

    void write() throws XMLStreamException {
        start("document");
        out.writeAttribute("xmlns:w", WORD);
        start("body");
        while (html.hasNext()) {
            switch (html.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(html.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(html.getLocalName());
                case XMLStreamConstants.CHARACTERS -> text(html.getText());
                default -> {}
            }
        }
        endParagraph();
        end();
        end();
    }

    private void begin(String name) throws XMLStreamException {
        if (BLOCKS.contains(name)) {
            endParagraph();
            style = HEADINGS.contains(name) ? "Heading" + name.charAt(1) : "";
            asTyped = "said".equals(html.getAttributeValue(null, "class"));
        }
        switch (name) {
            case "head" -> skip();
            case "strong" -> bold++;
            case "br" -> lineBreak();
            case "table" -> beginTable();
            case "tr" -> start("tr");
            case "thead" -> {
                // the row of names comes again on each page, and a reader says it with each cell
                html.nextTag();
                start("tr");
                start("trPr");
                empty("tblHeader");
                end();
            }
            case "th", "td" -> beginCell(name);
            default -> {}
        }
    }

    private void end(String name) throws XMLStreamException {
        if (BLOCKS.contains(name)) {
            endParagraph();
            style = "";
            asTyped = false;
        }
        switch (name) {
            case "strong" -> bold--;
            case "tr" -> end();
            case "table" -> {
                end();
                // two tables that touch are one for a word processor
                start("p");
                end();
            }
            case "th", "td" -> endCell(name);
            default -> {}
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = html.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void beginTable() throws XMLStreamException {
        start("tbl");
        start("tblPr");
        empty("tblStyle", "TableGrid");
        start("tblW");
        attribute("w", "5000");
        attribute("type", "pct");
        end();
        end();
        start("tblGrid");
        end();
    }

    private void beginCell(String name) throws XMLStreamException {
        start("tc");
        if (name.equals("th")) {
            bold++;
        }
        wrote = false;
    }

    /** A cell without a paragraph is no cell. */
    private void endCell(String name) throws XMLStreamException {
        endParagraph();
        if (!wrote) {
            start("p");
            end();
        }
        if (name.equals("th")) {
            bold--;
        }
        end();
    }

    private void text(String text) throws XMLStreamException {
        var lines = asTyped ? text.strip().split("\n", -1) : new String[] {text};
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                lineBreak();
            }
            words(lines[at]);
        }
    }

    private void words(String text) throws XMLStreamException {
        var plain = text.replaceAll("\\s+", " ");
        if (plain.isBlank()) {
            space |= open && !plain.isEmpty();
            return;
        }
        var first = !open;
        beginParagraph();
        start("r");
        if (bold > 0) {
            start("rPr");
            empty("b");
            end();
        }
        start("t");
        out.writeAttribute("xml:space", "preserve");
        out.writeCharacters(first ? plain.stripLeading() : space ? " " + plain.stripLeading() : plain);
        end();
        end();
        space = false;
    }

    private void lineBreak() throws XMLStreamException {
        if (open) {
            start("r");
            empty("br");
            end();
        }
    }

    private void beginParagraph() throws XMLStreamException {
        if (open) {
            return;
        }
        start("p");
        if (!style.isEmpty()) {
            start("pPr");
            empty("pStyle", style);
            end();
        }
        open = true;
        wrote = true;
    }

    private void endParagraph() throws XMLStreamException {
        if (open) {
            end();
        }
        open = false;
        space = false;
    }

    private void start(String name) throws XMLStreamException {
        out.writeStartElement("w:" + name);
    }

    private void end() throws XMLStreamException {
        out.writeEndElement();
    }

    private void empty(String name) throws XMLStreamException {
        out.writeEmptyElement("w:" + name);
    }

    private void empty(String name, String value) throws XMLStreamException {
        empty(name);
        attribute("val", value);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute("w:" + name, Objects.requireNonNull(value));
    }
}
