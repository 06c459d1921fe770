package org.samenspraak.identity;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The addresses that need no sign-in; a test holds {@link OpenToAll} to the same list. */
final class PublicPaths {

    static final String SIGN_IN = "/aanmelden";
    static final String SIGN_OUT = "/afmelden";
    static final String CONTINUE = "/verder";

    private static final List<PathPattern> PATTERNS = List.of(
                    "/",
                    SIGN_IN + "/**",
                    CONTINUE,
                    CouncilSignIn.PAGE + "/**",
                    "/v/**",
                    "/aanvraag/**",
                    "/publiek/**",
                    "/stemmen/**",
                    "/robots.txt",
                    "/sitemap.xml",
                    "/.well-known/security.txt",
                    "/agenda/feed/**",
                    "/assets/**",
                    "/favicon.ico",
                    "/error",
                    "/actuator/health/**")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    static final RequestMatcher ALL = request -> contains(request.getRequestURI());

    private PublicPaths() {}

    static boolean contains(String path) {
        var parsed = PathContainer.parsePath(path);
        return PATTERNS.stream().anyMatch(pattern -> pattern.matches(parsed));
    }
}
