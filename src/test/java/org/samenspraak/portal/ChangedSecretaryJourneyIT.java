package org.samenspraak.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.Function;

/** The council has another secretary while a question is out: the old link dies, the new one goes on with the draft. */
class ChangedSecretaryJourneyIT extends CouncilJourney {

    private static final String RIK = "rik@raad.example";

    @Test
    void theNewSecretaryGoesOnWithTheDraft() {
        walk();
    }

    @Test
    @Tag("full")
    void theNewSecretaryGoesOnWithTheDraftWithoutJavaScript() {
        switchScriptOff();

        walk();
    }

    private void walk() {
        var els = question(ELS);
        keep(els);
        var old = link(ELS);

        compose(person("An Peeters", AN, Function.CHAIR), person("Rik Jans", RIK, Function.SECRETARY));
        run();

        asksAgain(els, old);
        var rik = question(RIK);
        assertThat(rik.locator("#view")).hasValue("Een begin van Els.");
        rik.fill("#view", "Een begin van Els, en het slot van Rik.");
        answer(rik);
        assertThat(rik.locator("main")).containsText("Rik Jans, secretaris");
        assertThat(subjects(RIK)).last().asString().startsWith("Ontvangen: ");
        els.navigate(old);
        good(els);
        assertThat(els.locator("main")).not().containsText("het slot van Rik");
    }

    /** Whoever holds the old link learns who took over no more than that somebody did. */
    private void asksAgain(Page els, String old) {
        var mails = subjects(ELS).size();
        els.navigate(old);
        good(els);
        assertThat(els.locator("h1")).hasText("Deze vraag gaat nu naar iemand anders of een ander adres");
        assertThat(els.locator("body")).not().containsText("Rik");
        assertThat(els.locator("body")).not().containsText("Wijkraad Runkst");
        press(els, "Stuur de link naar wie de vraag nu krijgt");
        els.waitForURL("**/nieuwe-link");
        good(els);
        run();
        assertThat(subjects(RIK)).last().asString().startsWith("Uw link: ");
        assertThat(subjects(ELS)).hasSize(mails);
    }

    private void keep(Page page) {
        assertThat(page.getByText("Wat u typt, wordt vanzelf bewaard.")).isVisible(visible(hasScript()));
        assertThat(page.getByText("voor u stopt. Dan blijft bewaard wat u typte."))
                .isVisible(visible(!hasScript()));
        if (hasScript()) {
            page.waitForResponse("**/concept", () -> page.fill("#view", "Een begin van Els."));
            assertThat(page.locator("#kept")).containsText("Bewaard op");
        } else {
            page.fill("#view", "Een begin van Els.");
            press(page, "Bewaar en ga later verder");
            page.waitForURL(Pattern.compile("bewaard"));
        }
    }

    private static LocatorAssertions.IsVisibleOptions visible(boolean yes) {
        return new LocatorAssertions.IsVisibleOptions().setVisible(yes);
    }
}
