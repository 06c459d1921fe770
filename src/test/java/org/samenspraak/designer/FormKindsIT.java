package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of field in all its states. */
@Tag("full")
class FormKindsIT extends FormPreview {

    /** What sticks out of the page, except in what scrolls by itself. */
    private static final String TOO_WIDE =
            """
            [...document.querySelectorAll('body *')]
                .filter(it => it.getBoundingClientRect().right > innerWidth + 1 && it.checkVisibility())
                .filter(it => !it.closest('.top, .table-box, .visually-hidden'))
                .map(it => it.outerHTML.slice(0, 200))
            """;

    @ParameterizedTest
    @CsvSource({"DESKTOP,nl", "DESKTOP,en", "PHONE,nl", "PHONE,en", "NARROW,nl", "NARROW,en"})
    void everyStateHasNothingThatAxeFindsAndFits(Screen screen, String language) throws IOException {
        var page = designer(browse(screen, language));

        for (var state : State.values()) {
            show(page, state);
            assertGood(page);
            assertThat(page.locator("h1")).hasText(language.equals("en") ? "Every kind of field" : "Elke soort veld");
        }
    }

    @Test
    void everyStateFitsAtFourHundredPercent() throws IOException {
        var page = designer(browse(Screen.NARROW));

        for (var state : State.values()) {
            show(page, state);
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            assertThat(page.evaluate(TOO_WIDE)).as(state + " is too wide").isEqualTo(List.of());
        }
    }

    @Test
    void choicesAndMistakesAreSeenInForcedColours() throws IOException {
        var page = designer(browse(Screen.PHONE));
        page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

        for (var state : State.values()) {
            show(page, state);
            assertGood(page);
        }
        show(page, State.SAMPLE);
        for (var name : List.of("days", "place")) {
            var choices = page.locator("input[name=" + name + "]");
            assertThat(choices.first().isChecked()).isTrue();
            assertThat(Arrays.equals(
                            choices.first().screenshot(), choices.nth(1).screenshot()))
                    .as(name + ": what is chosen looks like what isn't")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyMistakeIsToldWithItsControlAndLeadsThere(boolean script) throws IOException {
        var page = designer(script ? browse(Screen.PHONE) : browseWithoutScript(Screen.PHONE));

        show(page, State.FAULTS);

        assertFits(page);
        assertThat(page.locator(".error-summary")).isFocused();
        var links = page.locator(".error-summary a").all();
        assertThat(links).hasSizeGreaterThan(20);
        for (var link : links) {
            var path = link.getAttribute("href").substring(1);
            link.focus();
            page.keyboard().press("Enter");
            var control = page.locator("[id='" + path + "']");
            assertThat(control).isFocused();
            var told = control.locator("xpath=ancestor-or-self::*[@aria-describedby][1]");
            assertThat(told.getAttribute("aria-describedby").split(" "))
                    .as(path)
                    .contains(path + "-error");
            assertThat(page.locator("[id='" + path + "-error']")).containsText("fout");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 1024, 768, 360})
    void columnsAreWideEnoughForTheirWords(int width) {
        var page = designer(browse(Screen.DESKTOP));
        page.setViewportSize(width, 900);
        var narrow = IntStream.range(0, 8).mapToObj(it -> column("n" + it, "checkbox", "narrow", 2));
        var halves = IntStream.range(0, 2).mapToObj(it -> column("h" + it, "textfield", "halves", 8));
        page.locator("[name='preview:schema']")
                .fill("{\"type\":\"default\",\"id\":\"x\",\"components\":["
                        + Stream.concat(narrow, halves).collect(Collectors.joining(",")) + "]}");
        page.locator("[name='preview:show']").first().click();
        awaitWhole(page);

        for (var column : page.locator(".cols > *").all()) {
            assertThat(column.boundingBox().width).isGreaterThanOrEqualTo(160.0);
        }
        var left = page.locator("#h0").boundingBox();
        var right = page.locator("#h1").boundingBox();
        assertThat(left.y == right.y).isEqualTo(width > 640);
        assertThat(left.width).isEqualTo(right.width, Assertions.within(1.0));
        assertFits(page);
    }

    private static String column(String key, String type, String row, int columns) {
        return """
                {"type":"%s","id":"%s","key":"%2$s","label":"Ik ken de toekenningsvoorwaarden","layout":{"row":"%s","columns":%d}}"""
                .formatted(type, key, row, columns);
    }

    @Test
    void saysAtOnceThatAFileIsTooLarge() throws IOException {
        var page = designer(browse(Screen.PHONE));
        show(page, State.EMPTY);

        page.locator("#statutes").setInputFiles(file(10 * 1024 * 1024 + 1));
        assertThat(page.locator("[data-large=statutes]")).containsText("Kies er een van hoogstens 10 MB");
        assertThat(page.locator("[data-large=statutes]")).isVisible();
        assertThat(page.locator("#statutes")).hasValue("");

        page.locator("#statutes").setInputFiles(file(10));
        assertThat(page.locator("[data-large=statutes]")).isHidden();
        assertThat(page.locator("#statutes")).hasValue(Pattern.compile(".*a[.]pdf"));
    }

    private static FilePayload file(int bytes) {
        return new FilePayload("a.pdf", "application/pdf", new byte[bytes]);
    }

    @Test
    void everyRequiredQuestionSaysSo() throws IOException {
        var page = designer(browse(Screen.PHONE));

        show(page, State.EMPTY);

        var required = page.locator("#form :is(label, legend)", new Page.LocatorOptions().setHasText("(verplicht)"));
        assertThat(required).hasCount(schema().split("\"required\": true", -1).length - 1);
        for (var control : page.locator("[aria-required=true]").all()) {
            assertThat(control).hasAccessibleName(Pattern.compile(".*\\(verplicht\\)"));
        }
    }
}
