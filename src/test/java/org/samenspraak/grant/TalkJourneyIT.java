package org.samenspraak.grant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A council's yearly talk: asked on a phone, prepared from last year in a few presses, planned, held with the report typed while the
 * network is away, confirmed, and its agreements kept.
 */
class TalkJourneyIT extends TalkJourney {

    @Test
    void aYearlyTalkFromTheQuestionToTheAgreementThatIsDone() {
        walk();
    }

    @Test
    @Tag("full")
    void theSameWithoutJavaScript() {
        switchScriptOff();

        walk();
    }

    private void walk() {
        official("alderman");
        var office = official("participation-office");
        startRound(office);
        prepare();
        var manager = official("area-manager@" + area);
        plan(manager);
        goTo(DAY.plusDays(1));
        report(manager);
        confirm();
        keepAgreements();
        office.navigate("/afspraken");
        good(office);
        assertThat(office.locator("main")).containsText("Snelheid meten in de Kerkstraat");
    }

    private void keepAgreements() {
        var page = signedIn(AN);
        assertThat(page.locator("main")).containsText("Bewoners uitnodigen");
        follow(page, "Flyers maken");
        page.waitForURL("**/raad/afspraken/*");
        good(page);
        fill(page, Map.of("note", "Vierhonderd bussen gehad."));
        press(page, "Meld als gedaan");
        page.waitForURL("**/raad/afspraken");
        good(page);
        assertThat(page.locator("main ul")).not().containsText("Flyers maken");
    }
}
