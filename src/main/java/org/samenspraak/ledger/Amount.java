package org.samenspraak.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.samenspraak.forms.Notation;
import org.samenspraak.kernel.Refusal;

/** Money in whole euro cents, never less than nothing. */
public record Amount(long cents) implements Comparable<Amount> {

    public static final Amount NOTHING = new Amount(0);

    /** A hundred billion euro: sums of budgets stay far within a long. */
    private static final long MOST = 10_000_000_000_000L;

    public Amount {
        if (cents < 0 || cents > MOST) {
            throw new IllegalArgumentException("no amount: " + cents + " cents");
        }
    }

    /** @throws Refusal for what is less than nothing, has parts of a cent, or is more than any budget */
    public static Amount ofEuros(BigDecimal euros) {
        try {
            return new Amount(
                    euros.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
        } catch (ArithmeticException | IllegalArgumentException noAmount) {
            throw Refusal.of("amount", "ledger.refusal.no-amount");
        }
    }

    /**
     * As somebody types it ("1.250,50").
     *
     * @throws Refusal at the field, for what is no amount
     */
    static Amount typed(String text, Locale locale) {
        return ofEuros(
                Notation.money(text, locale).orElseThrow(() -> Refusal.of("amount", "ledger.refusal.no-amount")));
    }

    public BigDecimal euros() {
        return BigDecimal.valueOf(cents, 2);
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(cents, other.cents));
    }

    /** @throws IllegalArgumentException when the other is more */
    public Amount minus(Amount other) {
        return new Amount(cents - other.cents);
    }

    public boolean isNothing() {
        return cents == 0;
    }

    public boolean isMoreThan(Amount other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(cents, other.cents);
    }
}
