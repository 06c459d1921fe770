package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Finds out who is behind a request, once per request, with the roles of today. */
@Service
public class SignedInPeople {

    private static final String KEPT = SignedIn.class.getName();

    private final Persons persons;
    private final Roles roles;
    private final Delegations delegations;
    private final Clock clock;
    private final Municipality municipality;

    SignedInPeople(Persons persons, Roles roles, Delegations delegations, Clock clock, Municipality municipality) {
        this.persons = persons;
        this.roles = roles;
        this.delegations = delegations;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** None when nobody has signed in, or when who did may not any more. */
    public Optional<SignedIn> of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof SignedIn known) {
            return Optional.of(known);
        }
        var found = account().flatMap(this::load);
        found.ifPresent(me -> keep(request, me));
        return found;
    }

    static void keep(HttpServletRequest request, SignedIn me) {
        request.setAttribute(KEPT, me);
    }

    static Optional<Account> account() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(Account.class::isInstance)
                .map(Account.class::cast);
    }

    Optional<SignedIn> load(Account account) {
        return of(account.id());
    }

    /** As who somebody would be signed in now, with whose work they do today; none when they may not sign in any more. */
    public Optional<SignedIn> of(PersonId id) {
        var today = LocalDate.now(clock.withZone(municipality.zone()));
        return persons.find(id)
                .filter(People.Person::active)
                .map(person -> SignedIn.of(
                        person.id(),
                        person.name(),
                        roles.reach(person.id(), today),
                        delegations.covers(person.id(), today)));
    }
}
