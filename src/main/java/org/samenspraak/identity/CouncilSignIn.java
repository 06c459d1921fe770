package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Lets people of councils in, by an address that proved itself. A session is of an official or of a council, never of both. */
@Component
public class CouncilSignIn {

    /** Where councils ask for a link. */
    public static final String PAGE = "/raad/aanmelden";

    static final String HOME = "/raad";

    private final Parking parking;
    private final BrowserMark mark;
    private final RequestCache asked;

    CouncilSignIn(Parking parking, BrowserMark mark, RequestCache asked) {
        this.parking = parking;
        this.mark = mark;
        this.asked = asked;
    }

    /** Who signed in for a council here; an official didn't. */
    public Optional<String> address() {
        return account().map(CouncilAccount::address);
    }

    static Optional<CouncilAccount> account() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(CouncilAccount.class::isInstance)
                .map(CouncilAccount.class::cast);
    }

    static boolean isForCouncils(String path) {
        return path.equals(HOME) || path.startsWith(HOME + "/");
    }

    /**
     * Signs in, under a new session id and with a new token for forms.
     *
     * @param address in small letters
     * @return where to go: to what was typed, to the page that was asked, or home
     */
    public String enter(String address, String digest, HttpServletRequest request, HttpServletResponse response) {
        var token =
                UsernamePasswordAuthenticationToken.authenticated(new CouncilAccount(address, digest), null, List.of());
        request.getSession();
        new ChangeSessionIdAuthenticationStrategy().onAuthentication(token, request, response);
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        mark.write(response, digest);
        var wanted = AfterSignIn.wanted(asked, request, response).filter(CouncilSignIn::isForCouncils);
        return parking.handOver(request, digest) ? PublicPaths.CONTINUE : wanted.orElse(HOME);
    }
}
