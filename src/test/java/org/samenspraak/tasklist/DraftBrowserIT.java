package org.samenspraak.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Typing in one form: in two tabs, by two people, after the session has ended, without JavaScript. */
class DraftBrowserIT extends BrowserIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    private String task;

    @BeforeEach
    void startACase() {
        var work = new WorkFixture(context);
        task = "/taken/" + work.onlyTask(work.startTrial(areas.add("Runkst", null, Actor.SYSTEM)));
    }

    @Test
    void twoTabsOfOnePersonAreToldApart() {
        var first = official(Screen.DESKTOP);
        var second = first.context().newPage();
        second.navigate(task);

        type(first, "#note", "Eerste tab");
        assertThat(first.locator("#kept")).containsText("Bewaard op");
        type(second, "#note", "Tweede tab");

        var rival = second.locator("[data-rival=note]");
        assertThat(rival).containsText("Eerste tab");
        assertThat(rival).containsText("Tweede tab");
        assertThat(second.locator(".field:has(#note) + [data-rival=note]")).hasCount(1);
        assertGood(second);
        second.navigate(task);
        assertThat(rival).containsText("Tweede tab");
        assertThat(rival).containsText("in twee vensters anders ingevuld");
        press(second, "Neem antwoord 2");
        assertThat(rival).hasCount(0);
        assertThat(second.locator("#note")).hasValue("Tweede tab");
    }

    @Test
    void twoPeopleSeeEachOthersAnswersAndChooseBetweenTwo() {
        var an = official(Screen.DESKTOP);
        var els = official(Screen.PHONE, "participation-office", "legal");

        type(an, "#reason", "Van An");
        assertThat(an.locator("#kept")).containsText("Bewaard op");
        type(els, "#note", "Van Els");
        assertThat(els.locator("#kept")).containsText("vulde een antwoord in sinds u deze pagina opende");
        assertGood(els);
        press(els, "Klaar, verstuur");
        assertThat(els.locator("[data-focus]")).containsText("vulde intussen een antwoord in");
        assertThat(els.locator("#reason")).hasValue("Van An");

        type(an, "#note", "Ook van An");
        assertThat(an.locator("[data-rival=note]")).containsText("Van Els");
        press(an, "Klaar, verstuur");
        assertThat(an.locator(".error-summary")).containsText("Kies welk geldt");
        assertGood(an);
        press(an, "Neem antwoord 2, van participation-office");
        press(an, "Klaar, verstuur");
        assertThat(an.locator(".flash")).containsText("Klaar: Nakijken");

        type(els, "#reason", "Te laat");
        assertThat(els.locator("#kept")).containsText("niet meer open");
    }

    @Test
    void afterTheSessionHasEndedTheTextIsThere() {
        var page = browse(Screen.PHONE);
        var me = signIn(page, "participation-office");
        page.navigate(task);
        jdbc.sql("delete from spring_session").update();

        type(page, "#note", "Half af");
        var fault = page.locator("[data-fault=session]");
        assertThat(fault).isVisible();
        assertThat(fault).containsText("U bent afgemeld");
        assertGood(page);
        fault.locator("button").click();
        page.waitForURL("**/aanmelden");
        signInAs(page, me);
        press(page, "Ga verder");

        assertThat(page.locator("#note")).hasValue("Half af");
    }

    @Test
    void afterAllCookiesAreGoneTheTextIsThere() {
        var page = browse(Screen.DESKTOP);
        var me = signIn(page, "participation-office");
        page.navigate(task);
        page.context().clearCookies();

        type(page, "#note", "Half af");
        page.locator("[data-fault=session] button").click();
        page.waitForURL("**/aanmelden");
        signInAs(page, me);
        press(page, "Ga verder");

        assertThat(page.locator("#note")).hasValue("Half af");
    }

    @Test
    void leavingThePageKeepsWhatWasTyped() {
        var page = official(Screen.DESKTOP);

        page.locator("#note").pressSequentially("Snel weg");
        page.navigate("/werk");
        page.waitForCondition(() -> jdbc.sql("select count(*) from forms_draft")
                        .query(Integer.class)
                        .single()
                == 1);
        page.navigate(task);

        assertThat(page.locator("#note")).hasValue("Snel weg");
    }

    /** The next page is asked for before what is typed has arrived; nobody is two people for that. */
    @Test
    void theNextPageHasTheTextAndGoesOnWithIt() {
        var page = official(Screen.DESKTOP);
        var opened = new AtomicInteger();
        page.onDOMContentLoaded(it -> opened.incrementAndGet());

        page.locator("#note").pressSequentially("Eerst");
        page.reload();
        page.waitForCondition(() -> opened.get() == 2);
        assertThat(page.locator("#kept")).containsText("Bewaard op");
        assertThat(page.locator("#note")).hasValue("Eerst");

        page.fill("#note", "Eerst en dan");
        page.locator(".top__me [hreflang=en]").click();
        page.waitForCondition(() -> opened.get() == 3);
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#note")).hasValue("Eerst en dan");

        page.waitForResponse("**/concept", () -> page.fill("#note", "Eerst en dan meer"));
        page.waitForResponse("**/concept", () -> page.fill("#reason", "Daarom"));
        assertThat(page.locator("[data-rival]")).hasCount(0);
        page.reload();
        assertThat(page.locator("#note")).hasValue("Eerst en dan meer");
        assertThat(page.locator("#reason")).hasValue("Daarom");
        assertThat(page.locator("[data-rival]")).hasCount(0);
    }

    /** Between a reload and the text of the page before it, somebody types on: in another question, and in the same one. */
    @Test
    void whatIsTypedWhileAPageOpensAgainGoesAlong() {
        var page = official(Screen.DESKTOP);
        var held = new ArrayList<Route>();
        page.route("**/concept", route -> {
            if (held.isEmpty() && route.request().postData().contains("_left=1")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        page.locator("#note").pressSequentially("Eerst");
        page.reload();
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#note").evaluate("it => { it.value = ''; it.defaultValue = ''; }");

        page.locator("#reason").pressSequentially("Daarom");
        page.locator("#note").pressSequentially(" en dan");
        held.get(0).resume();

        assertThat(page.locator("#note")).hasValue("Eerst en dan");
        assertThat(page.locator("#reason")).hasValue("Daarom");
        assertThat(page.locator("#note")).isFocused();
        assertThat(page.locator("#kept")).containsText("Bewaard op");
        page.waitForResponse("**/concept", () -> page.locator("#note").pressSequentially("!"));
        page.reload();
        assertThat(page.locator("#note")).hasValue("Eerst en dan!");
        assertThat(page.locator("#reason")).hasValue("Daarom");
        assertThat(page.locator("[data-rival]")).hasCount(0);
    }

    @Test
    void worksWithoutJavaScript() {
        var an = browseWithoutScript(Screen.PHONE);
        signIn(an, "participation-office");
        var els = browseWithoutScript(Screen.DESKTOP);
        signIn(els, "participation-office", "legal");
        an.navigate(task);
        els.navigate(task);

        an.fill("#note", "Van An");
        press(an, "Bewaar voor later");
        els.fill("#note", "Van Els");
        press(els, "Bewaar voor later");

        assertThat(els.locator(".field:has(#note) + [data-rival=note]")).containsText("Van Els");
        assertFits(els);
        press(els, "Neem antwoord 1, van participation-office");
        assertThat(els.locator("#note")).hasValue("Van An");
        assertThat(els.locator("[data-rival]")).hasCount(0);
    }

    @Test
    void whoReadsAlongDoesNotChangeTheDraftOfAColleague() {
        var an = official(Screen.DESKTOP);
        press(an, "Ik neem dit");
        var els = official(Screen.DESKTOP, "participation-office", "legal");

        assertThat(els.locator("[data-keeper]").count()).isZero();
    }

    private Page official(Screen screen, String... groups) {
        var page = browse(screen);
        signIn(page, groups.length == 0 ? new String[] {"participation-office"} : groups);
        page.navigate(task);
        return page;
    }

    private static void type(Page page, String field, String text) {
        page.locator(field).fill(text);
    }
}
