package org.samenspraak.wijkbudget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two neighbours hand in the same idea on their phones: it becomes one, and with it a project. */
class WijkbudgetIdeaJourneyIT extends BudgetJourney {

    private static final String CAS = "cas@wijk.example";

    @Test
    void twoIdeasOnAPhoneBecomeOneProject() throws Exception {
        var office = official("participation-office");
        var benches = handIn("Banken op het plein", AN, "bert@wijk.example");
        publish(office);
        handIn("Zitbanken op het plein", CAS, "dirk@wijk.example");
        publish(office);
        var everybody = screen(Screen.PHONE);
        everybody.navigate("/publiek/wijkbudget/" + number + "/ideeen");
        good(everybody);
        assertThat(everybody.locator("main")).containsText("Zitbanken op het plein");
        merge(office, benches);
        goTo(Phase.DIALOGUE);
        makeProject(office, "Groen plein", "Banken op het plein");
        assertThat(idea(AN).locator("main")).containsText("Groen plein");
    }

    private void merge(Page office, String into) {
        goTo(Phase.ADMISSIBILITY);
        take(office, "Kijken of het idee toegelaten is", "Zitbanken op het plein");
        judge(office, Map.of("verdict", "merged", "mergeInto", into, "checkReason", "Het is hetzelfde idee."));
        take(office, "Kijken of het idee toegelaten is");
        judge(office, Map.of("verdict", "admitted"));
        assertThat(subjects(CAS)).last().asString().contains("samen");
        assertThat(idea(CAS).locator("main")).containsText("Het is hetzelfde idee.");
    }
}
