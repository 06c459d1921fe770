package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DraftCookieTest {

    @Test
    void canNotBePlantedByAnotherHostOfTheCity() {
        var answer = new MockHttpServletResponse();
        var number = cookie("https://participatie.hasselt.example").give(answer, "recognition");

        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-samenspraak-draft-recognition=" + number)
                .contains("; Secure", "; HttpOnly", "; Path=/", "SameSite=Lax")
                .doesNotContain("Domain=");
    }

    @Test
    void believesAPageOfOursOnly() {
        var cookie = cookie("http://localhost:8080");
        var request = new MockHttpServletRequest("POST", "/aanvraag/recognition");
        request.addHeader("Host", "localhost:8080");
        request.setParameter(DraftCookie.FIELD, "7d444840-9dc0-11d1-b245-5ffdce74fad2");
        assertThat(cookie.ofPage(request)).isEmpty();

        request.addHeader("Origin", "http://localhost:8080");
        assertThat(cookie.ofPage(request)).isPresent();
        request.addHeader("Sec-Fetch-Site", "cross-site");
        assertThat(cookie.ofPage(request)).isEmpty();
    }

    @Test
    void hasAPlaceForAnyTrajectory() {
        var answer = new MockHttpServletResponse();
        cookie("http://localhost:8080").give(answer, "subsidie-aanvráág; x");

        assertThat(answer.getHeader("Set-Cookie")).startsWith("samenspraak-draft-subsidie-aanvr%C3%A1%C3%A1g%3B+x=");
    }

    private static DraftCookie cookie(String baseUrl) {
        return new DraftCookie(new Municipality(
                "Stad Hasselt", Jurisdiction.BE_VLG, ZoneId.of("Europe/Brussels"), baseUrl, "m", "p", "a"));
    }
}
