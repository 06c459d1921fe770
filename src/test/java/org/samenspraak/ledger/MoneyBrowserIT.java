package org.samenspraak.ledger;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.OTHER_IBAN;
import static org.samenspraak.ledger.LedgerFixture.euros;
import static org.samenspraak.ledger.LedgerFixture.grounds;

import com.microsoft.playwright.Page.LocatorOptions;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Finance at work, on a wide screen and on a phone. */
class MoneyBrowserIT extends BrowserIT {

    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE"})
    void isAccessibleAndFits(String screen) {
        var office = new LedgerFixture(context);
        var page = browse(Screen.valueOf(screen));
        signIn(page, "finance");
        visit(page, "/geld");
        visit(page, "/geld/betalingen");
        visit(page, "/geld/opdrachten");
        visit(page, "/geld/terug");

        office.budget(10_000);
        var paid = office.toPay("Bewonersplatform Sint-Lambrechts-Herk", 1_000);
        office.account(paid, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();
        office.settlements.paid(batch, office.line(batch).id(), BART);
        office.ledger.reclaim(euros(250), grounds(paid));
        var waiting = office.toPay("Wijkraad Runkst", 750);
        office.accounts.enter(Objects.requireNonNull(waiting.council()), OTHER_IBAN, "Wijkraad Runkst vzw", BART);

        visit(page, "/geld");
        page.fill("#purpose", "wijkbudget");
        page.fill("#amount", "niets");
        press(page, "Budget voorstellen");
        assertThat(page.locator("#amount")).hasAttribute("aria-invalid", "true");
        assertGood(page);
        visit(page, "/geld/budgetten/" + office.budget().id());
        visit(page, "/geld/betalingen");
        visit(page, "/geld/opdrachten");
        visit(page, "/geld/opdrachten/" + batch);
        visit(page, "/geld/terug");
        page.locator("summary", new LocatorOptions().setHasText("Geld ontvangen"))
                .click();
        assertGood(page);
        visit(page, "/geld/raden/" + waiting.council());
        visit(page, "/zaken/" + paid.number());
        visit(page, "/raden/" + paid.council() + "?only=money");
        visit(page, "/geld/opdrachten/" + batch + "?lang=en");
    }
}
