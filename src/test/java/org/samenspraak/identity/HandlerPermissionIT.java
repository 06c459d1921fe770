package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
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

    /** The table of docs/security.md, for every handler there is and every role. */
    @Test
    void everyHandlerRefusesWhoMayNotAndOpensForWhoMay() throws Exception {
        for (var entry : closed().toList()) {
            for (var role : Role.values()) {
                var may = Permissions.of(role).contains(required(entry.getValue()));
                for (var method : methods(entry)) {
                    if (!may || method.equals("GET")) {
                        var as = method + " " + entry.getKey() + " as " + role.code();
                        var checked = assertThat(answer(method, entry, SignedInAs.role(group(role))))
                                .as(as);
                        if (may) {
                            checked.isNotEqualTo(403).isLessThan(500);
                        } else {
                            checked.isEqualTo(403);
                        }
                    }
                }
            }
        }
    }

    @Test
    void noHandlerOfTheOfficeOpensForWhoIsNotSignedIn() throws Exception {
        for (var entry : closed().toList()) {
            for (var method : methods(entry)) {
                mvc.perform(request(HttpMethod.valueOf(method), url(entry)).with(csrf()))
                        .andExpect(redirectedUrl("/aanmelden"));
            }
        }
    }

    private Stream<Entry<RequestMappingInfo, HandlerMethod>> closed() {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(Requires.class));
    }

    private static Permission required(HandlerMethod handler) {
        return Objects.requireNonNull(handler.getMethodAnnotation(Requires.class))
                .value();
    }

    private static List<String> methods(Entry<RequestMappingInfo, HandlerMethod> entry) {
        var methods = entry.getKey().getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("GET", "POST")
                : methods.stream().map(Enum::name).toList();
    }

    private static String group(Role role) {
        return role.code() + (role.isFamily() ? "-x" : "") + (role.isPerArea() ? "@" + UUID.randomUUID() : "");
    }

    private int answer(String method, Entry<RequestMappingInfo, HandlerMethod> entry, RequestPostProcessor who)
            throws Exception {
        return mvc.perform(request(HttpMethod.valueOf(method), url(entry))
                        .with(who)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** An address of the handler, with ids that nobody has. */
    private static String url(Entry<RequestMappingInfo, HandlerMethod> entry) {
        return entry.getKey().getPatternValues().stream()
                .findFirst()
                .orElseThrow()
                .replaceAll("\\{format[^}]*}", "csv")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    private static Stream<String> addresses(Entry<RequestMappingInfo, HandlerMethod> entry) {
        return entry.getKey().getPatternValues().stream().map(pattern -> pattern.replaceAll("\\{[^}]*}", "x"));
    }
}
