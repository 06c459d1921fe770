package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    PermissionGuard(SignedInPeople people) {
        this.people = people;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod page && !isOpen(page)) {
            judge(request, page.getMethod());
        }
        return true;
    }

    /** Boot's own error page shows no more than the error. */
    static boolean isOpen(HandlerMethod page) {
        return page.hasMethodAnnotation(OpenToAll.class) || ErrorController.class.isAssignableFrom(page.getBeanType());
    }

    private void judge(HttpServletRequest request, Method method) {
        var me = people.of(request).orElseThrow(() -> signInAgain(request));
        var requires = method.getAnnotation(Requires.class);
        if (requires == null || !me.may(requires.value())) {
            throw new AccessDeniedException(method.toString());
        }
    }

    /** The session outlived the account. */
    private static DisabledException signInAgain(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return new DisabledException("no active account");
    }
}
