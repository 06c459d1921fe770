package org.samenspraak.recognition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** A council of three that applied and was recognised, all on the pages that people use. */
abstract class RecognisedCouncil extends JourneySteps {

    /** Gives the number of its case. */
    String recognise(Page office) {
        var number = apply();
        giveAreaView();
        findIncomplete(office);
        supplement();
        findComplete(office);
        mend();
        findComplete(office);
        advise(office);
        grant();
        sign(CHAIR, "An Peeters");
        sign(SECRETARY, "Bert Claes");
        signForTheCity("mayor", "Verklaring tekenen als burgemeester");
        signForTheCity("general-director", "Verklaring tekenen als algemeen directeur");
        return number;
    }

    void supplement() {
        assertThat(asked(CHAIR)).contains("De statuten ontbreken.");
        var page = question(SECRETARY);
        assertThat(page.locator("main")).containsText("De statuten ontbreken.");
        assertThat(page.locator("#name")).hasValue("Wijkraad Runkst");
        upload(page, "statutes", "statuten.pdf");
        answer(page);
    }

    void findComplete(Page office) {
        take(office, "Aanvraag nakijken");
        check(office, "delimited", "yes");
        check(office, "overlaps", "no");
        check(office, "complete", "true");
        send(office);
    }

    /** Two members and no treasurer, who handles the money. */
    void mend() {
        var mail = asked(CHAIR);
        assertThat(mail.lines().filter(line -> line.startsWith("- ")))
                .as(mail)
                .containsExactly(
                        "- Een raad telt minstens drie leden op verschillende adressen.",
                        "- Een raad die geld krijgt, heeft een penningmeester.");
        var page = question(CHAIR);
        press(page, "Voeg toe: Lid");
        member(page, 2, "Carla Maes", "treasurer", "carla.maes@voorbeeld.be");
        answer(page);
    }

    void advise(Page office) {
        take(office, "Advies schrijven");
        check(office, "advice", "grant");
        fill(
                office,
                Map.of(
                        "adviceReason", "Alles is in orde.",
                        "meeting", "2026-10-01",
                        "draft", "Het college erkent de raad."));
        send(office);
    }

    void grant() {
        var page = official("college");
        take(page, "Beslissen over de erkenning");
        check(page, "decision", "granted");
        fill(
                page,
                Map.of(
                        "reason", "De raad vertegenwoordigt de buurt.",
                        "decisionNumber", "2026_CBS_0042",
                        "decisionDate", "2026-09-14"));
        send(page);
    }

    void sign(String address, String name) {
        var page = question(address);
        var statement = download(page, page.locator("main a[href$=document]"));
        assertThat(statement).contains("Wijkraad Runkst").doesNotContain("null");
        check(page, "agrees", "true");
        assertThat(page.locator("[id=signedAs]").inputValue()).isEqualTo(name);
        answer(page);
    }

    void signForTheCity(String role, String task) {
        var page = official(role);
        take(page, task);
        check(page, "agrees", "true");
        fill(page, Map.of("signedAs", "Namens de stad"));
        send(page);
    }
}
