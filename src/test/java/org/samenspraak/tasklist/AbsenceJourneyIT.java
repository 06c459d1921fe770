package org.samenspraak.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An absence week: somebody sets it, the deputy works, the record says for whom, and it ends by itself. */
class AbsenceJourneyIT extends BrowserIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Test
    void aWeekAway() {
        var work = new WorkFixture(context);
        var first = work.startTrial(areas.add("Runkst", null, Actor.SYSTEM));
        var later = work.openCase("Later werk", areas.add("Kuringen", null, Actor.SYSTEM));
        work.task("later", later, "Later werk doen", "participation-office", null);
        var deputy = browse(Screen.PHONE);
        signIn(deputy, "legal");
        deputy.navigate("/werk");
        assertThat(deputy.locator("#main")).not().containsText("Nakijken");

        var absent = browse(Screen.DESKTOP);
        signIn(absent, "participation-office");
        visit(absent, "/mijn");
        absent.locator("a[href='/mijn/vervanging']").click();
        assertGood(absent);
        press(absent, "Wijs aan");
        assertGood(absent);
        assertThat(absent.locator("#deputy-error")).isVisible();
        absent.locator("#deputy").selectOption("legal");
        absent.fill("#from", "2026-09-14");
        absent.fill("#until", "2026-09-18");
        absent.locator("summary:has-text('Niet voor alle zaken')").click();
        absent.locator("#areas label:has-text('Runkst') input").check();
        press(absent, "Wijs aan");
        assertThat(absent.locator("#main")).containsText("legal vervangt participation-office");
        assertGood(absent);

        visit(deputy, "/werk");
        assertThat(deputy.locator("#tasks")).containsText("voor participation-office");
        assertThat(deputy.locator("#tasks")).not().containsText("Later werk doen");
        deputy.locator("[data-open]").first().click();
        assertThat(deputy.locator("#main")).containsText("U doet deze taak voor participation-office");
        assertGood(deputy);
        deputy.fill("#note", "In orde");
        press(deputy, "Klaar, verstuur");
        assertThat(deputy.locator(".flash")).containsText("Klaar: Nakijken");

        visit(absent, "/zaken/" + first.number() + "/tijdlijn");
        assertThat(absent.locator(".timeline")).containsText("legal voor participation-office");

        jdbc.sql("update identity_delegation set areas = '{}'").update();
        visit(deputy, "/werk");
        assertThat(deputy.locator("#tasks")).containsText("Later werk doen");
        clock.advance(Duration.ofDays(5));
        visit(deputy, "/werk");
        assertThat(deputy.locator("#main")).not().containsText("Later werk doen");
    }
}
