package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.PublicTextChanged;
import org.samenspraak.publication.PublicationSettings.Accessibility;
import org.samenspraak.publication.PublicationSettings.Accessibility.State;
import org.samenspraak.publication.PublicationSettings.Licence;
import org.samenspraak.publication.PublicationSettings.Privacy;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PublicGateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private KeptAnswers answers = new KeptAnswers(settings(1000, Duration.ZERO), nanos::get);
    private PublicGate gate = gate(1000, Duration.ofSeconds(5));

    @Test
    void takesEveryCookieAwayAndLetsNoneBeSet() throws Exception {
        var request = get("/publiek/raden");
        request.setCookies(new Cookie("lang", "en"), new Cookie("samenspraak", "x"));
        var answer = ask(request, (inner, response) -> {
            assertThat(inner.getCookies()).isNull();
            assertThat(inner.getHeader("Cookie")).isNull();
            response.addCookie(new Cookie("a", "b"));
            response.addHeader("Set-Cookie", "c=d");
            response.setHeader("set-cookie", "e=f");
        });

        assertThat(answer.getHeaderNames()).doesNotContain("Set-Cookie");
        assertThat(answer.getCookies()).isEmpty();
    }

    @Test
    void leavesTheOfficeAlone() throws Exception {
        var request = get("/werk");
        request.setCookies(new Cookie("lang", "en"));

        ask(request, (inner, response) -> assertThat(inner.getCookies()).hasSize(1));
    }

    @Test
    void knowsThePublicSideHoweverItIsWritten() throws Exception {
        var request = get("/%70ubliek/raden");
        request.setCookies(new Cookie("lang", "en"));

        ask(request, (inner, response) -> assertThat(inner.getCookies()).isNull());
    }

    @Test
    void givesWhatWasJustMadeAgainAndMakesItAnewAfterwards() throws Exception {
        assertThat(ask("/publiek").getContentAsString()).isEqualTo("number 1");
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        var again = ask("/publiek");
        assertThat(again.getContentAsString()).isEqualTo("number 1");
        assertThat(again.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(again.getHeader("Cache-Control")).isEqualTo("max-age=60, public");
        assertThat(ask("/publiek?lang=en").getContentAsString()).isEqualTo("number 2");
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(ask("/publiek").getContentAsString()).isEqualTo("number 3");
    }

    @Test
    void forgetsAtOnceWhatWasTakenAwayAlsoWhatIsBeingMade() throws Exception {
        ask("/publiek");
        answers.forget(new PublicTextChanged());
        assertThat(ask("/publiek").getContentAsString()).isEqualTo("number 2");

        ask(get("/publiek?slow"), (inner, response) -> {
            number(inner, response);
            answers.forget(new PublicTextChanged());
        });
        assertThat(ask("/publiek?slow").getContentAsString()).isEqualTo("number 4");
    }

    @Test
    void letsPagesOfOtherSitesReadFilesAndNothingElse() throws Exception {
        assertThat(ask("/publiek/raden.json").getHeader("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(ask("/publiek/raden.json").getHeader("Access-Control-Allow-Origin"))
                .as("given again")
                .isEqualTo("*");
        assertThat(ask("/publiek/raden").getHeaderNames()).noneMatch(it -> it.startsWith("Access-Control"));
        var before = new MockHttpServletRequest("OPTIONS", "/publiek/nieuws.atom");
        before.addHeader("Origin", "https://x.example");
        before.addHeader("Access-Control-Request-Method", "GET");
        var answer = ask(before, this::number);
        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void leadsFromAnAddressAsItIsTypedToTheRightOne() throws Exception {
        for (var typed : List.of("/publiek/raden/", "/PUBLIEK/raden", "/Publiek/raden//")) {
            var answer = ask(typed + "?q=x");
            assertThat(answer.getStatus()).as(typed).isEqualTo(301);
            assertThat(answer.getHeader("Location")).as(typed).isEqualTo("/publiek/raden?q=x");
        }
        assertThat(ask("/publiek/").getHeader("Location")).isEqualTo("/publiek");
        assertThat(ask("//publiek/").getHeader("Location")).isNull();
    }

    @Test
    void saysWhenNothingChanged() throws Exception {
        gate = gate(1000, Duration.ZERO);
        var mark = same("/publiek", null).getHeader("ETag");

        var again = same("/publiek", mark);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(again.getHeader("ETag")).isEqualTo(mark);
        assertThat(same("/publiek", "W/\"other\", " + mark).getStatus()).isEqualTo(304);
        assertThat(same("/publiek", "W/\"other\"").getStatus()).isEqualTo(200);
    }

    @Test
    void doesNotKeepWhatIsWrong() throws Exception {
        for (int at = 0; at < 2; at++) {
            var answer = ask(get("/publiek/nergens"), (inner, response) -> {
                made.incrementAndGet();
                response.sendError(404);
            });
            assertThat(answer.getStatus()).isEqualTo(404);
        }
        assertThat(made).hasValue(2);
    }

    @Test
    void doesNotKeepWhatIsForOneReader() throws Exception {
        for (int at = 1; at < 3; at++) {
            var answer = ask(get("/publiek/volgen/mail/x"), (inner, response) -> {
                response.setHeader("Cache-Control", "no-store");
                response.getWriter().write("number " + made.incrementAndGet());
            });
            assertThat(answer.getContentAsString()).isEqualTo("number " + at);
        }
    }

    @Test
    void givesWhatIsLargeWhole() throws Exception {
        var line = "0123456789".repeat(100);
        var answer = ask(get("/publiek/adviezen.csv"), (inner, response) -> {
            for (int at = 0; at < 2_000; at++) {
                response.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThat(answer.getContentAsString()).isEqualTo(line.repeat(2_000));
        assertThat(answer.getHeader("ETag")).isNotNull();
    }

    @Test
    void asksWhoComesTooOftenToComeBack() throws Exception {
        gate = gate(2, Duration.ofSeconds(5));
        assertThat(ask("/publiek?a").getStatus()).isEqualTo(200);
        assertThat(ask("/publiek?b").getStatus()).isEqualTo(200);

        var refused = ask("/publiek?c");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
        assertThat(ask("/publiek?a").getStatus()).as("what is kept").isEqualTo(200);
        var other = get("/publiek?c");
        other.setRemoteAddr("192.0.2.7");
        assertThat(ask(other, this::number).getStatus()).isEqualTo(200);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(ask("/publiek?c").getStatus()).isEqualTo(200);
    }

    @Test
    void givesWhoMustWaitWhatWasMadeAFewMinutesAgo() throws Exception {
        gate = gate(1, Duration.ofSeconds(5));
        ask("/publiek");
        nanos.addAndGet(Duration.ofSeconds(55).toNanos());
        assertThat(ask("/publiek/raden").getStatus()).isEqualTo(429);
        assertThat(ask("/publiek").getContentAsString()).isEqualTo("number 1");
        answers.forget(new PublicTextChanged());
        assertThat(ask("/publiek").getStatus()).as("taken away").isEqualTo(429);
    }

    @Test
    void countsOneNetworkOfTheNewKindAsOne() throws Exception {
        gate = gate(1, Duration.ZERO);
        for (int at = 0; at < 3; at++) {
            var request = get("/publiek?" + at);
            request.setRemoteAddr("2001:db8:1:2:" + at + ":0:0:1");
            assertThat(ask(request, this::number).getStatus()).isEqualTo(at == 0 ? 200 : 429);
        }
    }

    @Test
    void makesOnlyAFewAtATime() throws Exception {
        var inside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> {
            try {
                return ask(get("/publiek?slow"), (inner, response) -> {
                    inside.countDown();
                    wait(go);
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        var refused = ask("/publiek?quick");
        go.countDown();

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(slow.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
        assertThat(ask("/publiek?quick").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse same(String path, @Nullable String known) throws Exception {
        var request = get(path);
        if (known != null) {
            request.addHeader("If-None-Match", known);
        }
        return ask(request, (inner, response) -> response.getWriter().write("the same"));
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return ask(get(path), this::number);
    }

    private void number(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=60, public");
        response.getWriter().write("number " + made.incrementAndGet());
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request, Answering page) throws Exception {
        var response = new MockHttpServletResponse();
        FilterChain chain = (inner, outer) -> page.answer((HttpServletRequest) inner, (HttpServletResponse) outer);
        gate.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest get(String address) {
        var parts = address.split("\\?", 2);
        var request = new MockHttpServletRequest("GET", parts[0]);
        request.setQueryString(parts.length == 2 ? parts[1] : null);
        return request;
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicGate gate(int eachPerMinute, Duration kept) {
        var settings = settings(eachPerMinute, kept);
        answers = new KeptAnswers(settings, nanos::get);
        return new PublicGate(settings, answers, nanos::get, "busy".getBytes(StandardCharsets.UTF_8));
    }

    private static PublicationSettings settings(int eachPerMinute, Duration kept) {
        return new PublicationSettings(
                1,
                0,
                Duration.ofSeconds(1),
                eachPerMinute,
                kept,
                1_000_000,
                5,
                "none",
                Licence.CC0,
                new Accessibility(State.PARTLY, null, "", List.of(), List.of()),
                new Privacy("", ""),
                null);
    }

    private interface Answering {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
