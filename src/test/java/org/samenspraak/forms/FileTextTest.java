package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Refusal;

class FileTextTest {

    private static final String WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    private static final String OPEN =
            "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'";

    private final FileText texts = new FileText();

    @Test
    void readsADocx() throws Exception {
        var body = "<w:p><w:r><w:t>Ons </w:t></w:r><w:r><w:t>advies</w:t><w:tab/><w:t>is:</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Meer bomen</w:t></w:r><w:del><w:r><w:delText>niet</w:delText></w:r></w:del></w:p>"
                + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Bankjes &amp; licht</w:t></w:r></w:p><w:p/>";

        var text = texts.of(docx("<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>"));

        assertThat(text).isEqualTo("Ons advies is:\n\n- Meer bomen\n\n- Bankjes & licht");
        assertThat(PastedRows.of(text))
                .extracting(PastedRows.Row::text)
                .containsExactly("Ons advies is:", "Meer bomen", "Bankjes & licht");
    }

    @Test
    void marksTheHeadingsOfADocx() throws Exception {
        var body = "<w:p><w:pPr><w:pStyle w:val='Kop1'/></w:pPr><w:r><w:t>Verkeer</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:pStyle w:val='Standaard'/></w:pPr><w:r><w:t>Maak de straat smaller.</w:t></w:r></w:p>";

        var text = texts.of(docx("<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>"));

        assertThat(PastedRows.of(text)).containsExactly(new PastedRows.Row("Verkeer", "Maak de straat smaller.", ""));
    }

    @Test
    void readsAnOdt() throws Exception {
        var body =
                "<text:h>Advies</text:h><text:list><text:list-item><text:p>Meer<text:s/>bomen <text:span>nu</text:span>"
                        + "</text:p></text:list-item><text:list-item><text:p>Licht</text:p></text:list-item></text:list>"
                        + "<text:p>Slot<office:annotation><text:p>opmerking</text:p></office:annotation></text:p>";

        var text = texts.of(zip(Map.of(
                "content.xml",
                "<office:document-content " + OPEN + "><office:body><office:text>" + body
                        + "</office:text></office:body></office:document-content>")));

        assertThat(text).isEqualTo("# Advies\n\n- Meer bomen nu\n\n- Licht\n\nSlot");
    }

    @Test
    void readsAPdf() throws Exception {
        assertThat(texts.of(pdf(2, null))).contains("1. Meer bomen", "2. Licht");
    }

    @Test
    void readsPlainTextInBothAlphabets() {
        assertThat(texts.of("\ufeffé: één".getBytes(StandardCharsets.UTF_8))).isEqualTo("é: één");
        assertThat(texts.of("één €".getBytes(Charset.forName("windows-1252")))).isEqualTo("één €");
    }

    @Test
    void refusesALockedPdf() throws Exception {
        refuses("forms.paste.locked", pdf(1, "geheim"));
        refuses("forms.paste.locked", pdf(1, ""));
    }

    @Test
    void refusesTooManyPages() throws Exception {
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < 10_000; i++) {
                pdf.addPage(new PDPage());
            }
            refuses("forms.paste.pages", bytes(pdf));
        }
    }

    @Test
    void refusesAScan() throws Exception {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            refuses("forms.paste.scan", bytes(pdf));
        }
    }

    @Test
    void refusesAPdfThatGrows() throws Exception {
        refuses("forms.paste.too-large", drawing(zeros(200_000_000), 1));
        var once = zeros(400_000_000);
        refuses("forms.paste.too-large", drawing(packed(once), 2));
    }

    /** Ten drawings that draw ten others each, and so on. */
    @Test
    void refusesAPdfThatDrawsForEver() throws Exception {
        try (var pdf = new PDDocument()) {
            var last = form(pdf, "BT ET");
            for (int i = 0; i < 9; i++) {
                var resources = new org.apache.pdfbox.pdmodel.PDResources();
                resources.put(COSName.getPDFName("X"), last);
                last = form(pdf, "/X Do ".repeat(10));
                last.setResources(resources);
            }
            var page = new PDPage();
            var resources = new org.apache.pdfbox.pdmodel.PDResources();
            resources.put(COSName.getPDFName("X"), last);
            page.setResources(resources);
            page.setContents(
                    new PDStream(pdf, new java.io.ByteArrayInputStream("/X Do".getBytes(StandardCharsets.UTF_8))));
            pdf.addPage(page);
            refuses("forms.paste.too-large", bytes(pdf));
        }
    }

    @Test
    void refusesAZipThatGrows() throws Exception {
        var large = new byte[70_000_000];
        refuses("forms.paste.too-large", zip("word/document.xml", large));
    }

    @Test
    void refusesMacros() throws Exception {
        refuses(
                "forms.paste.macros",
                zip(Map.of("word/document.xml", "<w:document " + WORD + "/>", "word/vbaProject.bin", "x")));
        refuses("forms.paste.macros", zip(Map.of("content.xml", "<a/>", "Basic/Standard/Module1.xml", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>",
                "<a>",
                "<a>&onbekend;</a>",
                "geen xml"
            })
    void refusesEntitiesAndBrokenDocuments(String xml) throws Exception {
        refuses("forms.paste.unreadable", docx(xml));
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        refuses("forms.paste.kind", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        refuses("forms.paste.kind", zip(Map.of("xl/workbook.xml", "<a/>")));
        refuses("forms.paste.unreadable", "%PDF-1.7 kapot".getBytes(StandardCharsets.UTF_8));
    }

    private void refuses(String key, byte[] file) {
        assertThatThrownBy(() -> texts.of(file))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }

    private static byte[] docx(String xml) throws IOException {
        return zip(Map.of("word/document.xml", xml));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(all)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return all.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(all)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return all.toByteArray();
    }

    private static byte[] pdf(int pages, @org.jspecify.annotations.Nullable String password) throws IOException {
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage();
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(i == 0 ? "1. Meer bomen" : "2. Licht");
                    content.endText();
                }
            }
            if (password != null) {
                pdf.protect(new StandardProtectionPolicy("baas", password, new AccessPermission()));
            }
            return bytes(pdf);
        }
    }

    /** A page whose drawing is packed so many times. */
    private static byte[] drawing(byte[] packed, int times) throws IOException {
        var head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Length " + packed.length + "/Filter[" + "/FlateDecode".repeat(times) + "]>>stream\n";
        var all = new ByteArrayOutputStream();
        all.write(head.getBytes(StandardCharsets.US_ASCII));
        all.write(packed);
        all.write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static byte[] zeros(int size) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var packer = new DeflaterOutputStream(all, new Deflater(Deflater.BEST_COMPRESSION))) {
            var some = new byte[1_000_000];
            for (int i = 0; i < size / some.length; i++) {
                packer.write(some);
            }
        }
        return all.toByteArray();
    }

    private static byte[] packed(byte[] content) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var packer = new DeflaterOutputStream(all)) {
            packer.write(content);
        }
        return all.toByteArray();
    }

    private static org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form(PDDocument pdf, String drawing)
            throws IOException {
        var form = new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(
                new PDStream(pdf, new java.io.ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8))));
        form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(10, 10));
        return form;
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        var all = new ByteArrayOutputStream();
        pdf.save(all);
        return all.toByteArray();
    }
}
