package org.samenspraak.correspondence;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/** Mail addresses and header texts as they come from forms. */
final class Addresses {

    private Addresses() {}

    /** Whether it is one address with a domain, and nothing besides. */
    static boolean isGood(@Nullable String address) {
        if (address == null || address.isBlank() || !address.equals(onOneLine(address)) || address.contains("<")) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return address.indexOf('@') > 0 && address.indexOf('.', address.indexOf('@')) > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Line breaks and other control characters become one space. */
    static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }
}
