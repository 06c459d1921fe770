package org.samenspraak.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Municipality;

/**
 * What the layout around a page shows.
 *
 * @param me who is signed in, or none
 * @param nav the parts of the office this person may open
 * @param tokens address of the city's own colours, or none
 * @param logo address of the city's logo, or none
 * @param otherLanguage {@code en} on a Dutch page, {@code nl} on an English one
 * @param otherLanguageUrl this page in the other language, or none
 * @param publicSide whether everybody may see it, and pass it on
 * @param here this page
 */
public record LayoutView(
        @Nullable SignedIn me,
        Municipality city,
        List<NavItem> nav,
        String css,
        String script,
        List<String> fonts,
        @Nullable String tokens,
        @Nullable String logo,
        String language,
        String otherLanguage,
        @Nullable String otherLanguageUrl,
        boolean publicSide,
        String here) {

    /** Whether the page offers to search the cases. */
    public boolean searches() {
        return me != null && me.may(Permission.SEE_OFFICE);
    }

    /** Where this person's work is: the first part of the office that they may open. */
    public String home() {
        return nav.isEmpty() ? "/mijn" : nav.get(0).url();
    }

    /** Calls the office. */
    public String call() {
        return Phones.link(city.phone());
    }

    public record NavItem(String key, String url, boolean current) {}
}
