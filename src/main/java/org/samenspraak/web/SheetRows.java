package org.samenspraak.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/**
 * Reads the texts of the first sheet of a workbook that may be hostile: a bounded size, also unpacked; no document type, no
 * entities, nothing fetched, no formula computed. A day comes as the number that a spreadsheet keeps.
 */
public final class SheetRows {

    /** In bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final int LARGEST_UNPACKED = 60 * 1024 * 1024;
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 100;
    private static final Pattern PART = Pattern.compile(
            "xl/(workbook\\.xml|_rels/workbook\\.xml\\.rels|sharedStrings\\.xml|worksheets/[^/]+\\.xml)");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Map<String, byte[]> parts;

    private SheetRows(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * All lines, each with its cells from the first column on; what is empty is an empty text.
     *
     * @throws Refusal at {@code file}, in plain words, for what is no workbook or too large, and for a formula that nobody computed
     */
    public static List<List<String>> read(InputStream file) throws IOException {
        var bytes = file.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Refusal.of("file", "web.refusal.sheet-large", LARGEST / 1024 / 1024);
        }
        try {
            return new SheetRows(unpack(bytes)).rows();
        } catch (XMLStreamException | IOException | IllegalArgumentException broken) {
            throw Refusal.of("file", "web.refusal.sheet-unreadable");
        }
    }

    private static Map<String, byte[]> unpack(byte[] bytes) throws IOException {
        var parts = new HashMap<String, byte[]>();
        OfficeFiles.read(new ByteArrayInputStream(bytes), LARGEST_UNPACKED, (name, content) -> {
            if (PART.matcher(name).matches()) {
                parts.put(name, content.readAllBytes());
            }
        });
        return parts;
    }

    private List<List<String>> rows() throws XMLStreamException {
        var shared = shared();
        var rows = new ArrayList<List<String>>();
        var xml = OfficeFiles.xml(firstSheet());
        while (OfficeFiles.next(xml)) {
            if (starts(xml, "row")) {
                if (rows.size() >= MOST_ROWS) {
                    throw Refusal.of("file", "web.refusal.sheet-rows", MOST_ROWS);
                }
                rows.add(row(xml, shared));
            }
        }
        return rows;
    }

    private static List<String> row(XMLStreamReader xml, List<String> shared) throws XMLStreamException {
        var cells = new ArrayList<String>();
        while (OfficeFiles.next(xml) && !ends(xml, "row")) {
            if (starts(xml, "c")) {
                var place = xml.getAttributeValue(null, "r");
                var column = place == null ? cells.size() : column(place);
                var text = cell(xml, Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n"), shared);
                if (column < MOST_COLUMNS) {
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    cells.set(column, text);
                }
            }
        }
        return cells;
    }

    private static String cell(XMLStreamReader xml, String type, List<String> shared) throws XMLStreamException {
        var text = new StringBuilder();
        var place = xml.getAttributeValue(null, "r");
        var computed = false;
        while (OfficeFiles.next(xml) && !ends(xml, "c")) {
            computed = computed || starts(xml, "f");
            if (starts(xml, "v") || starts(xml, "t")) {
                text.append(xml.getElementText());
            }
        }
        if (computed && text.isEmpty()) {
            throw Refusal.of("file", "web.refusal.sheet-formula", Objects.requireNonNullElse(place, "?"));
        }
        if (!type.equals("s")) {
            return plain(text.toString());
        }
        var at = Integer.parseInt(text.toString().strip());
        if (at < 0 || at >= shared.size()) {
            throw new IllegalArgumentException("no shared text " + at);
        }
        return shared.get(at);
    }

    /** "AB12" is column 27, counted from 0. */
    private static int column(String place) {
        var column = 0;
        for (var at = 0; at < place.length() && Character.isLetter(place.charAt(at)); at++) {
            column = Math.min(column * 26 + Character.toUpperCase(place.charAt(at)) - 'A' + 1, MOST_COLUMNS + 1);
        }
        return Math.max(column, 1) - 1;
    }

    /** Texts that cells share; one may be in pieces, each with a look of its own. */
    private List<String> shared() throws XMLStreamException {
        var texts = new ArrayList<String>();
        var content = parts.get("xl/sharedStrings.xml");
        if (content == null) {
            return texts;
        }
        var xml = OfficeFiles.xml(content);
        while (OfficeFiles.next(xml)) {
            if (starts(xml, "si")) {
                texts.add(sharedText(xml));
            }
        }
        return texts;
    }

    private static String sharedText(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        while (OfficeFiles.next(xml) && !ends(xml, "si")) {
            if (starts(xml, "t")) {
                text.append(xml.getElementText());
            }
        }
        return plain(text.toString());
    }

    private byte[] firstSheet() throws XMLStreamException {
        var id = first("xl/workbook.xml", "sheet", "id", null);
        var target = id == null ? null : first("xl/_rels/workbook.xml.rels", "Relationship", "Target", id);
        var path = target == null
                ? "xl/worksheets/sheet1.xml"
                : target.startsWith("/") ? target.substring(1) : "xl/" + target;
        var sheet = parts.get(path);
        if (sheet == null) {
            throw new IllegalArgumentException("no sheet " + path);
        }
        return sheet;
    }

    /** An attribute of the first such element; with an id, of the one that has it. */
    private @Nullable String first(String part, String element, String attribute, @Nullable String id)
            throws XMLStreamException {
        var xml = OfficeFiles.xml(Objects.requireNonNullElse(parts.get(part), new byte[0]));
        while (OfficeFiles.next(xml)) {
            if (starts(xml, element) && (id == null || id.equals(attribute(xml, "Id")))) {
                return attribute(xml, attribute);
            }
        }
        return null;
    }

    /** In whatever namespace. */
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (var at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals(name)) {
                return xml.getAttributeValue(at);
            }
        }
        return null;
    }

    private static boolean starts(XMLStreamReader xml, String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    private static boolean ends(XMLStreamReader xml, String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** What XML can't hold is written as {@code _x000D_}. */
    private static String plain(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        sign -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(sign.group(1), 16))));
    }
}
