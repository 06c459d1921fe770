package org.samenspraak.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The term passes while the page stands open: nothing is sent, nothing typed is lost, and the page says how to go on. */
class LateAnswerJourneyIT extends CouncilJourney {

    @Test
    void keepsWhatWasTypedWhenTheTermPassed() {
        walk();
    }

    @Test
    @Tag("full")
    void keepsWhatWasTypedWhenTheTermPassedWithoutJavaScript() {
        switchScriptOff();

        walk();
    }

    private void walk() {
        var behindLink = question(AN);
        var signedIn = signedIn(ELS);
        follow(signedIn, "Uw mening geven over de intrekking");
        signedIn.waitForURL("**/raad/vragen/*");

        goTo(TODAY.plusDays(60));

        sendTooLate(behindLink, "Over nagedacht met de hele raad.");
        sendTooLate(signedIn, "Ook dit is te laat.");
        behindLink.navigate(link(AN));
        good(behindLink);
        assertThat(behindLink.locator("h1")).hasText("Dit staat niet meer open");
        signedIn.navigate("/raad");
        good(signedIn);
        assertThat(signedIn.locator("main")).containsText("De stad vraagt nu niets aan uw raad.");
        assertThat(jdbc.sql("select count(*) from forms_submission")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void sendTooLate(Page page, String text) {
        page.fill("#view", text);
        press(page, "Verstuur");
        assertThat(page.locator("h1")).hasText("Dit staat niet meer open");
        good(page);
        assertThat(page.locator("main")).containsText("Bel of mail ons.");
        assertThat(page.locator("main")).containsText(text);
        assertThat(page.locator("footer a[href^='mailto:']")).isVisible();
    }
}
