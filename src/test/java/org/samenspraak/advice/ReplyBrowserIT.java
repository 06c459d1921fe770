package org.samenspraak.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of replies in a real browser, also small and without scripts. */
class ReplyBrowserIT extends ReplyScenario {

    private static final String FIRST = "Breder fietspad";

    private UUID one = UUID.randomUUID();
    private UUID two = UUID.randomUUID();

    @BeforeEach
    void points() throws Exception {
        one = point(youth, 1, "Fiets", FIRST);
        two = point(seniors, 1, "Fiets", "Fietspad verbreden");
        point(seniors, 2, "Toegankelijkheidsvoorzieningen", "Langer groen licht. ".repeat(20));
        jdbc.sql(
                        "update advice_given set late = true, minority = 'Drie leden zijn tegen.', not_legal = true where case_id = ?")
                .param(youth)
                .update();
        open(OFFICE)
                .type(two, "passed-on", "Groen beslist.", "", "department-green", "2026-10-01")
                .send();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,nl", "PHONE,nl", "NARROW,en"})
    void isAccessibleAndFits(String screen, String language, @TempDir Path folder) throws Exception {
        var page = browse(Screen.valueOf(screen), language);
        signIn(page, "department-mobility");
        page.navigate(url(""));
        assertGood(page);
        page.locator("#outcome-" + one).selectOption("passed-on");
        assertThat(page.locator("#to-" + one).isVisible()).isTrue();
        assertThat(page.locator("#place-" + one).isVisible()).isFalse();
        assertThat(page.locator("#title").inputValue()).isEmpty();
        page.locator("button[name=all]").click();
        assertGood(page);
        page.navigate(url(""));
        page.locator("input[name=pick]").first().check();
        page.locator("input[name=pick]").nth(1).check();
        page.locator("#title").fill("Fietspaden");
        page.locator("button[name=group]").click();
        assertGood(page);
        page.navigate(url("?q=niets"));
        assertGood(page);
        readInAChangedFile(page, folder);
        page = browse(Screen.valueOf(screen), language);
        signIn(page, "alderman");
        page.navigate(url(""));
        assertGood(page);
    }

    private void readInAChangedFile(Page page, Path folder) throws Exception {
        page.navigate(url("/inlezen"));
        assertGood(page);
        var units = all();
        var rows = List.of(
                row(2, units.get(0).key(), "noted", units.get(0).mark()),
                row(3, units.get(1).key(), "noted", "7.x"),
                row(4, UUID.randomUUID(), "noted", "0.x"));
        jdbc.sql(
                        "insert into advice_sheet (case_id, person, at, rows) select ?, id, now(), cast(? as jsonb) from identity_person")
                .params(request.value(), new ObjectMapper().writeValueAsString(rows))
                .update();
        page.navigate(url("/inlezen"));
        assertGood(page);
        var wrong = Files.writeString(folder.resolve("antwoorden.xlsx"), "geen werkmap");
        page.locator("#file").setInputFiles(wrong);
        page.locator("form[enctype] button").click();
        assertGood(page);
    }

    private static ReplySheets.Row row(int line, UUID key, String outcome, String mark) {
        return new ReplySheets.Row(line, false, new TypedReply(key, mark, outcome, "Uit het bestand.", "", "", ""));
    }

    @Test
    void losesNothingOfTwoPeopleAtOnce() {
        var first = opened();
        var second = opened();
        type(first, one, "noted", "Wij houden het bij.");
        type(second, one, "not", "Daar is geen plaats.");
        type(second, two, "noted", "Groen weet het.");

        press(first, "Bewaar alles op deze pagina");
        assertThat(first.locator(".flash")).isVisible();
        press(second, "Bewaar alles op deze pagina");

        var clash = second.locator("#r-" + one);
        assertThat(clash.locator(".notice--late")).containsText("Wij houden het bij.");
        assertThat(clash.locator("textarea")).hasValue("Daar is geen plaats.");
        assertGood(second);
        assertThat(unit(one).reply().reason()).isEqualTo("Wij houden het bij.");
        assertThat(unit(two).reply().reason()).isEqualTo("Groen weet het.");

        press(second, "Bewaar alles op deze pagina");
        assertThat(second.locator(".flash")).isVisible();
        assertThat(unit(one).reply().reason()).isEqualTo("Daar is geen plaats.");
    }

    private Page opened() {
        var page = browse(Screen.DESKTOP);
        signIn(page, "department-mobility");
        visit(page, url(""));
        return page;
    }

    private static void type(Page page, UUID point, String outcome, String reason) {
        page.selectOption("#outcome-" + point, outcome);
        page.fill("#reason-" + point, reason);
    }

    @Test
    void worksWithoutJavaScript() throws Exception {
        var page = browseWithoutScript(Screen.PHONE);
        signIn(page, "department-mobility");
        page.navigate(url(""));
        page.locator("#outcome-" + one).selectOption("noted");
        page.locator("#reason-" + one).fill("Wij houden het bij.");
        page.locator("#r-" + one + " button[name=one]").press("Enter");
        assertFits(page);

        assertThat(unit(one).reply().reason()).isEqualTo("Wij houden het bij.");
    }
}
