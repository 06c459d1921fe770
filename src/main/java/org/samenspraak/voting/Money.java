package org.samenspraak.voting;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts are whole cents. Text has a comma or a point before the cents, and nothing between thousands. */
final class Money {

    /** So that every amount, and any sum of a thousand of them, is exact as a double too. */
    static final long MOST = 9_000_000_000_000L;

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}([.,]\\d{1,2}0*)?");

    private Money() {}

    /** @throws NumberFormatException when the text is no amount, or one above {@link #MOST} */
    static long cents(String text) {
        var amount = text.strip();
        if (!AMOUNT.matcher(amount).matches()) {
            throw new NumberFormatException(text);
        }
        var cents = new BigDecimal(amount.replace(',', '.')).movePointRight(2).longValueExact();
        if (cents > MOST) {
            throw new NumberFormatException(text);
        }
        return cents;
    }

    static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** The shortest text: no cents when there are none. */
    static String text(long cents) {
        return cents % 100 == 0 ? Long.toString(cents / 100) : euros(cents).toPlainString();
    }
}
