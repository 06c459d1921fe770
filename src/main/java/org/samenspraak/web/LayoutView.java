package org.samenspraak.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;

/**
 * What the layout around a page shows.
 *
 * @param me who is signed in, or none
 * @param nav the parts of the public side, or those of the office that this person may open
 * @param tokens address of the city's own colours, or none
 * @param logo address of the city's logo, or none
 * @param otherLanguage {@code en} on a Dutch page, {@code nl} on an English one
 * @param otherLanguageUrl this page in the other language, or none
 * @param publicSide whether everybody may see it, and pass it on
 * @param here path of this page, without what was asked of it; none for a page that is not for everybody
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
        @Nullable String here) {

    /** The lasting address of this page in a language. */
    public String address(String language) {
        return city.baseUrl() + PublicSide.in(String.valueOf(here), language);
    }

    /** The language of what people wrote, where that isn't the language of the page; none on a Dutch page. */
    public @Nullable String dutch() {
        return language.equals("nl") ? null : "nl";
    }

    /** The language of the page behind an address, where it is Dutch in every language; none on a Dutch page. */
    public @Nullable String dutchBehind(String url) {
        return city.jurisdiction() == Jurisdiction.BE_VLG && url.startsWith("/aanvraag/") ? dutch() : null;
    }

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
