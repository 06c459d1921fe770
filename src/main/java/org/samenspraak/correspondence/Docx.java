package org.samenspraak.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Makes a text document (Office Open XML) of the HTML of a paper: headings, paragraphs and tables, with styles that a reader of
 * the document can change and a screen reader knows. What else the HTML has is left out; nothing in it is fetched.
 */
final class Docx {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static final String TYPES = HEAD + "<Types xmlns='" + PACKAGE + "content-types'>"
            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + override("/word/document.xml", MAIN + "document.main+xml")
            + override("/word/styles.xml", MAIN + "styles+xml")
            + override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
            + "</Types>";

    private static final String RELATIONS = HEAD + "<Relationships xmlns='" + PACKAGE + "relationships'>"
            + relation("1", OFFICE + "officeDocument", "word/document.xml")
            + relation("2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
            + "</Relationships>";

    private static final String DOCUMENT_RELATIONS = HEAD + "<Relationships xmlns='" + PACKAGE + "relationships'>"
            + relation("1", OFFICE + "styles", "styles.xml") + "</Relationships>";

    private static final String STYLES = HEAD + "<w:styles xmlns:w='" + WORD + "'><w:docDefaults><w:rPrDefault><w:rPr>"
            + "<w:rFonts w:ascii='Arial' w:hAnsi='Arial' w:cs='Arial'/><w:sz w:val='21'/><w:lang w:val='nl-BE'/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after='100' w:line='276' w:lineRule='auto'/></w:pPr></w:pPrDefault></w:docDefaults>"
            + "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
            + heading(1, 34) + heading(2, 27) + heading(3, 23)
            + "<w:style w:type='table' w:styleId='TableGrid'><w:name w:val='Table Grid'/><w:tblPr><w:tblBorders>"
            + border("top") + border("left") + border("bottom") + border("right") + border("insideH")
            + border("insideV")
            + "</w:tblBorders><w:tblCellMar><w:left w:w='85' w:type='dxa'/><w:right w:w='85' w:type='dxa'/></w:tblCellMar>"
            + "</w:tblPr></w:style></w:styles>";

    private Docx() {}

    /**
     * @param html well-formed, as {@link PdfPrinter} takes it
     * @throws IllegalStateException when it is not
     */
    static byte[] of(String html, String title, String author) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
            put(zip, "_rels/.rels", RELATIONS.getBytes(StandardCharsets.UTF_8));
            put(zip, "word/_rels/document.xml.rels", DOCUMENT_RELATIONS.getBytes(StandardCharsets.UTF_8));
            put(zip, "word/styles.xml", STYLES.getBytes(StandardCharsets.UTF_8));
            put(zip, "word/document.xml", document(html));
            put(zip, "docProps/core.xml", properties(title, author));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] document(String html) throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        var reader = XMLInputFactory.newFactory();
        reader.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        reader.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        reader.setProperty(XMLInputFactory.IS_COALESCING, true);
        out.writeStartDocument("UTF-8", "1.0");
        new DocxBody(reader.createXMLStreamReader(new StringReader(html)), out).write();
        out.writeEndDocument();
        out.close();
        return bytes.toByteArray();
    }

    private static byte[] properties(String title, String author) throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("cp:coreProperties");
        out.writeAttribute("xmlns:cp", PACKAGE + "metadata/core-properties");
        out.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        for (var property : new String[][] {{"title", title}, {"creator", author}, {"language", "nl"}}) {
            out.writeStartElement("dc:" + property[0]);
            out.writeCharacters(property[1]);
            out.writeEndElement();
        }
        out.writeEndDocument();
        out.close();
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String override(String part, String type) {
        return "<Override PartName='" + part + "' ContentType='" + type + "'/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='r" + id + "' Type='" + type + "' Target='" + target + "'/>";
    }

    private static String heading(int level, int halfPoints) {
        return "<w:style w:type='paragraph' w:styleId='Heading" + level + "'><w:name w:val='heading " + level
                + "'/><w:basedOn w:val='Normal'/><w:next w:val='Normal'/><w:pPr><w:keepNext/><w:spacing w:before='240' w:after='80'/>"
                + "<w:outlineLvl w:val='" + (level - 1) + "'/></w:pPr><w:rPr><w:b/><w:sz w:val='" + halfPoints
                + "'/></w:rPr></w:style>";
    }

    private static String border(String side) {
        return "<w:" + side + " w:val='single' w:sz='4' w:space='0' w:color='4A5A68'/>";
    }
}
