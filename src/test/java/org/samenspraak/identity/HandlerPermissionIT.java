package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class HandlerPermissionIT extends PostgresIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void everyHandlerSaysWhoMayUseIt() {
        assertThat(handlers.getHandlerMethods().values())
                .filteredOn(handler -> !PermissionGuard.isOpen(handler))
                .allSatisfy(handler -> assertThat(handler.hasMethodAnnotation(Requires.class))
                        .as(handler.toString())
                        .isTrue());
    }

    @Test
    void noHandlerIsBothOpenAndClosed() {
        assertThat(handlers.getHandlerMethods().values())
                .noneMatch(handler ->
                        handler.hasMethodAnnotation(OpenToAll.class) && handler.hasMethodAnnotation(Requires.class));
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
                .filteredOn(
                        entry -> addresses(entry).anyMatch(it -> it.startsWith("/v/") || it.startsWith("/aanvraag/")))
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

    private static Stream<String> addresses(Entry<RequestMappingInfo, HandlerMethod> entry) {
        return entry.getKey().getPatternValues().stream().map(pattern -> pattern.replaceAll("\\{[^}]*}", "x"));
    }
}
