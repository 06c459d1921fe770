package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads the letters of a case. */
abstract class LetterScenario extends RecognitionScenario {

    private static final Set<String> DECISIONS = Set.of(
            "not-handled",
            "not-signed",
            "recognition-granted",
            "recognition-kept",
            "recognition-refused",
            "recognition-withdrawn");

    @Autowired
    private Letters letters;

    @Autowired
    private Regulations regulations;

    @Autowired
    Documents documents;

    String letter(CaseId caseId, String template) {
        return letter(caseId, template, "14 september 2026");
    }

    /** Its text on one line; what no letter may lack or hold is checked. */
    String letter(CaseId caseId, String template, String dated) {
        var text = text(caseId, template);
        assertThat(text)
                .as(template)
                .contains("Aan Wijkraad Runkst Datum " + ("not-handled".equals(template) ? "" : dated))
                .contains("Dossiernummer " + view(caseId).number())
                .contains("Beste voorzitter, beste secretaris")
                .doesNotContain("null", "??", "{", "}", "letters.");
        if (DECISIONS.contains(template)) {
            assertThat(text)
                    .as(template)
                    .contains("Het besluit", "Datum van het besluit", "Waarom?")
                    .contains("Welke regels hebben wij toegepast?", regulation(caseId))
                    .containsPattern("Bent u het niet eens met dit besluit\\? \\S+ \\S+");
        }
        return text;
    }

    private String regulation(CaseId caseId) {
        return regulations.view(view(caseId).regulation()).title();
    }

    private String text(CaseId caseId, String template) {
        var bytes = new ByteArrayOutputStream();
        documents.write(letters.latest(caseId, template).orElseThrow(), bytes);
        try (var pdf = Loader.loadPDF(bytes.toByteArray())) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf).strip())
                        .as(template + ", page " + page)
                        .contains("\n");
            }
            PdfUa.isAccessible(bytes.toByteArray());
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> notHandled() {
        return Map.of(
                "handling", "not-handled",
                "reason", "Er kwam geen aanvulling.",
                "decisionNumber", "2026_AD_7",
                "decisionDate", "15-10-2026");
    }
}
