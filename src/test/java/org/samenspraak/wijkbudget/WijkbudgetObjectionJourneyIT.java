package org.samenspraak.wijkbudget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets a refusal reads why at once, and asks on a phone that somebody else looks. */
class WijkbudgetObjectionJourneyIT extends BudgetJourney {

    @Test
    void aRefusedIdeaGoesOnWhenSomebodyElseFindsItsObjectionRight() throws Exception {
        handIn("Speelstraat", AN, "bert@wijk.example");
        var first = official("participation-office");
        publish(first);
        goTo(Phase.ADMISSIBILITY);
        take(first, "Kijken of het idee toegelaten is");
        judge(first, Map.of("verdict", "refused", "inArea", "no", "checkReason", "De straat ligt buiten de wijk."));
        var refused = idea(AN);
        assertThat(refused.locator("main")).containsText("De straat ligt buiten de wijk.");
        press(refused, "Vraag om te herbekijken");
        refused.locator("#reason-error").waitFor();
        good(refused);
        fill(refused, Map.of("reason", "De straat ligt aan deze kant van het water."));
        press(refused, "Vraag om te herbekijken");
        refused.locator(".flash").waitFor();
        good(refused);
        run();

        first.navigate("/werk");
        good(first);
        first.locator("[data-row]", new Page.LocatorOptions().setHasText("Idee herbekijken"))
                .locator("[data-claim]")
                .press("Enter");
        first.getByText("Iemand anders moet ze doen.").first().waitFor();
        good(first);
        var second = official("participation-office");
        take(second, "Idee herbekijken");
        assertThat(second.locator("#objection")).hasValue("De straat ligt aan deze kant van het water.");
        check(second, "verdict", "admitted");
        fill(second, Map.of("reviewReason", "De kaart geeft de indiener gelijk."));
        send(second);

        assertThat(idea(AN).locator("main")).containsText("De kaart geeft de indiener gelijk.");
        goTo(Phase.DIALOGUE);
        makeProject(second, "Veilig spelen", "Speelstraat");
        assertThat(idea(AN).locator("main")).containsText("Veilig spelen");
        goTo(Phase.FEASIBILITY);
        assertThat(jdbc.sql("select state from wijkbudget_proposal")
                        .query(String.class)
                        .single())
                .isEqualTo("IN_PROJECT");
    }
}
