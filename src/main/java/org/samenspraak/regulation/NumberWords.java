package org.samenspraak.regulation;

/** Whole numbers as sentences have them: "vijfentwintigduizend", "twenty five thousand". Below a million. */
final class NumberWords {

    static final int MOST = 999_999;

    private static final String[] DUTCH = {
        "nul",
        "één",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien"
    };
    private static final String[] DUTCH_TENS = {
        "", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"
    };
    private static final String[] ENGLISH = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] ENGLISH_TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private NumberWords() {}

    /** In one word. */
    static String dutch(int number) {
        if (number < DUTCH.length) {
            return DUTCH[number];
        }
        if (number < 100) {
            var one = number % 10 == 1 ? "een" : DUTCH[number % 10];
            var and = one.endsWith("e") ? "ën" : "en";
            return (number % 10 == 0 ? "" : one + and) + DUTCH_TENS[number / 10];
        }
        return number < 1000 ? dutch(number, 100, "honderd") : dutch(number, 1000, "duizend");
    }

    private static String dutch(int number, int unit, String called) {
        var many = number / unit == 1 ? "" : dutch(number / unit);
        return many + called + (number % unit == 0 ? "" : dutch(number % unit));
    }

    /** With spaces only. */
    static String english(int number) {
        if (number < ENGLISH.length) {
            return ENGLISH[number];
        }
        if (number < 100) {
            return ENGLISH_TENS[number / 10] + (number % 10 == 0 ? "" : " " + ENGLISH[number % 10]);
        }
        return number < 1000 ? english(number, 100, " hundred") : english(number, 1000, " thousand");
    }

    private static String english(int number, int unit, String called) {
        return english(number / unit) + called + (number % unit == 0 ? "" : " " + english(number % unit));
    }
}
