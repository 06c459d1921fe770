package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.testing.JourneyIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What a council and the office do before a recognition is decided. */
abstract class JourneySteps extends JourneyIT {

    static final String CHAIR = "an.peeters@voorbeeld.be";
    static final String SECRETARY = "bert.claes@voorbeeld.be";

    @Autowired
    private Areas areas;

    AreaId area;

    @BeforeEach
    void makeArea() {
        area = areas.add("Runkst", null, Actor.SYSTEM);
    }

    /** A council of two applies on a phone, page by page; returns the number on the receipt. */
    String apply() {
        var page = screen(Screen.PHONE);
        page.navigate("/aanvraag/recognition");
        good(page);
        fillInCouncil(page);
        next(page, 2);
        fillInMembers(page);
        next(page, 4);
        fill(page, Map.of("contactName", "Bert Claes, secretaris", "contactMail", SECRETARY));
        next(page, 5);
        press(page, "Verstuur de aanvraag");
        page.waitForURL("**/ontvangen?nummer=*");
        good(page);
        run();
        return page.locator("main strong").innerText();
    }

    void fillInCouncil(Page page) {
        choose(page, "kind", "wijkraad");
        fill(
                page,
                Map.of(
                        "name", "Wijkraad Runkst",
                        "boundaries", "Tussen de ring en het kanaal.",
                        "purpose", "Samen de buurt mooier maken."));
        choose(page, "area", area.toString());
    }

    void fillInMembers(Page page) {
        member(page, 0, "An Peeters", "chair", CHAIR);
        member(page, 1, "Bert Claes", "secretary", SECRETARY);
        page.locator("[name=_remove]").last().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("[name=_remove]")).hasCount(2);
        check(page, "receivesMoney", "yes");
        check(page, "openToNewMembers", "yes");
        good(page);
    }

    /** To the page of this number. */
    void next(Page page, int number) {
        press(page, "Verder");
        page.waitForURL("**?stap=" + number + "*");
        good(page);
    }

    void giveAreaView() {
        var page = official("area-manager@" + area);
        take(page, "Mening van de wijkmanager geven");
        fill(page, Map.of("areaView", "De raad werkt goed."));
        send(page);
    }

    void findIncomplete(Page office) {
        take(office, "Aanvraag nakijken");
        assertThat(office.locator("#areaView").inputValue()).isEqualTo("De raad werkt goed.");
        check(office, "delimited", "yes");
        check(office, "overlaps", "no");
        fill(office, Map.of("missing", "De statuten ontbreken."));
        send(office);
    }

    void member(Page page, int row, String name, String function, String email) {
        var path = "members[" + row + "].";
        fill(page, Map.of(path + "name", name, path + "address", "Dorpsstraat " + (row + 1) + ", 3500 Hasselt"));
        fill(page, Map.of(path + "email", email));
        check(page, path + "functions", function);
        check(page, path + "membership", "voting");
        check(page, path + "politician", "no");
        choose(page, path + "sex", row % 2 == 0 ? "woman" : "man");
    }
}
