package org.samenspraak.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The term of a task stands still for some days and goes on: looked at before, and said in words after. */
class TermJourneyIT extends BrowserIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void suspendsAndResumesFromTheTask() {
        var page = browse(Screen.DESKTOP);
        suspendAndResume(page);
    }

    @Test
    void suspendsAndResumesOnAPhoneWithoutJavaScript() {
        suspendAndResume(browseWithoutScript(Screen.PHONE));
    }

    @Test
    void readsWellInEnglishOnAPhone() {
        var work = new WorkFixture(context);
        var file = work.startTrial(context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM));
        var page = browse(Screen.PHONE, "en");
        signIn(page, "participation-office");
        visit(page, "/zaken/" + file.number());
        page.locator("main a[href*='/termijnen/']").first().click();
        assertGood(page);
        press(page, "Show what changes");
        assertGood(page);
        assertThat(page.locator(".error-summary")).containsText("Choose what you want to do");
        page.locator("input[value=MOVE]").check();
        page.fill("#until", "2026-09-18");
        page.fill("#reason", "The council meets earlier.");
        press(page, "Show what changes");
        assertGood(page);
        press(page, "Save");
        assertThat(page.locator("#main"))
                .containsText("set so by participation-office, because: The council meets earlier.");
        assertGood(page);
    }

    private void suspendAndResume(Page page) {
        var work = new WorkFixture(context);
        var file = work.startTrial(context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM));
        signIn(page, "participation-office");
        page.navigate("/taken/" + work.onlyTask(file));
        change(page, "SUSPEND", "De raad wacht op een attest.");
        assertThat(page.locator(".duebox")).containsText("Opgeschort");
        assertFits(page);
        page.navigate("/werk");
        assertThat(page.locator("#tasks")).containsText("Opgeschort");
        assertFits(page);
        page.navigate("/zaken/" + file.number());
        assertThat(page.locator("#main")).containsText("Opgeschort");
        assertFits(page);

        clock.advance(Duration.ofDays(30));
        page.navigate("/werk?view=late");
        assertThat(page.locator("#main")).not().containsText("Nakijken");
        page.navigate("/taken/" + work.onlyTask(file));
        change(page, "RESUME", "Het attest is er.");
        assertThat(page.locator(".duebox")).containsText("na 30 dagen");
        assertFits(page);
    }

    private void change(Page page, String act, String reason) {
        page.locator("a:has-text('Termijn wijzigen')").first().press("Enter");
        assertFits(page);
        page.locator("input[value=" + act + "]").press("Space");
        page.fill("#reason", reason);
        press(page, "Toon wat er verandert");
        assertThat(page.locator("#main")).containsText("Dit verandert");
        assertFits(page);
        press(page, "Bewaren");
        assertThat(page.locator(".flash")).containsText("De termijn is gewijzigd");
    }
}
