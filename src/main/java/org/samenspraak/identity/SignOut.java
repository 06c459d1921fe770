package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Notes who signs out. */
@Component
class SignOut implements LogoutHandler {

    private final Audit audit;

    SignOut(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            audit.add(
                    Act.SIGNED_OUT,
                    Actor.person(account.id(), account.username()),
                    account.username(),
                    request.getRemoteAddr());
        }
    }
}
