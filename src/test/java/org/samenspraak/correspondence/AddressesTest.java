package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"an@raad.be", "an.de-smet+raad@mail.hasselt.be"})
    void takesOneAddress(String address) {
        assertThat(Addresses.isGood(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "an",
                "an@",
                "@raad.be",
                "an@raad",
                "an@raad.be, els@raad.be",
                "An <an@raad.be>",
                "an@raad.be\nBcc: all@raad.be",
                "an@raad.be\r\n\r\nHello",
                "a n@raad.be"
            })
    void refusesWhatIsNotOneAddress(String address) {
        assertThat(Addresses.isGood(address)).isFalse();
    }

    @Test
    void putsAHeaderTextOnOneLine() {
        assertThat(Addresses.onOneLine("Vraag\r\nBcc: all@raad.be\u2028X\tY")).isEqualTo("Vraag Bcc: all@raad.be X Y");
    }
}
