package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Refusal;

class AmountTest {

    @ParameterizedTest
    @CsvSource({"1000,100000", "0.1,10", "1250.5,125050", "99999999.99,9999999999", "1E+3,100000"})
    void takesEurosToTheCent(BigDecimal euros, long cents) {
        assertThat(Amount.ofEuros(euros)).isEqualTo(new Amount(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "1E+12", "1E+999999", "1E-999999"})
    void refusesWhatIsNoAmount(BigDecimal euros) {
        assertThatThrownBy(() -> Amount.ofEuros(euros)).isInstanceOf(Refusal.class);
    }

    /** Gateways know a decimal; it comes back as the amount that was typed. */
    @Test
    void readsBackTheDecimalOfAForm() {
        for (long cents = 1; cents < 10_000_000_000_000L; cents = cents * 7 + 3) {
            var fact = new Amount(cents).euros().doubleValue();
            assertThat(Amount.ofEuros(new BigDecimal(String.valueOf(fact)))).isEqualTo(new Amount(cents));
        }
    }

    @Test
    void readsWhatIsTypedHere() {
        assertThat(Amount.typed("€ 1.250,50", Locale.forLanguageTag("nl"))).isEqualTo(new Amount(125_050));
        assertThat(Amount.typed("1,250.50", Locale.ENGLISH)).isEqualTo(new Amount(125_050));
        assertThatThrownBy(() -> Amount.typed("duizend", Locale.forLanguageTag("nl")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("amount"));
    }

    @Test
    void neverGoesBelowNothing() {
        assertThatThrownBy(() -> new Amount(1).minus(new Amount(2))).isInstanceOf(IllegalArgumentException.class);
    }
}
