package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.samenspraak.kernel.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What happens to who may not in: sign in first, send the form again, or no. Nothing typed is lost on the way. */
@Component
class NoEntry implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Parking parking;
    private final Audit audit;
    private final SignedInPeople people;

    NoEntry(Parking parking, Audit audit, SignedInPeople people) {
        this.parking = parking;
        this.audit = audit;
        this.people = people;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        if (isFragment(request)) {
            fragment(request, response);
        } else if (Parking.isOurForm(request)) {
            park(request, response, signIn(request));
        } else {
            response.sendRedirect(signIn(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            // the error page has words of its own for it
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
            stale(request, response);
        } else {
            audit.add(
                    Act.DENIED,
                    actor(request),
                    request.getMethod() + " " + request.getRequestURI(),
                    request.getRemoteAddr());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** The page is older than the session: another sign-in, a time-out, a restart without its database. */
    private void stale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI();
        var signedIn =
                SignedInPeople.account().isPresent() || CouncilSignIn.account().isPresent();
        if (path.equals(PublicPaths.SIGN_IN)) {
            response.sendRedirect(PublicPaths.SIGN_IN + "?opnieuw");
        } else if (path.equals(PublicPaths.SIGN_OUT) && !signedIn) {
            response.sendRedirect("/");
        } else if (isFragment(request) && !signedIn) {
            fragment(request, response);
        } else if (isFragment(request) || !Parking.isOurForm(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            park(
                    request,
                    response,
                    signedIn || PublicPaths.ALL.matches(request) ? PublicPaths.CONTINUE : signIn(request));
        }
    }

    private void park(HttpServletRequest request, HttpServletResponse response, String next) throws IOException {
        if (parking.park(request)) {
            response.sendRedirect(next);
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    /** A part of a page that asks: the whole page goes to sign in, but never while somebody types. */
    private static void fragment(HttpServletRequest request, HttpServletResponse response) {
        if ("GET".equals(request.getMethod())) {
            response.setHeader("HX-Redirect", signIn(request));
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static String signIn(HttpServletRequest request) {
        return CouncilSignIn.isForCouncils(request.getRequestURI()) ? CouncilSignIn.PAGE : PublicPaths.SIGN_IN;
    }

    private static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private Actor actor(HttpServletRequest request) {
        return people.of(request).map(SignedIn::actor).orElse(Actor.SYSTEM);
    }
}
