package org.samenspraak.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator looks after the outbox. */
class MessagesBrowserIT extends BrowserIT {

    @Autowired
    private Outbox outbox;

    @BeforeEach
    void queueSome() {
        IntStream.range(0, 3).forEach(n -> outbox.queue(mail(n, "lid" + n + "@raad.example")));
        outbox.queue(mail(9, "geen adres"));
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, nl", "PHONE, nl", "NARROW, en"})
    void everyPageIsAccessibleAndFits(String screen, String language) {
        jdbc.sql("update correspondence_message set problem = 'certificate' where state = 'WAITING'")
                .update();
        var page = browse(Screen.valueOf(screen), language);
        signIn(page, "administrator");

        visit(page, "/beheer/berichten");
        visit(page, "/beheer/berichten?state=FAILED");
        visit(page, "/beheer/berichten?number=2026-REC-0000&to=niemand");
        page.navigate("/beheer/berichten?state=FAILED");
        page.locator("tbody a").first().click();
        assertGood(page);
    }

    @Test
    void withdrawsWhatIsChosenWithoutScript() {
        var page = browseWithoutScript(Screen.PHONE);
        signIn(page, "administrator");
        page.navigate("/beheer/berichten");
        var boxes = page.locator("input[name=mail]");
        boxes.nth(0).press("Space");
        boxes.nth(1).press("Space");

        press(page, "Trek de gekozen berichten in");

        assertThat(page.locator("#main")).containsText("Is ingetrokken.");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertFits(page);
    }

    private static Mail mail(int number, String to) {
        return new Mail(
                null,
                null,
                to,
                "Voorzitter wijkraad Runkst",
                "Vraag " + number,
                "tekst",
                "<p>tekst</p>",
                null,
                List.of());
    }
}
