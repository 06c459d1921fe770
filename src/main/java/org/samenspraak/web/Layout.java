package org.samenspraak.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.SignedInPeople;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout around a page shows; templates ask it by its name. */
@Component("layout")
public class Layout {

    /** Attribute of a request whose pages there are in one language only. */
    public static final String ONE_LANGUAGE = "samenspraak.one-language";

    private record Part(String key, String url, Permission permission) {}

    private static final List<Part> PARTS = List.of(
            new Part("web.nav.work", "/werk", Permission.SEE_OFFICE),
            new Part("web.nav.agenda", "/agenda", Permission.SEE_OFFICE),
            new Part("web.nav.cases", "/zaken", Permission.SEE_OFFICE),
            new Part("web.nav.councils", "/raden", Permission.SEE_OFFICE),
            new Part("web.nav.overview", "/overzicht", Permission.SEE_OFFICE),
            new Part("web.nav.money", "/geld", Permission.SEE_MONEY),
            new Part("web.nav.start", "/start", Permission.START_CASE),
            new Part("web.nav.design", "/ontwerp", Permission.SEE_DESIGN),
            new Part("web.nav.operation", "/beheer", Permission.SEE_OPERATION));

    /** Below {@code /publiek}. */
    private static final List<String> PUBLIC_PARTS =
            List.of("raden", "adviezen", "wijkbudget", "jaarverslag", "volgen");

    private final Municipality municipality;
    private final Assets assets;
    private final Look look;
    private final SignedInPeople people;

    Layout(Municipality municipality, Assets assets, Look look, SignedInPeople people) {
        this.municipality = municipality;
        this.assets = assets;
        this.look = look;
        this.people = people;
    }

    public LayoutView view() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var language = LocaleContextHolder.getLocale().getLanguage();
        var me = signedIn(request);
        var other = language.equals("en") ? "nl" : "en";
        return new LayoutView(
                me,
                municipality,
                nav(request, me),
                assets.url("app.css"),
                assets.url("page.js"),
                assets.fonts(),
                look.tokens() == null ? null : "/assets/city.css",
                look.logo() == null ? null : "/assets/city-logo",
                language,
                other,
                request.getAttribute(ONE_LANGUAGE) == null ? inLanguage(request, other) : null,
                PublicSide.holds(request),
                PublicSide.holds(request) && !isForOneReader() ? address(request) : null);
    }

    /** What nobody may keep, such as a page behind a link of somebody's own, or an error. */
    private static boolean isForOneReader() {
        var response = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse();
        var said = response == null ? null : response.getHeader(HttpHeaders.CACHE_CONTROL);
        return said != null && said.contains("no-store");
    }

    /** Where a bundle is that only some pages load. */
    public String asset(String name) {
        return assets.url(name);
    }

    private static List<LayoutView.NavItem> nav(HttpServletRequest request, @Nullable SignedIn me) {
        var parts = PublicSide.holds(request)
                ? PUBLIC_PARTS.stream().map(part -> Map.entry("web.nav.public." + part, "/publiek/" + part))
                : PARTS.stream()
                        .filter(part -> me != null && me.may(part.permission()))
                        .map(part -> Map.entry(part.key(), part.url()));
        var path = address(request);
        return parts.map(part ->
                        new LayoutView.NavItem(part.getKey(), part.getValue(), path.startsWith(part.getValue())))
                .toList();
    }

    private static String inLanguage(HttpServletRequest request, String language) {
        var address = UriComponentsBuilder.fromPath(address(request))
                .query(request.getQueryString())
                .replaceQueryParam(PublicSide.LANGUAGE, language)
                .build()
                .toUriString();
        return PublicSide.holds(request) ? PublicSide.in(address, language) : address;
    }

    /** On an error page the address of the page that failed. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** Nobody when the database can't say: the page that tells so must still be made. */
    private @Nullable SignedIn signedIn(HttpServletRequest request) {
        try {
            return people.of(request).orElse(null);
        } catch (DataAccessException unavailable) {
            return null;
        }
    }
}
