package org.samenspraak.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.samenspraak.kernel.Legible;

/** How people here write numbers and money. */
public final class Notation {

    private static final int MOST_DIGITS = 15;

    private Notation() {}

    /** Without control characters, signs that nobody sees and outer blanks; {@code \n} between lines. */
    static String clean(String text, boolean lines) {
        var normal = Normalizer.normalize(Legible.of(text), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var clean = new StringBuilder(normal.length());
        normal.codePoints().forEach(point -> {
            var keep = point == '\n' ? lines : point == '\t' || !Character.isISOControl(point);
            clean.appendCodePoint(keep ? point : ' ');
        });
        return clean.toString().strip();
    }

    /**
     * A number as people write it: comma or dot before the decimals, dots, commas or blanks between thousands. "1.250"
     * is a thousand in Dutch, "1,250" in English.
     */
    static Optional<BigDecimal> number(String text, Locale locale) {
        var dutch = !locale.getLanguage().equals("en");
        var plain = text.strip().replaceAll("[\\s\\u00a0\\u202f'\u2019]", "").replace('\u2212', '-');
        var decimal = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.';
        var both = plain.indexOf(',') >= 0 && plain.indexOf('.') >= 0;
        var thousands = decimal == ',' ? "." : ",";
        if (!both && plain.matches("[-+]?\\d{1,3}([.,]\\d{3})+") && decimal == (dutch ? '.' : ',')) {
            return digits(plain.replace(String.valueOf(decimal), ""));
        }
        if (both && !plain.matches("[-+]?\\d{1,3}([" + thousands + "]\\d{3})+[" + decimal + "]\\d*")) {
            return Optional.empty();
        }
        return digits(plain.replace(thousands, "").replace(',', '.'));
    }

    private static Optional<BigDecimal> digits(String plain) {
        var valid = plain.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)") && plain.length() <= 40;
        return valid ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** Kept exactly as a number; longer ones as text only. */
    static boolean reasonable(BigDecimal number) {
        return number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
    }

    /** Money in euro, exact to the cent: "€ 1.250,50", "1250,5", "EUR 1.250,-". */
    public static Optional<BigDecimal> money(String text, Locale locale) {
        var bare = text.strip()
                .replaceAll("(?i)^(€|eur)\\s*|\\s*(€|eur|euro)$", "")
                .replaceAll("[,.][-\u2013]{1,2}$", "");
        return number(bare, locale)
                .filter(Notation::reasonable)
                .map(BigDecimal::stripTrailingZeros)
                .filter(it -> it.scale() <= 2)
                .map(it -> it.setScale(2, RoundingMode.UNNECESSARY));
    }

    static String show(BigDecimal number, Locale locale) {
        var decimals = Math.max(number.scale(), 0);
        return format("#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)), locale)
                .format(number);
    }

    /** As somebody would type it: no marks between thousands. */
    static String typed(BigDecimal number, Locale locale) {
        var text = number.toPlainString();
        return locale.getLanguage().equals("en") ? text : text.replace('.', ',');
    }

    /** "€ 1.250,50" */
    public static String showMoney(BigDecimal money, Locale locale) {
        return "€ " + format("#,##0.00", locale).format(money);
    }

    private static DecimalFormat format(String pattern, Locale locale) {
        var dutch = !locale.getLanguage().equals("en");
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(dutch ? Locale.GERMANY : Locale.UK));
    }
}
