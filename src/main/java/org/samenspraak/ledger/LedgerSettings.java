package org.samenspraak.ledger;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Iban;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account that the municipality pays from.
 *
 * @param iban none: no file for the bank can be made
 * @param bic of its bank; may be left out within the euro area
 * @param holder name of the account, or none for the name of the municipality
 * @param payWithin days in which finance pays what was decided; said in the letter and in the work of finance
 * @param prefix before the number of each batch at the bank: letters and digits, unique among what the municipality sends
 */
@ConfigurationProperties("samenspraak.ledger")
record LedgerSettings(
        @DefaultValue("") String iban,
        @DefaultValue("") String bic,
        @DefaultValue("") String holder,
        @DefaultValue("30") int payWithin,
        @DefaultValue("SAM") String prefix) {

    /** @throws IllegalArgumentException when the office would start with what is no account number */
    LedgerSettings {
        if (!iban.isBlank() && Iban.of(iban).isEmpty()) {
            throw new IllegalArgumentException("samenspraak.ledger.iban is no account number");
        }
        if (!bic.isBlank() && !bic.matches("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")) {
            throw new IllegalArgumentException("samenspraak.ledger.bic is no BIC");
        }
        if (!prefix.matches("[A-Z0-9]{2,10}")) {
            throw new IllegalArgumentException("samenspraak.ledger.prefix takes 2 to 10 capitals and digits");
        }
    }

    /** None when no file can be made. */
    @Nullable
    Iban account() {
        return Iban.of(iban).orElse(null);
    }
}
