package org.samenspraak.kernel;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An account number without blanks, whose check digits are right and that has the length of its country (ISO 13616). */
public record Iban(String value) {

    private static final BigInteger CHECKED_BY = BigInteger.valueOf(97);

    /** By country, from the IBAN registry of SWIFT (2025). */
    private static final Map<String, Integer> LENGTHS = Arrays.stream(
                    ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28"
                                    + " EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28"
                                    + " IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
                                    + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29"
                                    + " RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26"
                                    + " UA29 VA22 VG24 XK20 YE30")
                            .split(" "))
            .collect(Collectors.toMap(it -> it.substring(0, 2), it -> Integer.valueOf(it.substring(2))));

    /** Countries and territories whose accounts a SEPA credit transfer reaches, by the letters of their numbers (EPC409-09). */
    private static final Set<String> SEPA = Set.of(
            ("AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI"
                            + " SK SM VA")
                    .split(" "));

    /** @throws IllegalArgumentException when it is none */
    public Iban {
        if (!isRight(value)) {
            throw new IllegalArgumentException("no IBAN");
        }
    }

    /** As somebody writes it: with blanks, dots or dashes, in small letters; none when it is no account number. */
    public static Optional<Iban> of(String text) {
        var bare = text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        return isRight(bare) ? Optional.of(new Iban(bare)) : Optional.empty();
    }

    private static boolean isRight(String iban) {
        var length = iban.length() < 2 ? null : LENGTHS.get(iban.substring(0, 2));
        if (length == null || length != iban.length() || !iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]+")) {
            return false;
        }
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(it -> digits.append(Character.digit(it, 36)));
        return new BigInteger(digits.toString()).mod(CHECKED_BY).equals(BigInteger.ONE);
    }

    /** Whether a bank here can pay it by a SEPA credit transfer. */
    public boolean isInSepa() {
        return SEPA.contains(value.substring(0, 2));
    }

    /** By four, as people read it. */
    public String shown() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Enough to know one's own number by, and too little to misuse: "BE68 … 7034". */
    public String shortened() {
        return value.substring(0, 4) + " … " + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
