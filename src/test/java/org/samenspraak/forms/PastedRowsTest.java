package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedRowsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Meer bomen\n2. Minder auto's",
                "1) Meer bomen\r\n2) Minder auto's",
                "- Meer bomen\n- Minder auto's",
                "• Meer\n  bomen\n\n•\tMinder auto's\n",
                "a. Meer bomen\nb. Minder auto's",
                "2.1 Meer bomen\n2.2 Minder auto's",
                "\uf0b7\u00a0Meer bomen\n\uf0b7\u00a0Minder auto's",
                "Meer\nbomen\n\n\nMinder auto's",
                "Meer bomen\nMinder auto's"
            })
    void findsThePoints(String text) {
        assertThat(texts(text)).containsExactly("Meer bomen", "Minder auto's");
    }

    @Test
    void leavesNothingOut() {
        assertThat(texts("Ons advies\nis:\n\n1. Bomen\n\nen struiken\n2. Banken"))
                .containsExactly("Ons advies is:", "Bomen en struiken", "Banken");
    }

    @Test
    void aYearOrAnAmountIsNoNumberOfAPoint() {
        assertThat(texts("In het jaar\n2026 komt er\n\n100 euro bij"))
                .containsExactly("In het jaar 2026 komt er", "100 euro bij");
    }

    @Test
    void nothingIsNoPoint() {
        assertThat(texts(" \n\n ")).isEmpty();
    }

    @Test
    void takesHeadingsAndPagesAlong() {
        assertThat(
                        PastedRows.of(
                                "Verkeer (blz. 12)\n\n1. Maak de straat smaller.\n2. Zet paaltjes, zie p. 3 - 4.\n\nGroen\n- Meer bomen."))
                .containsExactly(
                        new PastedRows.Row("Verkeer (blz. 12)", "Maak de straat smaller.", "12"),
                        new PastedRows.Row("Verkeer (blz. 12)", "Zet paaltjes, zie p. 3 - 4.", "3-4"),
                        new PastedRows.Row("Groen", "Meer bomen.", ""));
        assertThat(PastedRows.of("# Verkeer\n\nMaak de straat smaller.\n\nZet paaltjes.\n\n# Tot slot"))
                .containsExactly(
                        new PastedRows.Row("Verkeer", "Maak de straat smaller.", ""),
                        new PastedRows.Row("Verkeer", "Zet paaltjes.", ""),
                        new PastedRows.Row("", "Tot slot", ""));
    }

    private static List<String> texts(String text) {
        return PastedRows.of(text).stream().map(PastedRows.Row::text).toList();
    }
}
