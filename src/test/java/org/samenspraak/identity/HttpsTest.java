package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** What an office with an https address tells browsers, when the proxy in front ends TLS and we see plain HTTP. */
class HttpsTest {

    @Test
    void sendsTheCookieByHttpsOnly() {
        assertThat(cookie("https://participatie.hasselt.example"))
                .startsWith("__Host-samenspraak=")
                .contains("; Secure", "; HttpOnly", "; Path=/", "SameSite=Lax")
                .doesNotContain("Domain=");
        assertThat(cookie("http://localhost:8080")).startsWith("samenspraak=").doesNotContain("Secure");
    }

    @Test
    void sendsTheMarkByHttpsOnly() {
        var answer = new MockHttpServletResponse();
        new BrowserMark(mock(), municipality("https://participatie.hasselt.example")).write(answer, "mark");

        assertThat(answer.getHeader("Set-Cookie")).contains("; Secure", "; HttpOnly", "SameSite=Lax");
    }

    @Test
    void tellsBrowsersToStayOnHttps() throws Exception {
        assertThat(answer("https://participatie.hasselt.example").getHeader("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
        assertThat(answer("http://localhost:8080").getHeader("Strict-Transport-Security"))
                .isNull();
    }

    private static String cookie(String baseUrl) {
        try (var office = office(baseUrl)) {
            var answer = new MockHttpServletResponse();
            office.getBean(CookieSerializer.class).writeCookieValue(new CookieValue(behindProxy(), answer, "id"));
            return String.valueOf(answer.getHeader("Set-Cookie"));
        }
    }

    private static MockHttpServletResponse answer(String baseUrl) throws Exception {
        try (var office = office(baseUrl)) {
            var answer = new MockHttpServletResponse();
            office.getBean(FilterChainProxy.class).doFilter(behindProxy(), answer, new MockFilterChain());
            return answer;
        }
    }

    /** Plain, as it reaches us; the header is only believed when the administrator said so. */
    private static MockHttpServletRequest behindProxy() {
        var request = new MockHttpServletRequest("GET", "/");
        request.setServletPath("/");
        request.addHeader("X-Forwarded-Proto", "https");
        return request;
    }

    private static AnnotationConfigServletWebApplicationContext office(String baseUrl) {
        var context = new AnnotationConfigServletWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.registerBean(Municipality.class, () -> municipality(baseUrl));
        context.registerBean(AfterSignIn.class, () -> mock(AfterSignIn.class));
        context.registerBean(NoEntry.class, () -> mock(NoEntry.class));
        context.registerBean(SignOut.class, () -> mock(SignOut.class));
        context.register(Office.class);
        context.refresh();
        return context;
    }

    private static Municipality municipality(String baseUrl) {
        return new Municipality("Hasselt", Jurisdiction.BE_VLG, ZoneId.of("Europe/Brussels"), baseUrl, "", "", "");
    }

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    @Import(SecurityConfiguration.class)
    static class Office {}
}
