package org.samenspraak.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

class OutBrowserIT extends OutScenario {

    @Autowired
    private Publishing publishing;

    private CaseId request = CaseId.create();

    @BeforeEach
    void publish() {
        request = request(
                "Heraanleg van het plein en het park aan de Runkstersteenweg", "mobility", "department-mobility");
        var one = given(request, youth, "advice", LAST.minusDays(2));
        var outcomes = Outcome.values();
        for (int at = 0; at < outcomes.length; at++) {
            point(request, one, at + 1, "Zet meer banken in de schaduw.", outcomes[at], "Daar is plaats voor.");
        }
        jdbc.sql("update advice_given set votes_for = 7, votes_against = 2, not_legal = true,"
                        + " minority = 'Wij willen geen banken.' where case_id = ?")
                .param(one.value())
                .update();
        point(request, given(request, elders, "advice", LAST.plusDays(4)), 1, "Denk aan de rollators.", null, "");
        decide(request);
        publishing.publish(request, Actor.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE", "NARROW"})
    void isAccessibleAndFits(String screen) {
        var page = browse(Screen.valueOf(screen));
        visit(page, "/publiek/adviezen");
        visit(page, "/publiek/adviezen?year=2020");
        visit(page, "/publiek/adviezen/" + number(request));
        signIn(page, "participation-office");
        visit(page, "/zaken/" + number(request));
        visit(page, "/zaken/" + number(request) + "/publicatie");
        for (var by : new String[] {"council", "domain", "asker"}) {
            visit(page, "/overzicht/adviezen?from=2026-01-01&by=" + by);
        }
        visit(page, "/overzicht/adviezen?from=2027-01-01");
        visit(page, "/overzicht/adviezen/lijst?by=council&from=2026-01-01&what=asked&of=" + youth);
        visit(page, "/overzicht/adviezen/lijst?by=council&from=2026-01-01&what=passed-on&of=" + youth);
        visit(page, "/overzicht/adviezen?lang=en");
        visit(page, "/publiek/adviezen/" + number(request));
    }

    @Test
    void worksWithoutJavaScript() {
        var page = browseWithoutScript(Screen.PHONE);
        signIn(page, "participation-office");
        page.navigate("/zaken/" + number(request));
        press(page, "Nota maken");
        assertThat(page.locator(".notice--good").first()).containsText("De nota staat als PDF");
        page.navigate("/zaken/" + number(request) + "/publicatie");
        page.locator("input[name=hide]").first().press(" ");
        page.locator("input[name=why]").first().press(" ");
        press(page, "Bewaren");
        assertThat(page.locator("input[name=hide]").first()).isChecked();
        page.fill("#reason", "Er staat een naam in");
        press(page, "Pagina weghalen");
        assertThat(page.locator("main")).containsText("Er staat een naam in");
        press(page, "Pagina terugzetten");
        assertThat(page.locator("main")).containsText("Openbaar sinds");
    }
}
