package org.samenspraak.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever comes in by the address bar gets a page of ours. */
class BrokenAddressesIT extends CouncilCaseIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v/%00",
                "/v/..%2f",
                "/v/%5c",
                "//",
                "//evil.example/",
                "/v/x;jsessionid=1",
                "/v/%",
                "/v/%zz",
                "/v/%ff",
                "/v/a%0d%0aX:1",
                "/publiek/raden?after=x",
                "/publiek/raden?q=%00"
            })
    void getsAPageOfOursForABrokenAddress(String path) throws IOException {
        var answer = ask("GET", path);

        assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d");
        assertThat(answer).contains("<h1").doesNotContain("HTTP Status", "Apache", "Exception");
    }

    @Test
    void hasNoErrorPageToOpen() throws IOException {
        assertThat(ask("GET", "/error")).startsWith("HTTP/1.1 404").contains("Deze pagina bestaat niet");
    }

    @Test
    void tellsWhoIsNoOfficialWhereToGoOn() throws IOException {
        var paper = "/v/" + "A".repeat(64) + "/papier";
        assertThat(ask("GET", paper))
                .startsWith("HTTP/1.1 404")
                .contains("Open dan de link in de nieuwste mail van ons.");

        var last = "";
        for (int guess = 0; guess < 30; guess++) {
            last = ask("GET", paper);
        }
        assertThat(last).startsWith("HTTP/1.1 429").contains("Even geduld").doesNotContain("Er ging iets mis bij ons");
    }

    @Test
    void answersEveryMethodSensibly() throws IOException {
        assertThat(ask("HEAD", "/")).startsWith("HTTP/1.1 200").doesNotContain("<html");
        assertThat(ask("OPTIONS", "/")).startsWith("HTTP/1.1 200").contains("Allow: GET,HEAD,OPTIONS");
        assertThat(ask("TRACE", "/")).startsWith("HTTP/1.1 4").doesNotContain("Host: localhost");
        assertThat(ask("DELETE", "/v/x")).startsWith("HTTP/1.1 405").contains("<h1");
        // no browser can be made to send this: a bare refusal will do
        assertThat(ask("BREW", "/")).startsWith("HTTP/1.1 400");
    }

    @Test
    void tellsItsHealthToABrowserToo() throws Exception {
        for (var path : new String[] {"", "/liveness", "/readiness"}) {
            mvc.perform(get("/actuator/health" + path).header("Accept", "text/html"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("UP")));
        }
    }

    @Test
    void hasNoSuchThing() throws Exception {
        askToSign();
        var number = cases.get(caseId).number();
        for (var path : new String[] {
            "/zaken/2026-REC-9999",
            "/zaken/" + number + "/documenten/" + UUID.randomUUID(),
            "/zaken/2026-REC-9999/documenten/" + UUID.randomUUID(),
            "/zaken/" + number + "/formulieren/" + UUID.randomUUID(),
            "/raden/" + UUID.randomUUID(),
            "/beheer/berichten/" + UUID.randomUUID(),
            "/actuator"
        }) {
            mvc.perform(get(path).with(role("auditor"))).andExpect(status().isNotFound());
        }
    }

    @Test
    void hasNoDocumentOfAnotherCase() throws Exception {
        askToSign();
        var document = jdbc.sql("select id from casefile_document limit 1")
                .query(UUID.class)
                .single();
        var number = cases.get(caseId).number();
        var other = open();

        mvc.perform(get("/zaken/" + number + "/documenten/" + document).with(role("auditor")))
                .andExpect(status().isOk());
        mvc.perform(get("/zaken/" + other + "/documenten/" + document).with(role("auditor")))
                .andExpect(status().isNotFound());
    }

    private String open() {
        var id = CaseId.create();
        cases.open(new OpenCase(
                id,
                "recognition",
                "REC",
                "Andere zaak",
                council,
                councils.get(council).area(),
                today(),
                false,
                OFFICE));
        return cases.get(id).number();
    }

    /** As the bytes stand there: an HTTP client would mend the address. */
    private String ask(String method, String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var request = method + " " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
