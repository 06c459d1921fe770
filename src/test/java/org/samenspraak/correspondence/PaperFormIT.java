package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.OnPaper;
import org.samenspraak.forms.Preview;
import org.samenspraak.testing.PdfUa;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Any form as somebody fills it in by hand. */
class PaperFormIT extends PostgresIT {

    @Autowired
    private PaperSheets sheets;

    @Autowired
    private OnPaper onPaper;

    @Autowired
    private Preview preview;

    @Test
    void everyFormIsAnAccessiblePdf() throws Exception {
        for (var form : preview.shipped()) {
            PdfUa.isAccessible(print(form, Map.of()));
            PdfUa.isAccessible(print(form, preview.sample(form)));
        }
    }

    @Test
    void drawsEveryKindOfQuestion() throws Exception {
        var paper = print(everyKind(), Map.of());

        PdfUa.isAccessible(paper);
        assertThat(text(paper))
                .contains(
                        "Naam van de raad (verplicht)",
                        "Zoals op uw briefpapier.",
                        "Te weinig plaats? Voeg een blad toe.")
                .contains("m²", "€", "dag maand jaar", "uur minuten")
                .contains(
                        "□ Ik ga akkoord met het reglement.",
                        "□ Zaterdagvoormiddag",
                        "○ Buurthuis",
                        "■ Deze raad is ons bekend.")
                .contains("Alleen als u bij “Waar vergadert u?” koos voor “Buurthuis”. U koos het buurthuis.")
                .contains("Stuur dit mee als bijlage", "Lid 1", "Lid 3", "Dossiernummer ERK-2026-001")
                .contains("Dossier 2026-REC-0001, vraag K7XHR", "Handtekening")
                .doesNotContain("null", "??", "{", "Begin opnieuw");
    }

    @Test
    void printsWhatIsKnownAndKeepsPlaceToMendIt() throws Exception {
        var form = everyKind();
        var known = Map.<String, Object>of(
                "name", "Wijkraad Runkst", "place", "school", "board", List.of(Map.of("role", "voorzitter")));

        assertThat(text(print(form, known)))
                .contains(
                        "Verbeter het als het niet klopt: Wijkraad Runkst",
                        "● School",
                        "○ Buurthuis",
                        "voorzitter",
                        "Lid 4")
                .contains("U koos het buurthuis.");
    }

    @Test
    void saysInWordsWhenAQuestionIsAsked() {
        assertThat(only("=kind != \"b\"")).isEqualTo("Alleen als u bij “Soort” koos voor “Bee”.");
        assertThat(only("=kind = \"a\"")).isEqualTo("Alleen als u bij “Soort” niet koos voor “Aa”.");
        assertThat(only("=text = \"\" or text = null")).isEqualTo("Alleen als u “Tekst” invulde en u “Tekst” invulde.");
        assertThat(only("=text != null")).isEqualTo("Alleen als u “Tekst” niet invulde.");
        assertThat(only("=box != true")).isEqualTo("Alleen als u “Vak” aankruiste.");
        assertThat(only("=box = true or kind = \"a\""))
                .isEqualTo("Alleen als u “Vak” niet aankruiste en u bij “Soort” niet koos voor “Aa”.");
        assertThat(only("=count(many) > 3")).isEqualTo("Alleen als dit bij uw andere antwoorden hoort.");
        assertThat(only("=regulation.levels = \"some\"")).isNull();
    }

    @Test
    void leavesOutWhatIsNotAskedHere() {
        var form = conditional("=regulation.levels = \"none\"");

        assertThat(onPaper.blank(form, Map.of("regulation", Map.of("levels", "none")))
                        .form()
                        .lines())
                .hasSize(3);
        assertThat(onPaper.blank(form, Map.of("regulation", Map.of("levels", "two")))
                        .form()
                        .lines())
                .hasSize(4);
    }

    /** A council with twelve members sent it all before: what is missing, a few lines to mend, and what it sent. */
    @Test
    void asksAgainOnlyWhatIsMissing() throws Exception {
        var form = preview.shipped().stream()
                .filter(one -> one.id().equals("recognition-supplement"))
                .findFirst()
                .orElseThrow();
        var known = new HashMap<String, Object>(Map.of(
                "recognition", Map.of("missing", "De grenzen van het gebied ontbreken."),
                "asked", "De grenzen van het gebied ontbreken.",
                "kind", "WIJKRAAD",
                "name", "Wijkraad Runkst",
                "purpose", "Wij maken de wijk groener. ".repeat(20),
                "receivesMoney", "no"));
        known.put(
                "members",
                IntStream.rangeClosed(1, 12)
                        .mapToObj(it -> Map.of(
                                "name", "Lid nummer " + it,
                                "functions", List.of("MEMBER"),
                                "address", "Straat " + it + ", 3500 Hasselt",
                                "email", "lid" + it + "@raad.example"))
                        .toList());

        var paper = print(form, known);

        PdfUa.isAccessible(paper);
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(4);
        }
        assertThat(text(paper))
                .contains(
                        "De grenzen van het gebied ontbreken.",
                        "Wat zijn de grenzen van dat gebied? (verplicht)",
                        "Staat de raad open voor nieuwe leden? (verplicht)",
                        "Wat u aanvult of verbetert",
                        "Dit stuurde u al",
                        "Lid nummer 12",
                        "Handtekening")
                .doesNotContain("Lid 13", "Wat wil de raad doen? (verplicht)", "null", "??");
    }

    private @Nullable String only(String hide) {
        return Objects.requireNonNull(
                        onPaper.blank(conditional(hide), Map.of()).hands().get("why"))
                .only();
    }

    private Form conditional(String hide) {
        return preview.parse(
                """
                {"type": "default", "id": "t", "schemaVersion": 18, "components": [
                  {"type": "radio", "id": "a", "key": "kind", "label": "Soort", "values": [{"value": "a", "label": "Aa"}, {"value": "b", "label": "Bee"}]},
                  {"type": "textfield", "id": "b", "key": "text", "label": "Tekst"},
                  {"type": "checkbox", "id": "c", "key": "box", "label": "Vak"},
                  {"type": "textfield", "id": "d", "key": "why", "label": "Waarom", "conditional": {"hide": "%s"}}]}
                """
                        .formatted(hide.replace("\"", "\\\"")));
    }

    private Form everyKind() throws IOException {
        return preview.parse(Files.readString(Path.of("src/test/resources/forms/every-kind.form")));
    }

    /** The frame of a row that has room on a page ends there: no line of it runs to the foot. */
    @Test
    void cutsNoRowOfAList() throws Exception {
        var form = preview.shipped().stream()
                .filter(one -> one.id().equals("council-advice"))
                .findFirst()
                .orElseThrow();
        try (var pdf = Loader.loadPDF(print(form, Map.of()))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            var pages = new PDFRenderer(pdf);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                assertThat(atFootOfFrame(pages.renderImageWithDPI(page, 144)))
                        .as("page " + (page + 1))
                        .isEqualTo(Color.WHITE);
            }
        }
    }

    /** Where the right side of a frame would cross the last millimetre of the page's text; darkest point. */
    private static Color atFootOfFrame(BufferedImage page) {
        var millimetre = page.getHeight() / 297.0;
        return IntStream.rangeClosed((int) (189 * millimetre), (int) (190.5 * millimetre))
                .mapToObj(x -> new Color(page.getRGB(x, (int) (274.5 * millimetre))))
                .min(Comparator.comparingInt(Color::getRed))
                .orElseThrow();
    }

    private byte[] print(Form form, Map<String, Object> known) throws IOException {
        var blank = onPaper.blank(form, known);
        var fields = new HashMap<String, Object>();
        fields.put("form", blank.form());
        fields.put("hands", blank.hands());
        fields.put("mends", blank.mends());
        fields.put("foot", "Dossier 2026-REC-0001, vraag K7XHR");
        fields.put("number", "2026-REC-0001");
        fields.put("code", "K7XHR");
        fields.put("council", "Wijkraad Runkst");
        fields.put("about", "De stad vraagt dit\nom te kunnen beslissen.");
        fields.put("until", "14 oktober 2026");
        fields.put("contact", new Contact("Gebiedsregisseur", "g@stad.example", "011 23 45 67"));
        var pdf = sheets.print("question", form.title(MailTexts.DUTCH), fields);
        keep(form.id() + (known.isEmpty() ? "" : "-known"), pdf);
        return pdf;
    }

    /** With {@code -Dsamenspraak.pictures=<folder>}: to look at. */
    private static void keep(String name, byte[] pdf) throws IOException {
        var folder = System.getProperty("samenspraak.pictures");
        if (folder != null) {
            Files.write(Path.of(folder, name + ".pdf"), pdf);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }
}
