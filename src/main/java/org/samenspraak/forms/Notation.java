package org.samenspraak.forms;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How people here write numbers, money and account numbers. */
final class Notation {

    private static final int MOST_DIGITS = 15;
    /** By country, from the IBAN registry of SWIFT (2025). */
    private static final Map<String, Integer> IBAN_LENGTHS = Arrays.stream(
                    ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28"
                                    + " EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28"
                                    + " IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
                                    + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29"
                                    + " RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26"
                                    + " UA29 VA22 VG24 XK20 YE30")
                            .split(" "))
            .collect(Collectors.toMap(it -> it.substring(0, 2), it -> Integer.valueOf(it.substring(2))));

    private Notation() {}

    /** Without control characters, signs that turn the order of letters round and outer blanks; {@code \n} between lines. */
    static String clean(String text, boolean lines) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var clean = new StringBuilder(normal.length());
        normal.codePoints().forEach(point -> {
            var keep = point == '\n' ? lines : point == '\t' || !Character.isISOControl(point);
            if (!turns(point)) {
                clean.appendCodePoint(keep ? point : ' ');
            }
        });
        return clean.toString().strip();
    }

    /** Nobody types these, and with them a text reads as something else than it is. */
    private static boolean turns(int point) {
        return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
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
    static Optional<BigDecimal> money(String text, Locale locale) {
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

    static String showMoney(BigDecimal money, Locale locale) {
        return "€ " + format("#,##0.00", locale).format(money);
    }

    private static DecimalFormat format(String pattern, Locale locale) {
        var dutch = !locale.getLanguage().equals("en");
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(dutch ? Locale.GERMANY : Locale.UK));
    }

    /** An account number without blanks, when its check digits are right and it has the length of its country. */
    static Optional<String> iban(String text) {
        var iban = text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        var known = iban.length() >= 2 ? IBAN_LENGTHS.get(iban.substring(0, 2)) : null;
        if (known == null || known != iban.length() || !iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]+")) {
            return Optional.empty();
        }
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(it -> digits.append(Character.digit(it, 36)));
        var right =
                new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
        return right ? Optional.of(iban) : Optional.empty();
    }

    static String showIban(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
