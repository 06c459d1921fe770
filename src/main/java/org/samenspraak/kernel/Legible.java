package org.samenspraak.kernel;

import java.util.regex.Pattern;

/** What a person reads of a text that was typed or pasted. */
public final class Legible {

    /** Signs of no width and no ink, and those that turn the order of letters round: with them a text reads as something else than it is. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u202a-\\u202e"
                    + "\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0]");

    /** Such as the joiners that emoji and some scripts need between their letters. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\ufe00-\\ufe0f]*");

    private Legible() {}

    /** Without signs that nobody sees; empty when there is nothing to read in it. */
    public static String of(String text) {
        var seen = UNSEEN.matcher(text).replaceAll("");
        return NOTHING.matcher(seen).matches() ? "" : seen;
    }
}
