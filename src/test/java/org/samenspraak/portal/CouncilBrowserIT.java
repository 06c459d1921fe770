package org.samenspraak.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.DocumentVersions;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.council.Memberships;
import org.samenspraak.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every page of councils: accessible, and as wide as its screen. */
class CouncilBrowserIT extends CouncilJourney {

    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE", "NARROW"})
    void everyPageOfACouncilIsAccessibleAndFits(String screen) {
        share("Een verslag met een lange naam van de vergadering over de intrekking.txt");
        var phone = signedIn(AN);
        var page = browse(Screen.valueOf(screen));
        page.context().addCookies(phone.context().cookies());
        var els = context.getBean(Memberships.class).today(council).get(1).id();

        visit(page, "/raad");
        page.locator("main a").first().click();
        assertGood(page);
        visit(page, "/raad/dossier");
        visit(page, "/raad/dossier/jaren");
        visit(page, "/raad/dossier/documenten");
        visit(page, "/raad/dossier/" + number);
        visit(page, "/raad/leden");
        visit(page, "/raad/start");
        visit(page, "/raad/start/membership-change/add");
        visit(page, "/raad/start/membership-change/add?alles");
        visit(page, "/raad/start/membership-change/change/" + els + "?alles");
        visit(page, "/raad/start/membership-change/leave/" + els);
        visit(page, "/raad/start/recognition");
        visit(page, "/raad/start/recognition?alles");
        visit(page, "/raad/instellingen");
        visit(page, CouncilMailSettingPages.PATH);
        visit(page, CouncilMeetingSettingPages.PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE", "NARROW"})
    void everyPageBehindALinkIsAccessibleAndFits(String screen) {
        var link = link(AN);
        var page = browse(Screen.valueOf(screen));
        visit(page, "/raad/aanmelden");
        visit(page, link);
        visit(page, link + "?alles");
        press(page, "Verstuur");
        assertThat(page.locator(".error-summary")).isFocused();
        assertGood(page);
        askToSign();
        var application = link(AN);
        visit(page, application + "/intrekken");
        page.fill("#reason", "Wij stoppen ermee.");
        press(page, "Trek de aanvraag in");
        assertThat(page.locator("h1")).hasText("Uw aanvraag is ingetrokken");
        assertGood(page);
        visit(page, application);
        page.navigate(link);
        page.getByText("Deze vraag is niet voor mij").click();
        assertGood(page);
        assertThat(page).hasURL(Pattern.compile("/v/[^/]+$"));
        press(page, "Ja, dit is niet voor mij");
        page.waitForURL("**/niet-voor-mij");
        assertGood(page);
    }

    @Test
    void anOfficialChoosesWhoSeesADocument() {
        var document = share("plan.txt");
        var page = official("participation-office");
        visit(page, "/zaken/" + number);
        page.locator("details:has([name=audience]) summary").press("Enter");
        assertGood(page);
        visit(page, "/zaken/" + number + "/documenten/" + document + "/versies");
        assertThat(page.locator("main")).containsText("Ook de raad ziet het");
        check(page, "audience", "OFFICE");
        press(page, "Bewaar wie het ziet");
        assertThat(page.locator(".flash")).containsText("Wie het document ziet, is bewaard.");
        assertGood(page);
        assertThat(page.locator("main")).not().containsText("Ook de raad ziet het");
    }

    private UUID share(String name) {
        var content = new ByteArrayInputStream("Verslag".getBytes(UTF_8));
        var document =
                context.getBean(Documents.class).add(caseId, name, Documents.Kind.ATTACHMENT, content, Actor.SYSTEM);
        context.getBean(DocumentVersions.class).show(caseId, document, Audience.COUNCIL, Actor.SYSTEM);
        return document;
    }
}
