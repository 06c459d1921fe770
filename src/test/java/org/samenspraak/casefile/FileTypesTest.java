package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.Refusal;

class FileTypesTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final FileTypes types =
            new FileTypes(Set.of("application/pdf", "image/png", "text/plain", "text/csv", DOCX));

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE html><html><script>alert(1)</script></html>, verslag.pdf",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, foto.png",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, foto.svg",
        "gewone tekst, pagina.html",
        "gewone tekst, script.js",
        "MZ\u0090\u0000\u0003, verslag.pdf",
        "PK\u0003\u0004zip, archief.zip",
        "#!/bin/sh, verslag.txt"
    })
    void refusesWhatTheBytesOrTheNameShowToBeAnotherType(String content, String name) {
        assertThatThrownBy(() -> types.allowed(content.getBytes(StandardCharsets.ISO_8859_1), name))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).field())
                .isEqualTo("file");
    }

    @Test
    void readsTheTypeFromTheBytes() {
        assertThat(types.allowed("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "wat-dan-ook")
                        .getName())
                .isEqualTo("application/pdf");
        assertThat(types.allowed("naam;straat".getBytes(StandardCharsets.US_ASCII), "leden.csv")
                        .getName())
                .isEqualTo("text/csv");
    }

    @Test
    void tellsATextDocumentFromAnotherZipByItsName() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }

        assertThat(types.allowed(bytes.toByteArray(), "verslag.docx").getName()).isEqualTo(DOCX);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.pdf",
        "C:\\temp\\verslag.pdf, verslag.pdf",
        "'ver\"slag\r\nSet-Cookie: x.pdf', ver_slag__Set-Cookie_ x.pdf",
        "verslag.pdf.exe, verslag.pdf.exe.pdf",
        ".pdf, pdf.pdf",
        "'', document.pdf",
        "=cmd.PDF, cmd.PDF",
        "Vergadering mei (2).pdf, Vergadering mei (2).pdf",
        "vergade\u202Efdp.exe, vergade_fdp.exe.pdf"
    })
    void givesASafeNameThatEndsAsTheTypeEnds(String sent, String kept) throws Exception {
        var pdf = MimeTypes.getDefaultMimeTypes().forName("application/pdf");

        assertThat(FileTypes.safeName(sent, pdf)).isEqualTo(kept);
    }

    @Test
    void shortensALongName() throws Exception {
        var pdf = MimeTypes.getDefaultMimeTypes().forName("application/pdf");

        assertThat(FileTypes.safeName("a".repeat(500) + ".pdf", pdf))
                .hasSize(120)
                .endsWith(".pdf");
    }
}
