package org.samenspraak.web;

/** Phone numbers as something to press. */
public final class Phones {

    private static final String NO_NUMBER = "[^-+0-9\\s()./].*";

    private Phones() {}

    /** "+32 (0)11 23 90 00 (balie)" becomes "tel:+3211239000": what may stand in a link, and nothing behind the number. */
    public static String link(String phone) {
        return "tel:" + phone.replace("(0)", "").replaceFirst(NO_NUMBER, "").replaceAll("[^+0-9]", "");
    }
}
