package org.samenspraak.regulation;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;

/** Whole numbers as sentences have them: "vijfentwintigduizend", "twenty five thousand". */
final class NumberWords {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String SOFT_HYPHEN = "\u00ad";

    private NumberWords() {}

    /** In one word; with its accents where it is one, as "een" is an article too. */
    static String dutch(long number) {
        return number == 1 ? "één" : spelled(DUTCH, number).replace(" ", "");
    }

    /** With spaces only. */
    static String english(long number) {
        return spelled(Locale.ENGLISH, number).replace('-', ' ');
    }

    private static String spelled(Locale language, long number) {
        return new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT)
                .format(number)
                .replace(SOFT_HYPHEN, "");
    }
}
