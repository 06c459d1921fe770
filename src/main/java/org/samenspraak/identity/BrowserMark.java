package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.samenspraak.identity.Persons.Credentials;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Lets a browser say who signed in on it last, after the session is gone: a keyed digest that gives no access and tells
 * nobody who it is. With it a form that was sent too late comes back to its writer only, and wrong passwords that others
 * type elsewhere don't keep somebody out on a browser of their own.
 */
@Component
class BrowserMark {

    private static final String COOKIE = "samenspraak-mark";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Persons persons;
    private final boolean https;

    BrowserMark(Persons persons, Municipality municipality) {
        this.persons = persons;
        this.https = municipality.baseUrl().startsWith("https:");
    }

    String of(PersonId person) {
        return of(person, persons.hash(person));
    }

    /** Whether it was this person, with today's password, who signed in last on the browser that asks now. */
    boolean isOnThisBrowser(Credentials person) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && MessageDigest.isEqual(
                        read(request.getRequest()).getBytes(StandardCharsets.UTF_8),
                        of(person.id(), person.hash()).getBytes(StandardCharsets.UTF_8));
    }

    private static String of(PersonId person, String hash) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hash.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var digest = mac.doFinal(("mark " + person).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of who is signed in, for a page that says by itself who typed in it: cookies can be gone. */
    public String mine() {
        return SignedInPeople.account()
                .flatMap(it -> persons.find(it.id()))
                .map(it -> of(it.id()))
                .orElse("");
    }

    void write(HttpServletResponse response, String mark) {
        var cookie = ResponseCookie.from(COOKIE, mark)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Empty when nobody has signed in on this browser. */
    String read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }
}
