package org.samenspraak.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Refusal;

/** What comes back from somebody's spreadsheet program, and what somebody made to harm. */
class SheetRowsTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void readsWhatWeWrite() throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = new XlsxSheet(out);
        sheet.line("Raad", "Tekst");
        sheet.line("Jeugdraad", "een\ntwee & <drie>", LocalDate.of(2026, 10, 1));
        sheet.line(null, "=1+1");
        sheet.end();

        assertThat(read(out.toByteArray()))
                .containsExactly(
                        List.of("Raad", "Tekst"),
                        List.of("Jeugdraad", "een\ntwee & <drie>", "46296.0"),
                        List.of("", "=1+1"));
    }

    @Test
    void readsTheFirstSheetOfABookWithSharedTexts() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Test", "1.0")) {
            var first = book.newWorksheet("Eerste");
            first.value(0, 0, "gedeeld");
            first.value(1, 0, "gedeeld");
            first.value(1, 3, 12);
            book.newWorksheet("Tweede").value(0, 0, "niet");
        }

        assertThat(read(out.toByteArray())).containsExactly(List.of("gedeeld"), List.of("gedeeld", "", "", "12"));
    }

    @Test
    void joinsTextsInPiecesAndUnescapesSigns() throws IOException {
        var shared = "<sst><si><r><t>een </t></r><r><rPr><b/></rPr><t>twee</t></r></si><si><t>a_x000D_b</t></si></sst>";
        var rows =
                "<row><c r=\"B1\" t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c><c><f>A1</f><v>3</v></c></row>";

        assertThat(read(book(Map.of("xl/sharedStrings.xml", shared, SHEET, sheet(rows)))))
                .containsExactly(List.of("", "een twee"), List.of("a\rb", "3"));
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        refuses("just text".getBytes(StandardCharsets.UTF_8), "web.refusal.sheet-unreadable");
        refuses(new byte[0], "web.refusal.sheet-unreadable");
        refuses(zip(Map.of("readme.txt", "hallo")), "web.refusal.sheet-unreadable");
        refuses(book(Map.of(SHEET, "<worksheet><sheetData><row>")), "web.refusal.sheet-unreadable");
        refuses(book(Map.of(SHEET, sheet("<row><c t=\"s\"><v>99</v></c></row>"))), "web.refusal.sheet-unreadable");
    }

    /** With its result in the cell it is a text like any other. */
    @Test
    void refusesAFormulaThatNobodyComputed() throws IOException {
        refuses(
                book(Map.of(SHEET, sheet("<row><c r=\"D2\"><f>1+1</f><v></v></c></row>"))),
                "web.refusal.sheet-formula");
        refuses(book(Map.of(SHEET, sheet("<row><c r=\"D2\"><f>1+1</f></c></row>"))), "web.refusal.sheet-formula");
    }

    @Test
    void refusesEntities() throws IOException {
        var outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + sheet("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                + sheet("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>");

        refuses(book(Map.of(SHEET, outside)), "web.refusal.sheet-unreadable");
        refuses(book(Map.of(SHEET, laughs)), "web.refusal.sheet-unreadable");
    }

    @Test
    void refusesABomb() throws IOException {
        refuses(bomb(SHEET), "web.refusal.sheet-unreadable");
    }

    private static byte[] bomb(String part) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            for (var piece = 0; piece < 70; piece++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        refuses(new byte[SheetRows.LARGEST + 1], "web.refusal.sheet-large");
        refuses(book(Map.of(SHEET, sheet("<row/>".repeat(5_001)))), "web.refusal.sheet-rows");
    }

    @Test
    void passesOverColumnsFarAway() throws IOException {
        assertThat(read(book(
                        Map.of(SHEET, sheet("<row><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZZZZ1\"><v>2</v></c></row>")))))
                .containsExactly(List.of("1"));
    }

    private static void refuses(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.messageKey())
                .isEqualTo(message));
    }

    private static List<List<String>> read(byte[] file) throws IOException {
        return SheetRows.read(new ByteArrayInputStream(file));
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static byte[] book(Map<String, String> parts) throws IOException {
        var all = new TreeMap<>(parts);
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"1\" r:id=\"rId7\"/></sheets></workbook>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"x\"/><Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        return zip(all);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                ((OutputStream) zip).write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
