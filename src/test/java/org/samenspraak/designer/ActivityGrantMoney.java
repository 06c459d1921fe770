package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.samenspraak.kernel.CouncilId;

/** What the finance department does for the grant for an activity, on its own pages: always two people, and the bank behind them. */
abstract class ActivityGrantMoney extends ActivityGrantDrawing {

    /** A budget of 20,000 euro, proposed by one and booked by another. */
    void allot(Page one, Page other, String name, Map<String, String> typed) {
        one.navigate("/geld");
        typed.forEach((field, value) -> one.fill("#" + field, value));
        press(one, "Budget voorstellen");
        one.waitForURL("**/geld");
        other.navigate("/geld");
        follow(other, name);
        press(other, "Keur goed en boek");
        assertThat(other.locator("main")).containsText("20.000,00");
    }

    /** The account of a council, entered by one and confirmed by another. */
    void account(Page one, Page other, CouncilId council, String iban, String holder) {
        var page = "/geld/raden/" + council;
        one.navigate(page);
        one.fill("#iban", iban);
        one.fill("#holder", holder);
        press(one, "Voer in");
        assertThat(one.locator("main")).containsText(holder);
        other.navigate(page);
        press(other, "Bevestig dit rekeningnummer");
        assertThat(other.locator("main .chip--good")).isVisible();
    }

    /** What a case waits for goes to the bank, and is paid. */
    void pay(Page one, Page other, String number) {
        one.navigate("/geld/betalingen");
        one.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(number))
                .locator("[name=payment]")
                .check();
        press(one, "Maak een betaalopdracht");
        one.waitForURL("**/geld/opdrachten/*");
        other.navigate(one.url());
        press(other, "Keur goed");
        var file = other.waitForDownload(() -> press(other, "Haal het bestand voor de bank op"));
        assertThat(read(file.path())).contains("<InstdAmt Ccy=\"EUR\">1200.00</InstdAmt>", "BE68539007547034");
        other.reload();
        press(other, "Alles is betaald");
        assertThat(other.locator(".flash")).isVisible();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
