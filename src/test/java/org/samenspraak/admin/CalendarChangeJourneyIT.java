package org.samenspraak.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator closes the town hall, sees which cases move, and moves them in one go. */
class CalendarChangeJourneyIT extends BrowserIT {

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void movesThirtyCases(boolean script) {
        var all = open(30);
        var page = script ? browse(Screen.DESKTOP) : browseWithoutScript(Screen.PHONE);
        signIn(page, "administrator");
        fill(page, "2026-10-14", "2026-10-16");
        assertThat(page.locator("#main")).containsText("30 termijnen schuiven op");
        assertThat(page.locator("tbody tr")).hasCount(30);
        assertThat(page.locator("tbody tr").first()).containsText("19 oktober 2026");

        // somebody opens a case that moves as well
        var late = open(1).get(0);
        press(page, "Bewaren");
        assertThat(page.locator("#main")).containsText("Ondertussen is er iets gewijzigd");
        assertThat(page.locator("tbody tr")).hasCount(31);
        assertFits(page);
        press(page, "Bewaren");
        assertThat(page.locator(".flash")).containsText("31 termijnen schoven op");
        assertThat(page.locator("#main")).containsText("wo 14 oktober 2026 tot en met vr 16 oktober 2026");
        assertFits(page);

        for (var caseId : List.of(all.get(0), all.get(29), late)) {
            assertThatItMoved(caseId);
        }
        var office = browse(Screen.DESKTOP);
        signIn(office, "participation-office");
        visit(office, "/zaken/" + cases.get(all.get(17)).number());
        assertThat(office.locator("#main"))
                .containsText("van 14 oktober 2026 tot en met 16 oktober 2026 werden sluitingsdagen (Verbouwing):"
                        + " het einde schuift op naar 19 oktober 2026");
    }

    @Test
    void showsAPeriodThatDoesNotCountInEnglish() {
        var page = browse(Screen.PHONE, "en");
        signIn(page, "administrator");
        visit(page, "/beheer/sluitingsdagen");
        page.locator("input[name=kind][value=PAUSE]").check();
        page.fill("#day", "2027-07-11");
        page.fill("#until", "2027-08-15");
        page.fill("#name", "summer recess");
        press(page, "See what moves");
        assertGood(page);
        press(page, "Save");
        assertThat(page.locator("#main")).containsText("summer recess");
        assertGood(page);
        page.locator("main li a:has-text('Remove')").click();
        assertThat(page.locator("#main")).containsText("counts again for the terms that");
        press(page, "Save");
        assertThat(page.locator("#main")).containsText("No periods are coming");
    }

    private void fill(Page page, String from, String until) {
        page.navigate("/beheer/sluitingsdagen");
        assertFits(page);
        page.fill("#day", from);
        page.fill("#until", until);
        page.fill("#name", "Verbouwing");
        press(page, "Gevolgen bekijken");
        assertFits(page);
    }

    private void assertThatItMoved(CaseId caseId) {
        org.assertj.core.api.Assertions.assertThat(
                        clocks.find(caseId, "supplement", null).orElseThrow().lastDay())
                .isEqualTo(LocalDate.of(2026, 10, 19));
    }

    private List<CaseId> open(int count) {
        var opened = new ArrayList<CaseId>();
        for (int i = 1; i <= count; i++) {
            var caseId = cases.open(new OpenCase(
                    CaseId.create(),
                    "recognition",
                    "REC",
                    "Wijkraad " + i,
                    null,
                    null,
                    LocalDate.of(2026, 9, 14),
                    false,
                    Actor.SYSTEM));
            clocks.due(caseId, "supplement", null);
            opened.add(caseId);
        }
        return opened;
    }
}
