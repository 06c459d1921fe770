package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ArchivesTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    @Test
    void knowsADocumentByWhatIsInside() throws IOException {
        assertThat(isGenuine(DOCX, "[Content_Types].xml=<x/>", "word/document.xml=<x/>"))
                .isTrue();
        assertThat(isGenuine(XLSX, "xl/workbook.xml=<x/>")).isTrue();
        assertThat(isGenuine(ODT, "mimetype=" + ODT, "content.xml=<x/>")).isTrue();
    }

    /** As all our exports are written: its sheets grow while they are sent. */
    @Test
    void takesAWorkbookOfOurOwn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Samenspraak", "1.0")) {
            var sheet = book.newWorksheet("1");
            sheet.value(0, 0, "Jeugdraad");
            sheet.flush();
        }

        assertThat(isGenuine(XLSX, bytes)).isTrue();
    }

    @Test
    void refusesAnotherZipUnderItsName() throws IOException {
        assertThat(isGenuine(DOCX, "[Content_Types].xml=<x/>", "setup.exe=MZ")).isFalse();
        assertThat(isGenuine(XLSX, "word/document.xml=<x/>")).isFalse();
        assertThat(isGenuine(ODT, "mimetype=application/zip", "content.xml=<x/>"))
                .isFalse();
        assertThat(Archives.isGenuine(
                        DOCX, 8, new ByteArrayInputStream("PK\3\4 and".getBytes(StandardCharsets.US_ASCII))))
                .isFalse();
    }

    @Test
    void refusesMacros() throws IOException {
        assertThat(isGenuine(DOCX, "word/document.xml=<x/>", "word/vbaProject.bin=x"))
                .isFalse();
        assertThat(isGenuine(ODT, "mimetype=" + ODT, "Basic/Standard/Module1.xml=x"))
                .isFalse();
    }

    @Test
    void refusesABombAndTenThousandParts() throws IOException {
        var bomb = new ByteArrayOutputStream();
        var crowd = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(new byte[1_000_000]);
            }
        }
        try (var zip = new ZipOutputStream(crowd)) {
            for (int i = 0; i < 10_001; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }

        assertThat(isGenuine(DOCX, bomb)).isFalse();
        assertThat(isGenuine(DOCX, crowd)).isFalse();
    }

    @Test
    void refusesACutOffFile() throws IOException {
        var zip = zip("word/document.xml=" + "abcdefghij".repeat(50));
        var cut = Arrays.copyOf(zip.toByteArray(), 60);

        assertThat(Archives.isGenuine(DOCX, cut.length, new ByteArrayInputStream(cut)))
                .isFalse();
    }

    private static boolean isGenuine(String type, String... parts) throws IOException {
        return isGenuine(type, zip(parts));
    }

    private static boolean isGenuine(String type, ByteArrayOutputStream zip) throws IOException {
        return Archives.isGenuine(type, zip.size(), new ByteArrayInputStream(zip.toByteArray()));
    }

    private static ByteArrayOutputStream zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part.split("=")[0]));
                zip.write(part.substring(part.indexOf('=') + 1).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes;
    }
}
