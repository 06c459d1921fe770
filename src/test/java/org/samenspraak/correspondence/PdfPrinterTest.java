package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PdfUa;

class PdfPrinterTest {

    @Test
    void printsWhatAScreenReaderCanRead() {
        PdfUa.isAccessible(
                new PdfPrinter()
                        .print(
                                """
                        <html lang="nl">
                        <head><title>Brief</title><meta name="subject" content="Dossier"/><meta name="author" content="Stad"/></head>
                        <body><h1>Brief</h1><p>Een zin met een łetter van elders.</p>
                        <ul><li>één</li><li>twee</li></ul>
                        <table><tr><th scope="row">Datum</th><td>1 mei 2026</td></tr></table>
                        <p><a href="https://stad.example">De stad</a></p></body></html>
                        """));
    }

    @Test
    void theJudgeSaysWhatIsWrong() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var bare = new PDDocument()) {
            bare.addPage(new PDPage());
            bare.save(bytes);
        }
        assertThatThrownBy(() -> PdfUa.isAccessible(bytes.toByteArray()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("structure hierarchy");
    }
}
