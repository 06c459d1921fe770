package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(PastedRows.of(text)).containsExactly("Meer bomen", "Minder auto's");
    }

    @Test
    void leavesNothingOut() {
        assertThat(PastedRows.of("Ons advies\nis:\n\n1. Bomen\n\nen struiken\n2. Banken"))
                .containsExactly("Ons advies is:", "Bomen en struiken", "Banken");
    }

    @Test
    void aYearOrAnAmountIsNoNumberOfAPoint() {
        assertThat(PastedRows.of("In het jaar\n2026 komt er\n\n100 euro bij"))
                .containsExactly("In het jaar 2026 komt er", "100 euro bij");
    }

    @Test
    void nothingIsNoPoint() {
        assertThat(PastedRows.of(" \n\n ")).isEmpty();
    }
}
