package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How letters look and who signs them.
 *
 * @param signedBy lines under a letter; none is the office
 * @param signatures other lines for an organ ({@code college}, {@code gemeenteraad}) or a kind ({@code decision})
 * @param logo an image (PNG or JPEG, 1 MB at most), or none
 * @param logoAlt what the logo shows, for who can't see it; the name of the municipality when it says nothing
 * @param sender lines below the name of the municipality; none is its address, phone and mail
 * @param returnAddress in small above the reader, for a window envelope, or none
 * @param colour of the line and the name in the head ({@code #0b5a6b})
 * @param footer at the bottom of every page, or none
 * @param english whether the English text comes behind the Dutch one for every council, not only those that read English; only where councils may be written to in English
 * @param fourEyes whether who designs and administers lets somebody else publish what they wrote
 */
record LetterSettings(
        @DefaultValue List<String> signedBy,
        @DefaultValue Map<String, List<String>> signatures,
        @Nullable Resource logo,
        @DefaultValue("") String logoAlt,
        @DefaultValue List<String> sender,
        @DefaultValue("") String returnAddress,
        @DefaultValue("#0b5a6b") String colour,
        @DefaultValue("") String footer,
        @DefaultValue("false") boolean english,
        @DefaultValue("true") boolean fourEyes) {

    /** Both come into a style sheet. */
    LetterSettings {
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("samenspraak.letters.colour is written as #0b5a6b, not " + colour);
        }
        if (!footer.matches("[^\"\\\\<>\\p{Cntrl}]{0,200}")) {
            throw new IllegalArgumentException(
                    "samenspraak.letters.footer is one line of 200 characters at most, without \" \\ < or >");
        }
    }
}
