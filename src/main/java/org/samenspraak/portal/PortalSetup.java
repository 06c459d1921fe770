package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.samenspraak.identity.CouncilSignIn;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Layout;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** What all pages for councils and residents have in common: they are not kept and not found, links are not passed on, and in Flanders they speak Dutch. */
@Configuration(proxyBeanMethods = false)
class PortalSetup implements WebMvcConfigurer {

    private final Municipality municipality;
    private final CouncilMemberParameter member;

    PortalSetup(Municipality municipality, CouncilMemberParameter member) {
        this.municipality = municipality;
        this.member = member;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(member);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                        if (request.getRequestURI().startsWith("/v/")
                                || request.getRequestURI().startsWith(CouncilSignIn.PAGE + "/")) {
                            // the key stands there; a form of an application has to say where it comes from
                            response.setHeader("Referrer-Policy", "no-referrer");
                        }
                        response.setHeader("X-Robots-Tag", "noindex, nofollow");
                        speakDutch(request);
                        return true;
                    }
                })
                .addPathPatterns("/v/**", "/aanvraag/**", "/raad", "/raad/**")
                .order(Ordered.LOWEST_PRECEDENCE);
    }

    /** In Flanders a city writes to councils and residents in Dutch only, whatever the browser asks. */
    private void speakDutch(HttpServletRequest request) {
        if (municipality.jurisdiction() == Jurisdiction.BE_VLG) {
            request.setAttribute(CookieLocaleResolver.class.getName() + ".LOCALE", Locale.forLanguageTag("nl"));
            request.setAttribute(Layout.ONE_LANGUAGE, true);
        }
    }
}
