package org.samenspraak.recognition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A question to a council on two phones: one draft, one answer, a receipt; or on paper, entered by the office. */
class QuestionJourneyIT extends JourneySteps {

    @Test
    void twoFillInOneDraftAndHoldTheReceipt() {
        walkTwo();
    }

    @Test
    @Tag("full")
    void twoFillInOneDraftAndHoldTheReceiptWithoutJavaScript() {
        switchScriptOff();

        walkTwo();
    }

    @Test
    void theOfficeEntersAnAnswerFromPaper() {
        walkPaper();
    }

    @Test
    @Tag("full")
    void theOfficeEntersAnAnswerFromPaperWithoutJavaScript() {
        switchScriptOff();

        walkPaper();
    }

    private void walkTwo() {
        askForMore();
        var an = question(CHAIR);
        var bert = question(SECRETARY);
        assertThat(download(bert, bert.getByText("Druk de vraag af (pdf)")))
                .contains("Wijkraad Runkst", "Wat ontbreekt er nog?", "Handtekening");
        keep(an);

        bert.navigate(link(SECRETARY) + "?alles");
        good(bert);
        assertThat(bert.locator("main")).containsText("An Peeters, voorzitter is hier nu ook bezig");
        assertThat(bert.locator("#boundaries")).hasValue("Tussen de ring en het spoor.");
        bert.fill("#note", "De statuten zitten erbij.");
        upload(bert, "statutes", "statuten.pdf");
        answer(bert);

        // what comes next is known once the step is taken
        bert.reload();
        good(bert);
        assertThat(bert.locator("main")).containsText("Bert Claes, secretaris");
        assertThat(bert.locator("main")).containsText("Tussen de ring en het spoor.");
        assertThat(bert.locator("main")).containsText("Wij gaan nu verder met: Aanvraag nakijken.");
        assertThat(download(bert, bert.getByText("Bewaar het bewijs (pdf)")))
                .contains("Antwoord van Bert Claes, secretaris", "Tussen de ring en het spoor.", "statuten.pdf");
        an.navigate(link(CHAIR));
        good(an);
        assertThat(an.locator("main")).containsText("Bert Claes, secretaris");
        assertThat(subjects(CHAIR)).last().asString().startsWith("Ontvangen: ");
        assertThat(subjects(SECRETARY)).last().asString().startsWith("Ontvangen: ");
    }

    private void walkPaper() {
        var office = askForMore();
        var link = link(CHAIR);
        var task = jdbc.sql("select t.id_ from act_ru_task t where t.task_def_key_ = 'Task_Supplement'")
                .query(String.class)
                .single();
        office.navigate("/taken/" + task);
        good(office);
        assertThat(download(office, office.getByText("Druk de vraag af voor de raad (pdf)")))
                .contains("Handtekening");
        check(office, "_paper.channel", "paper");
        fill(office, Map.of("_paper.from", "An Peeters, voorzitter", "_paper.on", "2026-09-14"));
        upload(office, "_paper.scan", "antwoord.pdf");
        upload(office, "statutes", "statuten.pdf");
        press(office, "Klaar, verstuur");
        office.waitForURL("**/zaken/*");
        good(office);
        assertThat(office.locator("main")).containsText("Antwoord op papier ingevoerd");
        assertThat(office.locator("main")).containsText("Ontvangstbewijs");
        run();

        var phone = screen(Screen.PHONE);
        phone.navigate(link);
        good(phone);
        assertThat(phone.locator("main")).containsText("Het antwoord kwam op papier binnen");
        assertThat(subjects(CHAIR)).last().asString().startsWith("Ontvangen: ");
    }

    /** Applies without statutes; the office asks for them. */
    private Page askForMore() {
        apply();
        giveAreaView();
        var office = official("participation-office");
        findIncomplete(office);
        return office;
    }

    private void keep(Page page) {
        if (hasScript()) {
            page.waitForResponse("**/concept", () -> page.fill("#boundaries", "Tussen de ring en het spoor."));
            assertThat(page.locator("#kept")).containsText("Bewaard op");
        } else {
            page.fill("#boundaries", "Tussen de ring en het spoor.");
            press(page, "Bewaar en ga later verder");
            page.waitForURL(Pattern.compile("bewaard"));
        }
    }
}
