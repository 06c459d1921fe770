package org.samenspraak.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One plain page for everything that goes wrong, with its own words per kind. */
@Component
class ErrorPages implements ErrorViewResolver {

    /** Kinds with words of their own; all others are our fault. */
    private static final Set<Integer> KINDS = Set.of(400, 403, 404, 405, 409, 413, 422);

    private final Layout layout;

    ErrorPages(Layout layout) {
        this.layout = layout;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(status, null);
    }

    /** @param text what to say instead of the usual words, or none */
    ModelAndView page(HttpStatus status, @Nullable String text) {
        var page = new ModelAndView("error", status);
        page.addObject("code", KINDS.contains(status.value()) ? status.value() : 500);
        page.addObject("office", layout.view().me() != null);
        page.addObject("text", text);
        return page;
    }
}
