package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SameOrigin;
import org.samenspraak.kernel.Municipality;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The number of a draft of somebody without a link or a sign-in: a cookie of their browser, one for each trajectory. Who
 * has it, has the draft. Pages hold it too, for browsers without cookies; never an address.
 */
@Component
class DraftCookie {

    /** The hidden field of a page. */
    static final String FIELD = "_draft";

    private static final String NUMBER = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    /** Until the browser closes: nothing was typed yet. */
    private static final Duration SESSION = Duration.ofSeconds(-1);

    private final boolean https;

    DraftCookie(Municipality municipality) {
        this.https = municipality.baseUrl().startsWith("https:");
    }

    Optional<UUID> read(HttpServletRequest request, String trajectory) {
        var cookie = WebUtils.getCookie(request, name(trajectory));
        return number(cookie == null ? null : cookie.getValue());
    }

    /** What the page says; another site could make somebody type in a draft that it knows. */
    Optional<UUID> ofPage(HttpServletRequest request) {
        return SameOrigin.holds(request) ? number(request.getParameter(FIELD)) : Optional.empty();
    }

    UUID give(HttpServletResponse response, String trajectory) {
        var number = UUID.randomUUID();
        write(response, trajectory, number.toString(), SESSION);
        return number;
    }

    void keep(HttpServletResponse response, String trajectory, UUID number, int days) {
        write(response, trajectory, number.toString(), Duration.ofDays(days));
    }

    void remove(HttpServletResponse response, String trajectory) {
        write(response, trajectory, "", Duration.ZERO);
    }

    private void write(HttpServletResponse response, String trajectory, String value, Duration age) {
        var cookie = ResponseCookie.from(name(trajectory), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** With https no other host of the city can plant one: that asks for the path of the whole site. */
    private String name(String trajectory) {
        return (https ? "__Host-" : "") + "samenspraak-draft-" + URLEncoder.encode(trajectory, StandardCharsets.UTF_8);
    }

    private static Optional<UUID> number(@Nullable String text) {
        return text != null && text.matches(NUMBER) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
