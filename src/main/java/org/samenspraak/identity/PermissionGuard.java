package org.samenspraak.identity;

import static jakarta.servlet.DispatcherType.ERROR;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every handler to what it declares. A handler that declares nothing is closed. */
@Component
class PermissionGuard implements HandlerInterceptor {

    private final SignedInPeople people;
    private final CouncilGate councils;

    PermissionGuard(SignedInPeople people, CouncilGate councils) {
        this.people = people;
        this.councils = councils;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod page && isErrorPage(page) && request.getDispatcherType() != ERROR) {
            // asked for by its address, without an error
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        // OPTIONS tells the methods of an address and no more; no handler of ours takes it
        if (handler instanceof HandlerMethod page && !isOpen(page) && !"OPTIONS".equals(request.getMethod())) {
            if (page.hasMethodAnnotation(ForCouncils.class)) {
                return judgeCouncil(request, response, page.getMethod());
            } else {
                judge(request, page.getMethod());
            }
        }
        return true;
    }

    /** Boot's own error page shows no more than the error. */
    static boolean isOpen(HandlerMethod page) {
        return page.hasMethodAnnotation(OpenToAll.class) || isErrorPage(page);
    }

    private static boolean isErrorPage(HandlerMethod page) {
        return ErrorController.class.isAssignableFrom(page.getBeanType());
    }

    /** False when they are sent to a council that they are of still. */
    private boolean judgeCouncil(HttpServletRequest request, HttpServletResponse response, Method method)
            throws IOException {
        if (CouncilSignIn.account().isEmpty()) {
            throw new AccessDeniedException(method.toString());
        }
        if (councils.opens(request)) {
            return true;
        }
        var elsewhere = councils.elsewhere(request).orElseThrow(() -> signInAgain(request));
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(elsewhere);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN); // never away from what somebody types
        }
        return false;
    }

    private void judge(HttpServletRequest request, Method method) {
        if (CouncilSignIn.account().isPresent()) {
            throw new AccessDeniedException(method.toString());
        }
        var me = people.of(request).orElseThrow(() -> signInAgain(request));
        var requires = method.getAnnotation(Requires.class);
        if (requires == null || !me.may(requires.value())) {
            throw new AccessDeniedException(method.toString());
        }
    }

    /** The session outlived the account, or the membership. */
    private static DisabledException signInAgain(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return new DisabledException("no active account");
    }
}
