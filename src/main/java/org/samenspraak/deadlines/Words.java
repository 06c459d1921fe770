package org.samenspraak.deadlines;

/** What somebody typed. */
final class Words {

    private Words() {}

    /** Without what surrounds it; nothing where there is nothing to see, such as only zero-width spaces. */
    static String seen(String typed) {
        return typed.codePoints().allMatch(Words::isUnseen) ? "" : typed.strip();
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
