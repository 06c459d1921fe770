package org.samenspraak.agenda;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** It is Monday 14 September 2026. */
class AgendaBrowserIT extends BrowserIT {

    @Autowired
    private Areas areas;

    @Autowired
    private Meetings meetings;

    @Autowired
    private CalendarChanges closingDays;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void fillAMonth() {
        var office = new AgendaFixture(context);
        var runkst = areas.add("Runkst", null, Actor.SYSTEM);
        var file = office.openCase("Erkenning", office.council("Dorpsraad Sint-Lambrechts-Herk", runkst), runkst);
        meetings.add("college", List.of(LocalDate.of(2026, 9, 17), LocalDate.of(2026, 9, 24)), Actor.SYSTEM);
        closingDays.add(LocalDate.of(2026, 9, 25), "Dag van de medewerkers", Actor.SYSTEM);
        office.terms(file, 60);
        office.task("a", file, "Aanvraag op volledigheid nakijken", "legal", TestClock.START.minus(Duration.ofDays(3)));
        office.task("b", file, "Besluit nemen", "legal", TestClock.START.plus(Duration.ofDays(3)));
        office.task("c", file, "Verklaring ondertekenen", "legal", TestClock.START.plus(Duration.ofDays(12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE", "NARROW"})
    void isAccessibleAndFits(String screen) {
        var page = browse(Screen.valueOf(screen));
        signIn(page, "participation-office", "legal");

        visit(page, "/agenda");
        visit(page, "/agenda?toon=lijst&wie=groepen");
        visit(page, "/agenda?dag=2026-09-17");
        visit(page, "/agenda?maand=2027-03");
        visit(page, "/agenda/koppelen");
        press(page, "Maak een adres");
        assertThat(page.locator("#address")).hasValue(Pattern.compile(".*/agenda/feed/.*"));
        assertGood(page);
        visit(page, "/agenda?lang=en");
        visit(page, "/agenda/koppelen");
    }

    @Test
    void isAListByDayOnAPhoneAndAGridOnADesk() {
        assertThat(shown("DESKTOP")).isEqualTo("table-cell");
        assertThat(shown("PHONE")).isEqualTo("block");
    }

    @Test
    void worksWithoutJavaScript() {
        var page = browseWithoutScript(Screen.PHONE);
        signIn(page, "participation-office", "legal");
        page.navigate("/agenda");

        page.selectOption("#wie", "groepen");
        press(page, "Toon");
        assertThat(page.locator("main table")).not().containsText("Einde termijn");
        page.locator("a[rel=next]").press("Enter");
        assertThat(page.locator("h1")).containsText("oktober 2026");
        assertThat(page.locator("#wie")).hasValue("groepen");
        page.navigate("/agenda/koppelen");
        press(page, "Maak een adres");
        page.locator("form[action$=intrekken] button").press("Enter");
        assertThat(page.locator(".flash")).containsText("ingetrokken");
    }

    private String shown(String screen) {
        Page page = browse(Screen.valueOf(screen));
        signIn(page, "legal");
        page.navigate("/agenda");
        return String.valueOf(page.locator("td.agenda-today").evaluate("it => getComputedStyle(it).display"));
    }
}
