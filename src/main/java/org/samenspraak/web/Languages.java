package org.samenspraak.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Which language somebody reads: on the public side what the address says, elsewhere what they chose before. */
class Languages implements LocaleResolver {

    private final CookieLocaleResolver chosen;

    Languages() {
        chosen = new CookieLocaleResolver(PublicSide.LANGUAGE) {
            @Override
            protected Locale parseLocaleValue(String value) {
                return PublicSide.language(value);
            }
        };
        chosen.setDefaultLocale(WebSetup.DUTCH);
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setCookieSameSite("Lax");
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = request.getParameter(PublicSide.LANGUAGE);
        return PublicSide.holds(request) || (asked != null && PublicSide.isFirst(request.getRequestURI()))
                ? PublicSide.language(asked)
                : chosen.resolveLocale(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (!PublicSide.holds(request) && !PublicSide.isFirst(request.getRequestURI())) {
            chosen.setLocale(request, response, locale);
        }
    }
}
