package org.samenspraak.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UrlPathHelper;

/**
 * What everybody sees without being known. No cookie is read or set there, so that a page is the same for all who ask for its
 * address: the language stands in the address too.
 */
public final class PublicSide {

    /** Of the address, when it is not Dutch. */
    static final String LANGUAGE = "lang";

    /** In no language. */
    private static final Pattern DATA = Pattern.compile("[^?]*\\.(csv|json|pb|xml)(\\?.*)?");

    /** Where residents vote. */
    private static final String BALLOTS = "/stemmen/";

    /** What programs ask for at the root of every site. */
    private static final Set<String> OTHERS = Set.of("/robots.txt", "/sitemap.xml", "/.well-known/security.txt");

    /** As somebody types an address: in capitals, or with a slash at the end. */
    private static final Pattern TYPED = Pattern.compile("(?i)/publiek(/.*?[^/])?/*");

    private PublicSide() {}

    /** The first page of all: who comes there for the first time gets no cookie either. */
    static boolean isFirst(String path) {
        return path.equals("/");
    }

    /** How a path that somebody typed is really written; none for one that is right, and for what is not of the public side. */
    public static Optional<String> corrected(String path) {
        var typed = TYPED.matcher(path);
        return typed.matches()
                ? Optional.of("/publiek" + Objects.requireNonNullElse(typed.group(1), ""))
                        .filter(right -> !right.equals(path))
                : Optional.empty();
    }

    /** Whether somebody votes: nobody who reads may stand in their way. */
    public static boolean isBallot(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request).startsWith(BALLOTS);
    }

    /** On an error page: whether the page that failed is of the public side. */
    public static boolean holds(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? isOf(failed)
                : isOf(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
    }

    static boolean isOf(String path) {
        return path.equals("/publiek")
                || OTHERS.contains(path)
                || path.startsWith(BALLOTS)
                || path.startsWith("/publiek/")
                || path.startsWith("/publiek?");
    }

    /** Dutch, unless the address asks for English. */
    static Locale language(@Nullable String asked) {
        return asked != null && asked.startsWith("en") ? Locale.ENGLISH : WebSetup.DUTCH;
    }

    /** The same page in a language; of what is data the address has none. */
    static String in(String url, String language) {
        var address = UriComponentsBuilder.fromUriString(url);
        if (language.equals("en") && !DATA.matcher(url).matches()) {
            address.replaceQueryParam(LANGUAGE, language);
        } else {
            address.replaceQueryParam(LANGUAGE);
        }
        return address.build().toUriString();
    }
}
