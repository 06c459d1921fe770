package org.samenspraak.identity;

import jakarta.servlet.DispatcherType;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Who gets in, and what browsers are told. What somebody may do inside is {@link PermissionGuard}'s matter. */
@Configuration
class SecurityConfiguration {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private final Municipality municipality;

    SecurityConfiguration(Municipality municipality) {
        this.municipality = municipality;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, AfterSignIn after, NoEntry noEntry, SignOut signOut)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PublicPaths.ALL)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage(PublicPaths.SIGN_IN)
                        .loginProcessingUrl(PublicPaths.SIGN_IN)
                        .successHandler(after)
                        .failureHandler(after))
                .logout(logout -> logout.logoutUrl(PublicPaths.SIGN_OUT)
                        .addLogoutHandler(signOut)
                        .logoutSuccessUrl("/"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(noEntry).accessDeniedHandler(noEntry))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                // there the link is the key and no session is asked: a form must not die with one
                .csrf(csrf -> csrf.ignoringRequestMatchers("/v/**", "/aanvraag/**", "/publiek/**", "/stemmen/**"))
                .headers(this::headers)
                .httpBasic(basic -> basic.disable())
                .build();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
        if (isHttps()) {
            // also when a proxy in front ends TLS and we see plain HTTP
            headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
    }

    /** After signing in people go on to the page they asked for, never to a fragment or a POST. */
    @Bean
    RequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request"))));
        return cache;
    }

    /** Lax, because a mail link must find the session of who is signed in; a POST from elsewhere has none. */
    @Bean
    CookieSerializer cookieSerializer() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(isHttps() ? "__Host-samenspraak" : "samenspraak");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(isHttps());
        cookie.setSameSite("Lax");
        return cookie;
    }

    private boolean isHttps() {
        return municipality.baseUrl().startsWith("https:");
    }
}
