package org.samenspraak.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SameOrigin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Files that are more than the server reads: back to the page they were chosen on, which has its draft and says why. */
final class TooLarge {

    /** In the address of that page. */
    private static final String MARK = "tegroot";
    /** Files are asked on the last page of a form. */
    private static final int LAST_STEP = 999;

    private TooLarge() {}

    /** None for a form that is not ours. */
    static Optional<ModelAndView> back(HttpServletRequest request) {
        return SameOrigin.holds(request) ? Optional.of(redirect(request)) : Optional.empty();
    }

    private static ModelAndView redirect(HttpServletRequest request) {
        var before = page(request.getHeader(HttpHeaders.REFERER), request.getHeader(HttpHeaders.HOST));
        var page = before == null
                ? UriComponentsBuilder.fromPath(address(request)).queryParam("stap", LAST_STEP)
                : UriComponentsBuilder.fromPath(before.getRawPath()).query(before.getRawQuery());
        var view = new RedirectView(
                page.replaceQueryParam(MARK).queryParam(MARK).build().toUriString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /** On an error page the address of the form that failed. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** What a page of a link doesn't say of itself. */
    private static @Nullable URI page(@Nullable String referer, @Nullable String host) {
        try {
            var page = referer == null ? null : URI.create(referer);
            return page != null
                            && page.getRawPath() != null
                            && String.valueOf(page.getAuthority()).equals(host)
                    ? page
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
