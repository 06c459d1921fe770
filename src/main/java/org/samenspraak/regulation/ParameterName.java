package org.samenspraak.regulation;

import org.samenspraak.kernel.Refusal;

/** What the office calls a value of its own on screen, in Dutch and in English. */
public record ParameterName(String dutch, String english) {

    private static final int LONGEST = 80;

    /** @throws Refusal when one of them is missing or long */
    ParameterName checked() {
        return new ParameterName(checked("called", dutch), checked("calledEn", english));
    }

    private static String checked(String field, String text) {
        if (text.isBlank() || text.strip().length() > LONGEST) {
            throw Refusal.of(field, "regulation.refusal.name", LONGEST);
        }
        return text.strip();
    }
}
