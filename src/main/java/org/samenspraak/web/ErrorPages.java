package org.samenspraak.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.ModelAndView;

/** One plain page for everything that goes wrong, with its own words per kind. */
@Component
class ErrorPages implements ErrorViewResolver {

    /** Kinds with words of their own; all others are our fault. */
    private static final Set<Integer> KINDS = Set.of(400, 403, 404, 405, 409, 413, 422, 429);

    private final Layout layout;

    ErrorPages(Layout layout) {
        this.layout = layout;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var kind = kind(request, status);
        return kind.equals("413") ? tooLarge(request) : page(status, kind, null);
    }

    /** Back to the form, when it is ours. */
    ModelAndView tooLarge(HttpServletRequest request) {
        return TooLarge.back(request).orElseGet(() -> page(HttpStatus.PAYLOAD_TOO_LARGE, null));
    }

    private static String kind(HttpServletRequest request, HttpStatus status) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException
                && status == HttpStatus.FORBIDDEN) {
            return "403-stale";
        }
        return status == HttpStatus.PAYLOAD_TOO_LARGE && !mayHoldFile(request) ? "413-text" : kind(status);
    }

    private static String kind(HttpStatus status) {
        return KINDS.contains(status.value()) ? String.valueOf(status.value()) : "500";
    }

    /** What can't be read may hold one: it was too large to read. */
    private static boolean mayHoldFile(HttpServletRequest request) {
        if (!String.valueOf(request.getContentType()).startsWith("multipart/")) {
            return false;
        }
        try {
            return request.getParts().stream().anyMatch(part -> StringUtils.hasLength(part.getSubmittedFileName()));
        } catch (IOException | ServletException | IllegalStateException e) {
            return true;
        }
    }

    /** @param text what to say instead of the usual words, or none */
    ModelAndView page(HttpStatus status, @Nullable String text) {
        return page(status, kind(status), text);
    }

    private ModelAndView page(HttpStatus status, String kind, @Nullable String text) {
        var page = new ModelAndView("error", status);
        var office = layout.view().me() != null;
        page.addObject("code", kind.equals("404") && !office ? "404-outside" : kind);
        page.addObject("office", office);
        page.addObject("text", text);
        return page;
    }
}
