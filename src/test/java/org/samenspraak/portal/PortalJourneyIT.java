package org.samenspraak.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A chair in the place of the council: answers, sees what was sent, proposes a member, and finds them in the register. */
class PortalJourneyIT extends CouncilJourney {

    @Test
    void answersAndProposesAMember() {
        walk();
    }

    @Test
    @Tag("full")
    void answersAndProposesAMemberWithoutJavaScript() {
        switchScriptOff();

        walk();
    }

    private void walk() {
        var an = signedIn(AN);
        answerQuestion(an);
        seesWhatWasSent(an);
        propose(an);
        confirm();
        an.navigate("/raad/leden");
        good(an);
        assertThat(an.locator("main")).containsText("Mo Aziz");
    }

    private void answerQuestion(Page an) {
        follow(an, "Uw mening geven over de intrekking");
        an.waitForURL("**/raad/vragen/*");
        good(an);
        an.fill("#view", "Wij blijven graag erkend.");
        press(an, "Verstuur");
        an.waitForURL("**/raad");
        good(an);
        assertThat(an.locator(".flash")).containsText("wij hebben uw antwoord");
        assertThat(an.locator("main")).containsText("De stad vraagt nu niets aan uw raad.");
        run();
        assertThat(subjects(AN)).last().asString().startsWith("Ontvangen: ");
        assertThat(subjects(ELS)).last().asString().startsWith("Ontvangen: ");
    }

    private void seesWhatWasSent(Page an) {
        follow(an, "Dossier");
        an.waitForURL("**/raad/dossier");
        good(an);
        follow(an, number);
        an.waitForURL("**/raad/dossier/" + number);
        good(an);
        follow(an, "Uw mening over de intrekking");
        an.waitForURL("**/antwoorden/*");
        good(an);
        assertThat(an.locator("main")).containsText("An Peeters, voorzitter");
        assertThat(an.locator("main")).containsText("Wij blijven graag erkend.");
    }

    private void propose(Page an) {
        an.navigate("/raad/leden");
        good(an);
        follow(an, "Stel een nieuw lid voor");
        an.waitForURL("**/membership-change/add");
        good(an);
        an.navigate("/raad/start/membership-change/add?alles");
        good(an);
        assertThat(an.locator("[name=what][value=add]")).isChecked();
        fill(an, Map.of("day", TODAY.toString(), "name", "Mo Aziz", "email", "mo@raad.example"));
        press(an, "Verstuur");
        an.waitForURL("**/raad/start");
        good(an);
        assertThat(an.locator(".flash")).containsText("2026-LED-0001");
        run();
    }

    private void confirm() {
        var office = official("participation-office");
        take(office, "Wijziging van leden bevestigen");
        check(office, "decision", "confirm");
        send(office);
        office.navigate("/raden/" + council);
        good(office);
        assertThat(office.locator("main")).containsText("Mo Aziz");
    }
}
