package org.samenspraak.correspondence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.stereotype.Component;

/** Makes a tagged PDF with its fonts inside (PDF/UA) from well-formed HTML. */
@Component
class PdfPrinter {

    private static final String FONTS = "/fonts/atkinson-hyperlegible-next-";

    byte[] print(String html) {
        var bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(
                            () -> open(PdfPrinter.class, FONTS + "regular.ttf"),
                            "Atkinson",
                            400,
                            FontStyle.NORMAL,
                            true)
                    .useFont(() -> open(PdfPrinter.class, FONTS + "bold.ttf"), "Atkinson", 700, FontStyle.NORMAL, true)
                    // for names with letters that the first one lacks; comes with PDFBox
                    .useFont(
                            () -> open(PDFont.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
                            "Liberation",
                            400,
                            FontStyle.NORMAL,
                            true)
                    .withHtmlContent(html, null)
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream open(Class<?> from, String file) {
        return Objects.requireNonNull(from.getResourceAsStream(file), file);
    }
}
