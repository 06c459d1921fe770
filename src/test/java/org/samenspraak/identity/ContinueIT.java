package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form that is sent after its session has ended. */
class ContinueIT extends PostgresIT {

    private static final String PASSWORD = "vier blauwe fietsen";

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void signIn() {
        add("an");
        add("bo");
        browser = new Browser(port);
        browser.signIn("an", PASSWORD);
    }

    @Test
    void keepsWhatWasTypedThroughSigningIn() {
        var sent = sendAfterTheSessionEnded();
        assertThat(Browser.location(sent)).isEqualTo("/aanmelden");

        assertThat(Browser.location(browser.signIn("an", PASSWORD))).isEqualTo("/verder");
        var page = browser.get("/verder");
        assertThat(page.body())
                .contains("action=\"/beheer/gebieden\"", "value=\"Runkst &amp; omgeving\"", "Ga verder")
                .doesNotContain("geheim");

        var again = browser.post(
                "/beheer/gebieden", Map.of("_csrf", Browser.token(page), "name", "Runkst & omgeving", "within", ""));
        assertThat(Browser.location(again)).isEqualTo("/beheer/gebieden");
        assertThat(jdbc.sql("select name from identity_area")
                        .query(String.class)
                        .list())
                .containsExactly("Runkst & omgeving");
    }

    @Test
    void keepsTheTextOfAFormWithAFileAndNamesTheFile() {
        var form = Browser.token(browser.get("/mijn"));
        endSessions();

        var sent = browser.upload(
                "/zaken/2026-REC-0001/documenten",
                Map.of("_csrf", form, "kind", "SCAN & meer"),
                "verslag van juni.pdf");

        assertThat(Browser.location(sent)).isEqualTo("/aanmelden");
        assertThat(Browser.location(browser.signIn("an", PASSWORD))).isEqualTo("/verder");
        assertThat(browser.get("/verder").body())
                .contains("value=\"SCAN &amp; meer\"", "Voeg ze opnieuw toe", "<li>verslag van juni.pdf</li>");
    }

    @Test
    void showsItToNobodyElse() {
        sendAfterTheSessionEnded();

        assertThat(Browser.location(browser.signIn("bo", PASSWORD))).isNotEqualTo("/verder");
        assertThat(browser.get("/verder").body()).doesNotContain("Runkst");
        assertThat(parked()).isZero();
    }

    @Test
    void showsItToNobodyWhoHasNotSignedIn() {
        sendAfterTheSessionEnded();

        assertThat(Browser.location(browser.get("/verder"))).isEqualTo("/aanmelden");
        assertThat(new Browser(port).get("/verder").body()).doesNotContain("Runkst");
    }

    @Test
    void forgetsItAfterAnHour() {
        sendAfterTheSessionEnded();
        clock.advance(Duration.ofMinutes(61));

        assertThat(Browser.location(browser.signIn("an", PASSWORD))).isNotEqualTo("/verder");
        assertThat(parked()).isZero();
    }

    @Test
    void keepsNothingThatAnotherSiteSends() {
        endSessions();

        var sent = browser.post("/beheer/gebieden", Map.of("name", "Runkst"), "https://evil.example");

        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.body())
                .contains("stond te lang open of kwam van een andere website", "wat u typte staat er nog")
                .doesNotContain("Uw rol");
        assertThat(parked()).isZero();
    }

    @Test
    void keepsTheFormOfABrowserThatNamesOnlyItsPage() {
        endSessions();

        assertThat(Browser.location(browser.postFrom("/beheer/gebieden", "/beheer/gebieden", Map.of("name", "Runkst"))))
                .isEqualTo("/aanmelden");
        assertThat(parked()).isEqualTo(1);
        assertThat(browser.postFrom("https://evil.example/", "/beheer/gebieden", Map.of("name", "Kuringen"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(parked()).isEqualTo(1);
    }

    @Test
    void saysWhoseFaultAFormOfAnotherSiteIsInEnglishToo() {
        var sent = browser.post("/beheer/gebieden?lang=en", Map.of("name", "Runkst"), "https://evil.example");

        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.body()).contains("came from another website");
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        endSessions();

        var sent = browser.post("/beheer/gebieden", Map.of("name", "x".repeat(Parking.LARGEST)));

        assertThat(sent.statusCode()).isEqualTo(413);
        assertThat(sent.body()).contains("De tekst is te lang").doesNotContain("bestand");
        assertThat(parked()).isZero();
    }

    @Test
    void keepsTheFormOfATabThatIsOlderThanTheSignIn() {
        var old = Browser.token(browser.get("/mijn"));
        endSessions();
        browser.signIn("an", PASSWORD);

        var sent = browser.post("/beheer/gebieden", Map.of("_csrf", old, "name", "Kuringen"));

        assertThat(Browser.location(sent)).isEqualTo("/verder");
        assertThat(browser.get("/verder").body()).contains("Kuringen");
    }

    @Test
    void keepsTheFormOfSomebodyWithoutAccount() {
        var resident = new Browser(port);

        var sent = resident.post("/raad/aanmelden", Map.of("mail", "bo@wijk.example"));

        assertThat(Browser.location(sent)).isEqualTo("/verder");
        assertThat(resident.get("/verder").body()).contains("bo@wijk.example");
    }

    @Test
    void neverKeepsAPassword() {
        var sent = browser.post("/aanmelden", Map.of("_csrf", "old", "username", "an", "password", "geheim"));

        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/aanmelden?opnieuw");
        assertThat(parked()).isZero();
    }

    private HttpResponse<String> sendAfterTheSessionEnded() {
        var form = Browser.token(browser.get("/mijn"));
        endSessions();
        return browser.post(
                "/beheer/gebieden",
                Map.of("_csrf", form, "name", "Runkst & omgeving", "within", "", "newPassword", "geheim"));
    }

    private void endSessions() {
        jdbc.sql("delete from spring_session").update();
    }

    private long parked() {
        return jdbc.sql("select count(*) from identity_parked_post")
                .query(Long.class)
                .single();
    }

    private void add(String username) {
        people.add(
                new NewPerson(
                        username,
                        username,
                        username + "@hasselt.example",
                        "",
                        PASSWORD,
                        Set.of(GroupId.of("administrator"))),
                Actor.SYSTEM);
    }
}
