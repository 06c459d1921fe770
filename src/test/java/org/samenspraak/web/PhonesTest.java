package org.samenspraak.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({
        "011 23 90 00, tel:011239000",
        "+32 (0)11 23.90.00, tel:+3211239000",
        "053-481 81 81 (balie 2), tel:0534818181",
        "011/23 90 00 of 0475 12 34 56, tel:011239000",
        "javascript:1, tel:"
    })
    void linksTheNumberAndNothingElse(String phone, String link) {
        assertThat(Phones.link(phone)).isEqualTo(link);
    }
}
