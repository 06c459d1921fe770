package org.samenspraak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Path folder;

    SheetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "\t1", "\r1", "  =1", "＝1", "＋1", "－1", "＠A1"})
    void whatLooksLikeAFormulaIsText(String formula) throws IOException {
        var csv = CsvSheet.openData(out);
        csv.line(formula, "a");
        csv.end();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\"'" + formula + "\",\"a\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Buurt;=1+1;raad", "x; \"@A1", "x\t+1", "x\n=1", "\t=1", "x;－1"})
    void nothingBeginsAFormulaForWhoPartsAtSomethingElse(String text) throws IOException {
        var csv = CsvSheet.openData(out);
        csv.line(text);
        csv.end();

        assertThat(out.toString(StandardCharsets.UTF_8).split("[;\t\r\n]"))
                .noneMatch(part -> part.strip().replace("\"", "").strip().matches("[=+\\-@＝＋－＠].*"));
    }

    @Test
    void csvKeepsNumbersQuotesAndDays() throws IOException {
        var csv = CsvSheet.forExcel(out);
        csv.line(-5, "Wijk \"Runkst\", zuid", null, LocalDate.of(2026, 9, 1));
        csv.end();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"-5\";\"Wijk \"\"Runkst\"\", zuid\";\"\";\"2026-09-01\"\r\n");
    }

    /** It names no cell and no function, and a space in it keeps it from being read as a number, which would lose its plus. */
    @ParameterizedTest
    @ValueSource(strings = {"+32 11 23 90 00", "+32 (0)11 23 90 00", "+31 612345678", "011 23 90 00"})
    void aPhoneNumberStaysOne(String phone) throws IOException {
        var csv = CsvSheet.forExcel(out);
        csv.line(phone);
        csv.end();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF\"" + phone + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+3211239000", "+32 11+A1 20", "+32 11 SOM(1)", "+32 1-1 2222", "+32 11 23 90 00\n=1"})
    void whatCouldCountIsNoPhoneNumber(String text) throws IOException {
        var csv = CsvSheet.forExcel(out);
        csv.line(text);
        csv.end();

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFF\"'+32");
    }

    @Test
    void nothingBeginsAFormulaForWhoPartsALineForExcelAtCommas() throws IOException {
        var csv = CsvSheet.forExcel(out);
        csv.line("Buurt", "raad,=1+1");
        csv.end();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("raad,'=1+1");
    }

    @Test
    void aWorkbookHoldsTextAndDaysAndNoFormulaUnderAHeadThatStays() throws IOException {
        var sheet = new XlsxSheet(out);
        sheet.line("Titel", "Dag", "Aantal");
        sheet.line("=HYPERLINK(\"x\")\u0000<&", LocalDate.of(2026, 9, 1), 7);
        sheet.end();

        var read = sheet(1);
        assertThat(read.select("f")).isEmpty();
        assertThat(read.select("row:eq(0) > c[s]")).hasSize(3);
        assertThat(read.select("pane").attr("ySplit")).isEqualTo("1");
        assertThat(read.select("row:eq(1) is t").text()).isEqualTo("=HYPERLINK(\"x\")<&");
        assertThat(read.select("row:eq(1) > c:eq(1) v").text()).startsWith("46266");
        assertThat(read.select("row:eq(1) > c:eq(2) v").text()).isEqualTo("7");
    }

    @Test
    void goesOnOnTheNextSheetUnderTheSameHead() throws IOException {
        var sheet = new XlsxSheet(out, 3);
        sheet.line("Titel");
        for (var i = 1; i <= 3; i++) {
            sheet.line("zaak " + i);
        }
        sheet.end();

        assertThat(sheet(1).select("is t").eachText()).containsExactly("Titel", "zaak 1", "zaak 2");
        assertThat(sheet(2).select("is t").eachText()).containsExactly("Titel", "zaak 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void doesNotKeepWhatItWrote(String format) throws Exception {
        var sheet = format.equals("csv")
                ? CsvSheet.openData(OutputStream.nullOutputStream())
                : new XlsxSheet(OutputStream.nullOutputStream());
        sheet.line("Titel", "Dag");
        var kept = line(sheet);
        for (var i = 1; i < 250_000; i++) {
            sheet.line("zaak " + i, LocalDate.EPOCH);
        }

        for (var tries = 0; kept.get() != null && tries < 20; tries++) {
            System.gc();
        }
        assertThat(kept.get()).isNull();
        sheet.end();
    }

    private static WeakReference<String> line(Sheet sheet) throws IOException {
        var text = "zaak " + System.identityHashCode(sheet);
        sheet.line(text, LocalDate.EPOCH);
        return new WeakReference<>(text);
    }

    private Document sheet(int number) throws IOException {
        var file = Files.write(folder.resolve("sheet.xlsx"), out.toByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("xl/worksheets/sheet" + number + ".xml");
            var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            return Jsoup.parse(text, "", Parser.xmlParser());
        }
    }
}
