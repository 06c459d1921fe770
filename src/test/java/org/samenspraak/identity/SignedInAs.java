package org.samenspraak.identity;

import java.util.List;
import java.util.stream.Stream;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Puts an official behind a request of a test, without a row in the database: {@code get("/werk").with(role("finance"))}. */
public final class SignedInAs {

    private SignedInAs() {}

    /** Somebody in these groups, each a role or {@code role@area}. */
    public static RequestPostProcessor role(String... groups) {
        return person(PersonId.create(), groups);
    }

    /** The same with an id of the test's own. */
    public static RequestPostProcessor person(PersonId id, String... groups) {
        return person(SignedIn.of(
                id,
                String.join(", ", groups),
                Stream.of(groups).map(GroupId::parse).toList()));
    }

    /** Somebody who is in the database, with the groups of today and the work of whom they act for. */
    public static RequestPostProcessor today(ApplicationContext context, PersonId id) {
        return person(load(context, id));
    }

    public static SignedIn load(ApplicationContext context, PersonId id) {
        return context.getBean(SignedInPeople.class)
                .load(new Account(id, "somebody"))
                .orElseThrow();
    }

    /** Somebody of a council; of which, the register says. */
    public static RequestPostProcessor council(String address) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                new CouncilAccount(address, "mark"), null, List.of()));
    }

    public static RequestPostProcessor person(SignedIn me) {
        var token =
                UsernamePasswordAuthenticationToken.authenticated(new Account(me.person(), me.name()), null, List.of());
        return request -> {
            SignedInPeople.keep(request, me);
            return SecurityMockMvcRequestPostProcessors.authentication(token).postProcessRequest(request);
        };
    }
}
