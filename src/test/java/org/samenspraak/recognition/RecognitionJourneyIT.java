package org.samenspraak.recognition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.ReminderRound;
import org.samenspraak.deadlines.ReminderSchedule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class RecognitionJourneyIT extends RecognisedCouncil {

    @Autowired
    private ApplicationContext context;

    @Test
    void recognisesACouncilFromAPhoneToTheRegister() {
        walkToTheRegister();
    }

    @Test
    @Tag("full")
    void recognisesACouncilWithoutJavaScript() {
        switchScriptOff();

        walkToTheRegister();
    }

    private void walkToTheRegister() {
        var office = official("participation-office");
        var number = recognise(office);
        standsInTheRegister(office);
        hasTheLetter(office, number);
    }

    private void standsInTheRegister(Page office) {
        office.navigate("/raden");
        good(office);
        var council = office.locator("main a").filter(new FilterOptions().setHasText("Wijkraad Runkst"));
        council.first().press("Enter");
        good(office);
        assertThat(office.locator("main")).containsText("An Peeters");
        var resident = screen(Screen.PHONE);
        resident.navigate("/publiek/raden");
        good(resident);
        resident.locator("main a")
                .filter(new FilterOptions().setHasText("Wijkraad Runkst"))
                .first()
                .press("Enter");
        good(resident);
        assertThat(resident.locator("main")).containsText("rkend");
    }

    private void hasTheLetter(Page office, String number) {
        office.navigate("/zaken/" + number);
        good(office);
        assertThat(office.locator("main")).containsText("Afgesloten: erkend");
        var letter = office.locator("a[href*=documenten]").filter(new FilterOptions().setHasText("erkend"));
        assertThat(download(office, letter.first()))
                .contains("Wijkraad Runkst", "2026_CBS_0042", "Bent u het niet eens met dit besluit?")
                .doesNotContain("null");
    }

    @Test
    @Tag("full")
    void fillsInATaskByKeyboardAlone() {
        apply();
        giveAreaView();
        var page = official("participation-office");
        take(page, "Aanvraag nakijken");

        tabTo(page, "[name=delimited]");
        page.keyboard().press("Space");
        tabTo(page, "[name=overlaps]");
        page.keyboard().press("ArrowUp");
        tabTo(page, "#complete");
        page.keyboard().press("Space");
        tabTo(page, "#form .utrecht-button--primary-action");
        page.keyboard().press("Enter");

        page.waitForURL(url -> url.contains("/werk?"));
        assertThat(page.locator(".flash")).containsText("Klaar: Aanvraag nakijken");
    }

    private static void tabTo(Page page, String selector) {
        for (int stop = 0; stop < 60; stop++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
        }
        throw new AssertionError("no way to " + selector + " with Tab");
    }

    @Test
    void setsAsideAnApplicationThatNobodySupplements() {
        var number = apply();
        giveAreaView();
        findIncomplete(official("participation-office"));
        var question = link(CHAIR);
        var before = subjects(CHAIR).size();

        remindersOn(LocalDate.of(2026, 9, 29));
        assertThat(subjects(CHAIR)).hasSize(before);
        remindersOn(LocalDate.of(2026, 9, 30));
        remindersOn(LocalDate.of(2026, 10, 1));
        remindersOn(LocalDate.of(2026, 10, 12));
        assertThat(subjects(CHAIR).subList(before, before + 2))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Herinnering, tegen"),
                        second -> assertThat(second).startsWith("Bijna te laat, tegen"));
        assertThat(subjects(CHAIR)).hasSize(before + 2);

        goTo(LocalDate.of(2026, 10, 15));
        var late = screen(Screen.PHONE);
        late.navigate(question);
        good(late);
        assertThat(late.locator("h1")).hasText("Dit staat niet meer open");

        var director = official("general-director");
        take(director, "Besluit buiten behandeling");
        check(director, "handling", "not-handled");
        fill(
                director,
                Map.of(
                        "reason", "Er kwam geen aanvulling.",
                        "decisionNumber", "2026_AD_7",
                        "decisionDate", "2026-10-15"));
        send(director);

        director.navigate("/zaken/" + number);
        good(director);
        assertThat(director.locator("main")).containsText("Afgesloten: buiten behandeling");
        var letter = director.locator("a[href*=documenten]").filter(new FilterOptions().setHasText("behandelen"));
        assertThat(download(director, letter.first()))
                .contains("Er kwam geen aanvulling.", "Bent u het niet eens met dit besluit?", "klacht indienen")
                .doesNotContain("null");
    }

    private void remindersOn(LocalDate day) {
        goTo(day);
        context.getBean(ReminderSchedule.class).giveDue();
        context.getBean(ReminderRound.class).queueDue();
        run();
    }
}
