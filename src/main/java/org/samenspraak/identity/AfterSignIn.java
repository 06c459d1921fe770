package org.samenspraak.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Where people go after signing in: to what they had typed, to the page they asked for, or to their first page. */
@Component
class AfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String FAILURE = "samenspraak.sign-in.failure";

    private final SignedInPeople people;
    private final Parking parking;
    private final BrowserMark mark;
    private final RequestCache asked;

    AfterSignIn(SignedInPeople people, Parking parking, BrowserMark mark, RequestCache asked) {
        this.people = people;
        this.parking = parking;
        this.mark = mark;
        this.asked = asked;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var account = (Account) authentication.getPrincipal();
        var owner = mark.of(account.id());
        mark.write(response, owner);
        var wanted = wanted(asked, request, response).filter(page -> !CouncilSignIn.isForCouncils(page));
        response.sendRedirect(
                parking.handOver(request, owner) ? PublicPaths.CONTINUE : wanted.orElseGet(() -> firstPage(account)));
    }

    /** The page that was asked before, once. */
    static Optional<String> wanted(RequestCache asked, HttpServletRequest request, HttpServletResponse response) {
        var wanted = Optional.ofNullable(asked.getRequest(request, response))
                .map(DefaultSavedRequest.class::cast)
                .map(page -> page.getRequestURI() + (page.getQueryString() == null ? "" : "?" + page.getQueryString()));
        asked.removeRequest(request, response);
        return wanted;
    }

    private String firstPage(Account account) {
        var me = people.load(account);
        if (me.filter(person -> person.may(Permission.SEE_OFFICE)).isPresent()) {
            return "/werk";
        }
        return me.filter(person -> person.may(Permission.ADMINISTER)).isPresent() ? "/beheer" : "/mijn";
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        request.setAttribute(FAILURE, failure instanceof LockedException ? "wait" : "wrong");
        request.getRequestDispatcher(PublicPaths.SIGN_IN + "/mislukt").forward(request, response);
    }
}
