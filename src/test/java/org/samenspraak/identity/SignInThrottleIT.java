package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** Who guesses is slowed down, and can keep nobody out. */
class SignInThrottleIT extends PostgresIT {

    private static final String PASSWORD = "vier blauwe fietsen";
    private static final String HOME = "192.0.2.1";
    private static final Cookie UNKNOWN = new Cookie("samenspraak-mark", "x");

    @Autowired
    private People people;

    private PersonId an = PersonId.create();

    @BeforeEach
    void addAn() {
        an = people.add(new NewPerson("an", "An", "an@hasselt.example", "", PASSWORD, Set.of()), Actor.SYSTEM);
    }

    @Test
    void letsInFromAnotherAddressThanTheOneThatGuesses() throws Exception {
        fail(10, "198.51.100.7", UNKNOWN);

        assertThat(outcome(signIn(PASSWORD, "198.51.100.7", UNKNOWN))).isEqualTo("wait");
        assertThat(outcome(signIn(PASSWORD, HOME, UNKNOWN))).isEqualTo("in");
    }

    @Test
    void letsInAKnownBrowserWhileTheWholeWorldGuesses() throws Exception {
        var mark = signIn(PASSWORD, HOME, UNKNOWN).getResponse().getCookie("samenspraak-mark");
        for (var i = 1; i <= 9; i++) {
            fail(10, "198.51.100." + i, UNKNOWN);
        }
        fail(10, HOME, UNKNOWN);

        assertThat(outcome(signIn(PASSWORD, "203.0.113.1", UNKNOWN))).isEqualTo("wait");
        assertThat(outcome(signIn(PASSWORD, HOME, mark))).isEqualTo("in");

        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(outcome(signIn(PASSWORD, "203.0.113.1", UNKNOWN))).isEqualTo("in");
    }

    @Test
    void slowsDownAKnownBrowserToo() throws Exception {
        var mark = signIn(PASSWORD, HOME, UNKNOWN).getResponse().getCookie("samenspraak-mark");
        for (var i = 1; i <= 10; i++) {
            fail(1, "198.51.100." + i, mark);
        }

        assertThat(outcome(signIn(PASSWORD, HOME, mark))).isEqualTo("wait");
        assertThat(outcome(signIn(PASSWORD, HOME, UNKNOWN))).isEqualTo("in");
    }

    @Test
    void knowsNoBrowserFromBeforeANewPassword() throws Exception {
        var mark = signIn(PASSWORD, HOME, UNKNOWN).getResponse().getCookie("samenspraak-mark");
        people.setPassword(an, "vijf groene fietsen", Actor.SYSTEM);
        fail(10, HOME, UNKNOWN);

        assertThat(outcome(signIn("vijf groene fietsen", HOME, mark))).isEqualTo("wait");
    }

    private void fail(int times, String address, Cookie mark) throws Exception {
        for (var i = 0; i < times; i++) {
            assertThat(outcome(signIn("mis", address, mark))).isEqualTo("wrong");
        }
    }

    private MvcResult signIn(String password, String address, Cookie mark) throws Exception {
        return mvc.perform(post("/aanmelden")
                        .cookie(mark)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("username", "an")
                        .param("password", password))
                .andReturn();
    }

    private static String outcome(MvcResult answer) {
        return answer.getResponse().getRedirectedUrl() == null
                ? String.valueOf(answer.getRequest().getAttribute(AfterSignIn.FAILURE))
                : "in";
    }
}
