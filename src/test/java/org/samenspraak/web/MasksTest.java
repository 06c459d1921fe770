package org.samenspraak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    private final Masks masks = new Masks("[$weg]", List.of("An Claes", "Jo", "Bo  Van Den Berg"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an.claes+raad@jeugd.example",
                "an (at) jeugd.example",
                "0470 12 34 56",
                "0470/12.34.56",
                "+32 470 12 34 56",
                "+31 (0)6 12345678",
                "011 23 45 67",
                "06-12345678",
                "BE68 5390 0754 7034",
                "NL91ABNA0417164300",
                "85.07.30-033.28",
                "85073003328",
                "123456782",
                "an claes",
                "Bo Van Den Berg",
                "AN CLAES"
            })
    void takesOut(String person) {
        assertThat(masks.of("Bel " + person + ", dank u.")).isEqualTo("Bel [$weg], dank u.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vraag het aan mevrouw J. Peeters.|Vraag het aan mevrouw [$weg].",
                "De heer van den Broeck zei het.|De heer [$weg] zei het.",
                "Ga naar dhr. Maes of mevr. Jans-Claes|Ga naar dhr. [$weg] of mevr. [$weg]"
            })
    void takesOutNamesBehindATitle(String typed, String shown) {
        assertThat(masks.of(typed)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Op 01/07/2026 om 10.30 uur",
                "Van 15-07-2026 tot 15-08-2026",
                "Het kost 1.250.000,00 euro",
                "Op blz. 12, regel 3 tot 4",
                "Besluit 2026_CBS_0042 van 2026",
                "De anclaes en Jo stonden bij Claes",
                "Artikel 135 van de wet van 1988",
                "3500 Hasselt, 12 000 bewoners",
                "0,5 op 100"
            })
    void leaves(String text) {
        assertThat(masks.of(text)).isEqualTo(text);
    }

    @Test
    void readsAHostileTextOnce() {
        var hostile = "a.".repeat(50_000) + "@" + "0 ".repeat(50_000) + "mevrouw " + "Van de ".repeat(20_000);

        assertThat(masks.of(hostile)).isNotEmpty();
        assertThat(new Masks("x", List.of()).of(null)).isEmpty();
    }
}
