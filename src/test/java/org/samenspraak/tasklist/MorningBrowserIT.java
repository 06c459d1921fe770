package org.samenspraak.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.BrowserIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A morning at the work list: narrow it down, keep that, take, plan and hand over, do one, go on, and find the list as it was. */
@Tag("full")
class MorningBrowserIT extends BrowserIT {

    @Autowired
    private ApplicationContext context;

    private WorkFixture work;
    private AreaId runkst;

    @BeforeEach
    void someWork() {
        work = new WorkFixture(context);
        runkst = context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM);
        var other = context.getBean(Areas.class).add("Kuringen", null, Actor.SYSTEM);
        var first = work.startTrial(runkst);
        for (int i = 2; i <= 4; i++) {
            var file = work.openCase("Zaak " + i, Objects.requireNonNull(first.council()), runkst);
            context.getBean(Processes.class).start(TrialModel.KEY, file.id(), Map.of(), Actor.SYSTEM);
        }
        work.task(
                "elsewhere",
                work.openCase("Elders", other),
                "Elders kijken",
                "participation-office",
                TestClock.START.plus(Duration.ofDays(1)));
        context.getBean(People.class)
                .add(
                        new NewPerson(
                                "collega",
                                "Medewerker twee",
                                "p@hasselt.example",
                                "",
                                PASSWORD,
                                Set.of(GroupId.of("participation-office"))),
                        Actor.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE"})
    void aMorning(String screen) {
        morning(browse(Screen.valueOf(screen)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE"})
    void aMorningWithoutJavaScript(String screen) {
        morning(browseWithoutScript(Screen.valueOf(screen)));
    }

    private void morning(Page page) {
        signIn(page, "participation-office");
        page.navigate("/werk");
        assertThat(rows(page)).hasCount(5);

        link(page, "Filters").press("Enter");
        page.selectOption("#area", runkst.toString());
        send(page, "Toon");
        assertFits(page);
        assertThat(rows(page)).hasCount(4);

        link(page, "Weergaven bewaren").press("Enter");
        page.fill("#name", "Runkst");
        page.getByLabel("Begin hiermee als ik Werk open").press("Space");
        send(page, "Bewaar");
        page.navigate("/werk");
        assertThat(page.locator(".side [aria-current]")).containsText("Runkst");
        assertThat(rows(page)).hasCount(4);

        choose(page, 0, 1);
        send(page, "Neem");
        assertThat(page.locator("section[aria-labelledby=results]")).containsText("2 van 2 taken gelukt");
        assertFits(page);

        choose(page, 2);
        send(page, "Geef door");
        page.getByLabel("Medewerker twee").press("Space");
        page.fill("#reason", "U kent deze raad.");
        assertFits(page);
        page.locator("main form button[type=submit]").press("Enter");
        assertThat(page.locator(".flash")).containsText("De taak is doorgegeven.");

        choose(page, 3);
        send(page, "Plan");
        page.getByLabel("Hoog").press("Space");
        assertFits(page);
        send(page, "Bewaar");
        assertThat(page.locator(".flash")).containsText("De planning is bewaard.");

        rows(page).nth(0).locator("[data-open]").press("Enter");
        page.fill("#note", "In orde");
        send(page, "Verstuur en open de volgende taak");
        assertThat(page.locator(".flash")).containsText("Klaar: Nakijken");
        page.fill("#note", "Ook in orde");
        send(page, "Klaar, verstuur");

        assertThat(page.locator(".chips")).containsText("Gebied: Runkst");
        assertThat(rows(page)).hasCount(2);
        assertFits(page);
    }

    private static void send(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    private static Locator rows(Page page) {
        return page.locator("[data-row]");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void choose(Page page, int... rows) {
        for (var row : rows) {
            page.locator("[data-choose]").nth(row).press("Space");
        }
    }
}
