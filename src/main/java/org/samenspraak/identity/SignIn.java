package org.samenspraak.identity;

import java.util.List;
import java.util.Optional;
import org.samenspraak.identity.Persons.Credentials;
import org.samenspraak.kernel.Actor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by name and password. A name that nobody has costs as much work as a wrong password and gets the same answer;
 * so does an account that is closed.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final int LONGEST_NAME = 64;

    private final Persons persons;
    private final PasswordEncoder passwords;
    private final SignInAttempts attempts;
    private final BrowserMark mark;
    private final Audit audit;
    private final String nobodysHash;

    SignIn(Persons persons, PasswordEncoder passwords, SignInAttempts attempts, BrowserMark mark, Audit audit) {
        this.persons = persons;
        this.passwords = passwords;
        this.attempts = attempts;
        this.mark = mark;
        this.audit = audit;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    /**
     * @throws LockedException after too many failures, whatever the password
     * @throws BadCredentialsException in every other case, without saying which
     */
    @Override
    public Authentication authenticate(Authentication request) {
        var name = request.getName();
        var username = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        var address = request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var found = persons.credentials(username);
        var known = found.filter(mark::isOnThisBrowser).isPresent();
        var attempt = attempts.begin(username, address, known);
        if (attempts.tooMany(attempt, username, address, known)) {
            audit.add(Act.SIGN_IN_REFUSED, Actor.SYSTEM, username, address);
            throw new LockedException("too many attempts");
        }
        var account = match(found, String.valueOf(request.getCredentials()));
        if (account.isEmpty()) {
            audit.add(Act.SIGN_IN_FAILED, Actor.SYSTEM, username, address);
            throw new BadCredentialsException("wrong name or password");
        }
        attempts.succeeded(attempt);
        return signedIn(account.get(), request, address);
    }

    private Optional<Credentials> match(Optional<Credentials> found, String password) {
        var right = passwords.matches(password, found.map(Credentials::hash).orElse(nobodysHash));
        return found.filter(credentials -> right && credentials.active());
    }

    private Authentication signedIn(Credentials person, Authentication request, String address) {
        audit.add(Act.SIGNED_IN, Actor.person(person.id(), person.name()), person.username(), address);
        var token = UsernamePasswordAuthenticationToken.authenticated(
                new Account(person.id(), person.username()), null, List.of());
        token.setDetails(request.getDetails());
        return token;
    }

    @Override
    public boolean supports(Class<?> request) {
        return request == UsernamePasswordAuthenticationToken.class;
    }
}
