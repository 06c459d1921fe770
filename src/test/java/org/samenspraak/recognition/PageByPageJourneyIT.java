package org.samenspraak.recognition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forms page by page on a phone: the application of anybody, and a question behind a link. */
class PageByPageJourneyIT extends JourneySteps {

    private static final String FORM = "/aanvraag/recognition";
    private static final String SAVE = "document.querySelector('[data-keeper]').dispatchEvent(new Event('again'));";
    private static final String REMOVE = "[...document.querySelectorAll('[name=_remove]')].pop().click();";

    @Test
    void appliesPageByPage() {
        walkApplication();
    }

    @Test
    @Tag("full")
    void appliesPageByPageWithoutJavaScript() {
        switchScriptOff();

        walkApplication();
    }

    @Test
    void answersPageByPageBehindALink() {
        walkQuestion();
    }

    @Test
    @Tag("full")
    void answersPageByPageBehindALinkWithoutJavaScript() {
        switchScriptOff();

        walkQuestion();
    }

    @Test
    @Tag("full")
    void keepsADraftForOneBrowserUntilItIsWiped() {
        var page = phone();
        page.navigate(FORM);
        page.locator("#name").pressSequentially("Wijkraad Snel Weg");
        page.navigate("/publiek/raden");
        page.waitForCondition(() -> drafts() == 1);
        page.navigate(FORM);
        assertThat(page.locator("#name")).hasValue("Wijkraad Snel Weg");
        var stranger = phone();
        stranger.navigate(FORM);
        assertThat(stranger.locator("#name")).hasValue("");

        var tab = page.context().newPage();
        tab.navigate(FORM);
        tab.fill("#name", "Wijkraad Tab Twee");
        assertThat(tab.locator("#kept")).containsText(say("Bewaard op"));
        page.fill("#name", "Wijkraad Tab Een");
        var rival = page.locator("[data-rival=name]");
        assertThat(rival).containsText("Wijkraad Tab Twee");
        assertThat(rival).containsText("Wijkraad Tab Een");
        good(page);
        rival.getByRole(AriaRole.BUTTON).nth(1).press("Enter");
        assertThat(page.locator("#name")).hasValue("Wijkraad Tab Een");

        page.fill("#name", "Wijkraad Nog Niet Bewaard");
        page.locator("summary").last().press("Enter");
        good(page);
        press(page, say("Wis alles en begin opnieuw"));
        assertThat(page.locator(".notice--good")).containsText(say("is gewist"));
        good(page);
        assertThat(page.locator("#name")).hasValue("");
        assertThat(drafts()).isZero();
    }

    /** What arrives after the button of its own page would undo what the button did. */
    @Test
    void savesNothingMoreOfAPageThatIsSent() {
        var page = phone();
        var asked = new ArrayList<String>();
        var held = new ArrayList<Route>();
        page.onRequest(it -> asked.add(it.method() + it.url().replaceFirst(".*/", " ")));
        page.navigate(FORM + "?stap=2");
        page.waitForResponse("**/concept", () -> page.fill("[id='members[0].name']", "An Peeters"));
        asked.clear();

        page.route("**/concept", held::add);
        page.evaluate("() => { " + SAVE + REMOVE + "}");
        page.waitForCondition(() -> held.size() == 1);
        page.evaluate("() => 1");
        assertThat(asked).as("the button waits for what is being saved").containsExactly("POST concept");
        held.get(0).resume();
        assertThat(page.locator("[name=_remove]")).hasCount(2);
        awaitWhole(page);
        page.unroute("**/concept");
        asked.clear();

        page.evaluate("() => { " + REMOVE + SAVE + "}");
        assertThat(page.locator("[name=_remove]")).hasCount(1);
        assertThat(asked).contains("POST recognition").doesNotContain("POST concept");
        assertThat(page.locator("[id='members[0].name']")).hasValue("An Peeters");
    }

    @Test
    void goesOnInTheRowThatCameOrWent() {
        addsAndRemovesARow();
    }

    @Test
    @Tag("full")
    void goesOnInTheRowThatCameOrWentWithoutJavaScript() {
        switchScriptOff();

        addsAndRemovesARow();
    }

    private void addsAndRemovesARow() {
        var page = phone();
        page.navigate(FORM + "?stap=2");
        page.fill("[id='members[0].name']", "An Peeters");
        var rows = page.locator("[name=_remove]").count();

        page.locator("[name=_add]").press("Enter");
        assertThat(page.locator("[name=_remove]")).hasCount(rows + 1);
        assertThat(page.locator("[id='members[" + rows + "].name']")).isFocused();
        assertThat(page.getByRole(AriaRole.STATUS).first())
                .hasText(Pattern.compile("Er staat een rij meer\\.|There is one row more\\."));
        good(page);
        page.locator("[name=_remove]").last().press("Enter");
        assertThat(page.locator("[name=_remove]")).hasCount(rows);
        assertThat(page.locator("[id='members[" + (rows - 1) + "].name']")).isFocused();
        assertThat(page.getByRole(AriaRole.STATUS).first())
                .hasText(Pattern.compile("De rij is weg\\.|The row is gone\\."));

        page.goBack();
        assertThat(page.locator("[id='members[0].name']")).hasValue("An Peeters");
    }

    private void walkApplication() {
        var page = phone();
        page.navigate(FORM);
        at(page, 1);
        press(page, say("Verder"));
        refused(page, "#name");

        fillInCouncil(page);
        keepAndOpenAgain(page, FORM);
        assertThat(page.locator("#name")).hasValue("Wijkraad Runkst");
        assertThat(page.locator("#purpose")).hasValue("Samen.");
        goOn(page, 2);
        at(page, 2);
        page.reload();
        at(page, 2);

        fill(page, Map.of("members[0].name", "An Peeters"));
        press(page, say("Terug"));
        page.waitForURL("**?stap=1");
        assertThat(page.locator("#name")).hasValue("Wijkraad Runkst");
        goOn(page, 2);
        assertThat(page.locator("[id='members[0].name']")).hasValue("An Peeters");
        fillInMembers(page);
        goOn(page, 4);
        at(page, 3);
        fill(page, Map.of("contactName", "Bert Claes, secretaris", "contactMail", SECRETARY));
        goOn(page, 5);

        mend(page);
        press(page, say("Verstuur de aanvraag"));
        page.waitForURL("**/ontvangen?nummer=*");
        good(page);
        assertThat(page.context().cookies()).noneMatch(it -> it.name.contains("draft"));
        page.navigate(FORM);
        assertThat(page.locator("#name")).hasValue("");
    }

    private void walkQuestion() {
        apply();
        giveAreaView();
        findIncomplete(official("participation-office"));
        var page = phone();
        var link = link(SECRETARY);
        page.navigate(link);
        at(page, 1);
        assertThat(page.locator("main")).containsText("De statuten ontbreken.");
        page.fill("#name", "");
        press(page, say("Verder"));
        refused(page, "#name");

        page.fill("#name", "Wijkraad Runkst");
        keepAndOpenAgain(page, link);
        assertThat(page.locator("#purpose")).hasValue("Samen.");
        goOn(page, 2);
        at(page, 2);
        fill(page, Map.of("members[1].phone", "011 23 45 67"));
        press(page, say("Terug"));
        page.waitForURL("**?stap=1");
        goOn(page, 2);
        assertThat(page.locator("[id='members[1].phone']")).hasValue("011 23 45 67");
        goOn(page, 4);
        page.fill("#note", "Dank u.");
        goOn(page, 5);

        upload(page, "statutes", "statuten.pdf");
        mend(page);
        assertThat(page.locator("main")).containsText("statuten.pdf");
        press(page, say("Verstuur"));
        page.waitForURL("**?bedankt");
        good(page);
    }

    /** Changes an answer from the last page and comes back to it at once. */
    private void mend(Page page) {
        at(page, 4);
        assertThat(page.locator("main")).containsText("Wijkraad Runkst");
        assertThat(page.locator("main")).containsText("An Peeters");
        press(page, say("Wijzig: Uw raad"));
        page.waitForURL("**?stap=1&nakijken");
        page.fill("#boundaries", "");
        press(page, say("Verder"));
        refused(page, "#boundaries");
        page.fill("#boundaries", "Tussen de ring en het spoor.");
        press(page, say("Verder"));
        page.waitForURL("**?stap=5*");
        assertThat(page.locator("main")).containsText("Tussen de ring en het spoor.");
        at(page, 4);
    }

    private void goOn(Page page, int number) {
        press(page, say("Verder"));
        page.waitForURL("**?stap=" + number + "*");
    }

    /** Where the page says that somebody is, of the four pages that both forms show. */
    private void at(Page page, int place) {
        assertThat(page.locator("main")).containsText(say("Stap {} van 4").replace("{}", "" + place));
        assertThat(page.locator("progress")).hasAttribute("value", "" + place);
        assertThat(page.locator("progress")).hasAttribute("max", "4");
        good(page);
    }

    private void refused(Page page, String field) {
        assertThat(page.locator(".error-summary")).isFocused();
        assertThat(page.locator(".error-summary a[href='" + field + "']")).hasCount(1);
        good(page);
        page.locator(".error-summary a[href='" + field + "']").press("Enter");
        assertThat(page.locator(field)).isFocused();
    }

    private void keepAndOpenAgain(Page page, String address) {
        if (hasScript()) {
            page.waitForResponse("**/concept", () -> page.fill("#purpose", "Samen."));
            assertThat(page.locator("#kept")).containsText(say("Bewaard op"));
        } else {
            page.fill("#purpose", "Samen.");
            press(page, say("Bewaar en ga later verder"));
            page.waitForURL(Pattern.compile("bewaard"));
            good(page);
        }
        page.navigate(address);
    }

    Page phone() {
        return screen(Screen.PHONE);
    }

    String say(String dutch) {
        return dutch;
    }

    private int drafts() {
        return jdbc.sql("select count(*) from forms_draft").query(Integer.class).single();
    }
}
