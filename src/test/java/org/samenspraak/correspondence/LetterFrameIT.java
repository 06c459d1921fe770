package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.correspondence.LetterSheets.Letter;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.testing.PdfUa;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.thymeleaf.ITemplateEngine;

/** The configured head, signature and foot of a letter. */
class LetterFrameIT extends PostgresIT {

    static final LetterSettings PLAIN = settings(List.of(), Map.of(), null);

    private static final Municipality CITY = new Municipality(
            "Stad Hasselt",
            Jurisdiction.BE_VLG,
            ZoneId.of("Europe/Brussels"),
            "https://stad.example",
            "participatie@stad.example",
            "011 23 90 00",
            "Limburgplein 1, 3500 Hasselt");

    @Autowired
    private ITemplateEngine templates;

    @Autowired
    private LetterWords words;

    @Test
    void isSignedByTheOfficeUnlessSaidOtherwise() throws IOException {
        assertThat(text(settings(List.of(), Map.of(), null), letter(Kind.LETTER, "")))
                .contains("Limburgplein 1, 3500 Hasselt · 011 23 90 00 · participatie@stad.example")
                .contains("Met vriendelijke groeten Het participatiebureau Stad Hasselt");
    }

    @Test
    void isSignedByTheOrganElseByKindElseByAll() throws IOException {
        var settings = settings(
                List.of("De burgemeester"),
                Map.of(
                        "college", List.of("Namens het college", "De schepen van participatie"),
                        "decision", List.of("Namens de stad")),
                null);

        assertThat(text(settings, letter(Kind.DECISION, "college")))
                .contains("groeten Namens het college De schepen van participatie")
                .doesNotContain("De burgemeester");
        assertThat(text(settings, letter(Kind.DECISION, "gemeenteraad"))).contains("groeten Namens de stad");
        assertThat(text(settings, letter(Kind.LETTER, ""))).contains("groeten De burgemeester");
    }

    @Test
    void hasItsLogoSenderReturnAddressAndFooter() throws IOException {
        var settings = new LetterSettings(
                List.of(),
                Map.of(),
                png(),
                "Logo van de stad",
                List.of("Dienst Participatie", "Stadhuis, loket 4"),
                "Retour: Postbus 1, 3500 Hasselt",
                "#7a0019",
                "Stad Hasselt · BTW BE 0207 473 974 · 'open' op werkdagen",
                false,
                true);

        assertThat(text(settings, letter(Kind.LETTER, "")))
                .contains("Dienst Participatie Stadhuis, loket 4", "Retour: Postbus 1", "BTW BE 0207 473 974")
                .doesNotContain("Limburgplein");
        assertThat(html(settings, letter(Kind.LETTER, "")))
                .contains("alt=\"Logo van de stad\"", "data:image/png;base64,", "#7a0019");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#12345g", "#0b5a6b; } body { display: none"})
    void refusesAColourThatIsNone(String colour) {
        assertThatThrownBy(
                        () -> new LetterSettings(List.of(), Map.of(), null, "", List.of(), "", colour, "", false, true))
                .hasMessageContaining("samenspraak.letters.colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"; } body { display: none; }", "</style><script>", "een\ntwee", "\\22"})
    void refusesAFooterThatIsMoreThanALine(String footer) {
        assertThatThrownBy(() -> new LetterSettings(
                        List.of(), Map.of(), null, "", List.of(), "", "#0b5a6b", footer, false, true))
                .hasMessageContaining("samenspraak.letters.footer");
    }

    @Test
    void refusesALogoThatIsNoImage() {
        var svg = new ByteArrayResource("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> frame(settings(List.of(), Map.of(), svg)))
                .hasMessageContaining("samenspraak.letters.logo");
        assertThatThrownBy(() -> frame(settings(List.of(), Map.of(), new ByteArrayResource(new byte[0]))))
                .hasMessageContaining("samenspraak.letters.logo");
    }

    private String text(LetterSettings settings, Letter letter) throws IOException {
        var pdf = new PdfPrinter().print(html(settings, letter));
        PdfUa.isAccessible(pdf);
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    private String html(LetterSettings settings, Letter letter) {
        return frame(settings).html(letter);
    }

    private LetterFrame frame(LetterSettings settings) {
        return new LetterFrame(templates, CITY, settings, words);
    }

    private static LetterSettings settings(
            List<String> signedBy, Map<String, List<String>> signatures, @Nullable Resource logo) {
        return new LetterSettings(signedBy, signatures, logo, "", List.of(), "", "#0b5a6b", "", false, true);
    }

    private static Letter letter(Kind kind, String organ) {
        return new Letter(
                kind,
                Locale.forLanguageTag("nl"),
                "Titel",
                "<p>Eén zin.</p>".repeat(60),
                "",
                "Wijkraad Runkst",
                "2026-REC-0001",
                "14 september 2026",
                organ,
                new Contact("Wijkmanager", "wijk@stad.example", "011 23 90 00"),
                null,
                null,
                false);
    }

    private static Resource png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return new ByteArrayResource(bytes.toByteArray());
    }
}
