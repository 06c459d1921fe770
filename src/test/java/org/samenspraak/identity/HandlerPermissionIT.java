package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class HandlerPermissionIT extends PostgresIT {

    /** Read by its method, in a demo, but an act: an auditor does none. */
    private static final String PLAYS_A_COUNCIL = "/beheer/berichten/{id}/link";

    private static final String PASSWORD = "een lang wachtwoord voor de proef";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Autowired
    private ApplicationContext context;

    @Test
    void everyHandlerSaysWhoMayUseIt() {
        assertThat(handlers.getHandlerMethods().values())
                .filteredOn(handler -> !PermissionGuard.isOpen(handler))
                .allSatisfy(handler -> assertThat(handler.hasMethodAnnotation(Requires.class)
                                ^ handler.hasMethodAnnotation(ForCouncils.class))
                        .as(handler.toString())
                        .isTrue());
    }

    @Test
    void noHandlerIsBothOpenAndClosed() {
        assertThat(handlers.getHandlerMethods().values())
                .noneMatch(handler -> handler.hasMethodAnnotation(OpenToAll.class)
                        && (handler.hasMethodAnnotation(Requires.class)
                                || handler.hasMethodAnnotation(ForCouncils.class)));
    }

    @Test
    void exactlyTheHandlersOpenToAllAreAtPublicAddresses() {
        assertThat(handlers.getHandlerMethods().entrySet())
                .allSatisfy(entry -> addresses(entry).forEach(address -> assertThat(PublicPaths.contains(address))
                        .as(address)
                        .isEqualTo(PermissionGuard.isOpen(entry.getValue()))));
    }

    @Test
    void whatTakesFormsWithoutATokenUsesNobodysRights() {
        assertThat(handlers.getHandlerMethods().entrySet())
                .filteredOn(entry -> addresses(entry)
                        .anyMatch(it ->
                                it.startsWith("/v/") || it.startsWith("/aanvraag/") || it.startsWith("/publiek/")))
                .hasSizeGreaterThan(5)
                .allSatisfy(entry -> assertThat(entry.getValue().getMethod().getParameterTypes())
                        .as(entry.getValue().toString())
                        .doesNotContain(SignedIn.class, HttpSession.class, Principal.class));
    }

    @Test
    void asksEverybodyElseToSignIn() throws Exception {
        mvc.perform(get("/beheer/mensen")).andExpect(redirectedUrl("/aanmelden"));
        mvc.perform(get("/does-not-exist")).andExpect(redirectedUrl("/aanmelden"));
    }

    @Test
    void refusesWhoMayNot() throws Exception {
        mvc.perform(get("/beheer/mensen").with(SignedInAs.role("legal"))).andExpect(status().isForbidden());
        assertThat(jdbc.sql("select what from identity_audit")
                        .query(String.class)
                        .list())
                .containsExactly("denied");
    }

    /** The table of docs/security.md, for every handler there is and every role. */
    @Test
    void everyHandlerRefusesWhoMayNotAndOpensForWhoMay() throws Exception {
        for (var role : Role.values()) {
            var me = SignedInAs.person(add(role), group(role));
            for (var handler : Handlers.closed(context)) {
                var may = Permissions.of(role).contains(handler.permission())
                        && !(role == Role.AUDITOR && handler.address().equals(PLAYS_A_COUNCIL));
                if (may && !handler.isGet()) {
                    continue;
                }
                var answer = assertThat(answer(handler, me)).as(handler + " as " + role);
                if (may) {
                    answer.isNotEqualTo(403).isLessThan(500);
                } else {
                    answer.isEqualTo(403);
                }
            }
        }
    }

    /** And opens no handler of the councils for any official. */
    @Test
    void noRoleOpensWhatIsForCouncils() throws Exception {
        var ofCouncils = Handlers.ofCouncils(context);
        assertThat(ofCouncils).isNotEmpty();
        for (var role : Role.values()) {
            var me = SignedInAs.role(group(role));
            for (var url : ofCouncils) {
                assertThat(answer(url.method(), url.url(UUID.randomUUID()), me))
                        .as(url + " as " + role)
                        .isEqualTo(403);
            }
        }
        mvc.perform(get("/raad")).andExpect(redirectedUrl("/raad/aanmelden"));
    }

    private PersonId add(Role role) {
        return context.getBean(People.class)
                .add(
                        new NewPerson(role.code(), role.code(), "p@hasselt.example", "", PASSWORD, Set.of()),
                        Actor.SYSTEM);
    }

    private int answer(Handlers.Closed handler, RequestPostProcessor me) throws Exception {
        return answer(handler.method(), handler.url(UUID.randomUUID()), me);
    }

    private int answer(HttpMethod method, String url, RequestPostProcessor me) throws Exception {
        return mvc.perform(request(method, url).with(me).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static String group(Role role) {
        return role.code() + (role.isFamily() ? "-x" : "") + (role.isPerArea() ? "@" + UUID.randomUUID() : "");
    }

    private static Stream<String> addresses(Entry<RequestMappingInfo, HandlerMethod> entry) {
        return entry.getKey().getPatternValues().stream().map(pattern -> pattern.replaceAll("\\{[^}]*}", "x"));
    }
}
