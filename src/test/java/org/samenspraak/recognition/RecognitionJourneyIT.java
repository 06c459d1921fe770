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

class RecognitionJourneyIT extends JourneySteps {

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
        var number = apply();
        giveAreaView();
        var office = official("participation-office");
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
        standsInTheRegister(office);
        hasTheLetter(office, number);
    }

    private void supplement() {
        assertThat(asked(CHAIR)).contains("De statuten ontbreken.");
        var page = question(SECRETARY);
        assertThat(page.locator("main")).containsText("De statuten ontbreken.");
        assertThat(page.locator("#name")).hasValue("Wijkraad Runkst");
        upload(page, "statutes", "statuten.pdf");
        answer(page);
    }

    private void findComplete(Page office) {
        take(office, "Aanvraag nakijken");
        check(office, "delimited", "yes");
        check(office, "overlaps", "no");
        check(office, "complete", "true");
        send(office);
    }

    /** Two members and no treasurer, who handles the money. */
    private void mend() {
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

    private void advise(Page office) {
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

    private void grant() {
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

    private void sign(String address, String name) {
        var page = question(address);
        var statement = download(page, page.locator("main a[href$=document]"));
        assertThat(statement).contains("Wijkraad Runkst").doesNotContain("null");
        check(page, "agrees", "true");
        assertThat(page.locator("[id=signedAs]").inputValue()).isEqualTo(name);
        answer(page);
    }

    private void signForTheCity(String role, String task) {
        var page = official(role);
        take(page, task);
        check(page, "agrees", "true");
        fill(page, Map.of("signedAs", "Namens de stad"));
        send(page);
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
