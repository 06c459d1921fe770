package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class SignInIT extends PostgresIT {

    private static final String PASSWORD = "vier blauwe fietsen";

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private Browser browser;
    private PersonId an;

    @BeforeEach
    void addPeople() {
        browser = new Browser(port);
        an = add("an", "administrator");
    }

    @Test
    void letsInWithTheRightPassword() {
        var answer = browser.signIn("an", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo("/beheer");
        assertThat(browser.get("/mijn").body()).contains("an@hasselt.example");
        assertThat(audit()).contains("signed-in");
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        assertThat(Browser.location(browser.get("/mijn"))).isEqualTo("/aanmelden");

        assertThat(Browser.location(browser.signIn("an", PASSWORD))).isEqualTo("/mijn");
    }

    @Test
    void saysTheSameOfAWrongPasswordAnUnknownNameAndAClosedAccount() {
        var closed = add("bo", "finance");
        people.change(closed, new People.Details("Bo", "bo@hasselt.example", "", false), 0, Actor.SYSTEM);

        var wrong = browser.signIn("an", "iets heel anders");
        var unknown = browser.signIn("xy", "iets heel anders");
        var inactive = browser.signIn("bo", PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(inactive.statusCode()).isEqualTo(401);
        assertThat(plain(unknown.body(), "xy")).isEqualTo(plain(wrong.body(), "an"));
        assertThat(plain(inactive.body(), "bo")).isEqualTo(plain(wrong.body(), "an"));
        assertThat(wrong.body()).contains("value=\"an\"").doesNotContain("iets heel anders");
    }

    @Test
    void refusesEvenTheRightPasswordAfterTooManyFailures() {
        fail("an", 10);

        assertThat(browser.signIn("an", PASSWORD).statusCode()).isEqualTo(429);

        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(browser.signIn("an", PASSWORD).statusCode()).isEqualTo(302);
        assertThat(audit()).contains("sign-in-failed", "sign-in-refused");
    }

    @Test
    void throttlesNamesThatNobodyHasJustTheSame() {
        fail("nobody", 10);

        assertThat(browser.signIn("nobody", "x").statusCode()).isEqualTo(429);
        assertThat(browser.signIn("an", PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void throttlesAnAddressThatTriesManyNames() {
        for (var name = 0; name < 50; name++) {
            fail("name" + name, 1);
        }

        assertThat(browser.signIn("an", PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail("an", 9);
        browser.signIn("an", PASSWORD);
        fail("an", 9);

        assertThat(new Browser(port).signIn("an", PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void believesNobodyWhoSaysToComeFromElsewhereOrByHttps() {
        browser.saying("X-Forwarded-For", "203.0.113.9")
                .saying("Forwarded", "for=203.0.113.9;proto=https")
                .saying("X-Forwarded-Host", "evil.example")
                .saying("X-Forwarded-Proto", "https");

        var answer = browser.signIn("an", PASSWORD);

        assertThat(answer.headers().firstValue("Location")).contains("/beheer");
        assertThat(jdbc.sql("select address from identity_audit where what = 'signed-in'")
                        .query(String.class)
                        .single())
                .isNotEqualTo("203.0.113.9")
                .isNotBlank();
    }

    @Test
    void changesTheSessionWhenSomebodySignsIn() {
        browser.get("/aanmelden");
        var before = browser.cookie("samenspraak");
        browser.signIn("an", PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("samenspraak")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void signsOut() {
        browser.signIn("an", PASSWORD);
        var answer = browser.post("/afmelden", Map.of("_csrf", Browser.token(browser.get("/mijn"))));

        assertThat(Browser.location(answer)).isEqualTo("/");
        assertThat(Browser.location(browser.get("/mijn"))).isEqualTo("/aanmelden");
        assertThat(audit()).contains("signed-out");
    }

    @Test
    void putsAPersonOutAtOnceWhenTheAccountIsClosed() {
        add("bo", "administrator");
        browser.signIn("an", PASSWORD);
        people.change(an, new People.Details("An", "an@hasselt.example", "", false), 0, Actor.SYSTEM);

        assertThat(Browser.location(browser.get("/mijn"))).isEqualTo("/aanmelden");
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        var other = new Browser(port);
        other.signIn("an", PASSWORD);
        browser.signIn("an", PASSWORD);

        var changed = browser.post(
                "/mijn/wachtwoord",
                Map.of(
                        "_csrf",
                        Browser.token(browser.get("/mijn")),
                        "currentPassword",
                        PASSWORD,
                        "password",
                        "vijf groene fietsen"));

        assertThat(Browser.location(changed)).isEqualTo("/mijn");
        assertThat(browser.get("/mijn").statusCode()).isEqualTo(200);
        assertThat(Browser.location(other.get("/mijn"))).isEqualTo("/aanmelden");
        assertThat(new Browser(port).signIn("an", "vijf groene fietsen").statusCode())
                .isEqualTo(302);
    }

    @Test
    void tellsBrowsersToTrustNothingElse() {
        var headers = browser.get("/aanmelden").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(headers.allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("samenspraak=", "HttpOnly", "SameSite=Lax"));
    }

    private PersonId add(String username, String role) {
        return people.add(
                new NewPerson(
                        username, username, username + "@hasselt.example", "", PASSWORD, Set.of(GroupId.of(role))),
                Actor.SYSTEM);
    }

    private void fail(String username, int times) {
        var page = Browser.token(browser.get("/aanmelden"));
        for (var i = 0; i < times; i++) {
            browser.post("/aanmelden", Map.of("_csrf", page, "username", username, "password", "mis"));
        }
    }

    private List<String> audit() {
        return jdbc.sql("select what from identity_audit").query(String.class).list();
    }

    private static String plain(String page, String username) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replace("value=\"" + username + "\"", "value=\"\"");
    }
}
