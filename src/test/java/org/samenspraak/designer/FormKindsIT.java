package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Every kind of field in all its states, in the preview, which uses the fragments that everybody gets. */
@Tag("full")
class FormKindsIT extends BrowserIT {

    /** What can be reached with Tab in the form, in the order of the page. */
    private static final String STOPS =
            """
            form => [...form.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(it => it.tabIndex >= 0 && !it.disabled && it.checkVisibility() && it.type !== 'hidden')
                .filter((it, at, all) => it.type !== 'radio' || all.findIndex(other => other.name === it.name) === at)
                .map(it => it.id || it.value || it.getAttribute('aria-label') || it.textContent)
            """;

    private static final String FOCUSED =
            """
            () => { const it = document.activeElement;
                return it.id || it.value || it.getAttribute('aria-label') || it.textContent }
            """;

    /** What sticks out of the page, except in what scrolls by itself. */
    private static final String TOO_WIDE =
            """
            [...document.querySelectorAll('body *')]
                .filter(it => it.getBoundingClientRect().right > innerWidth + 1 && it.checkVisibility())
                .filter(it => !it.closest('.top, .table-box, .visually-hidden'))
                .map(it => it.outerHTML.slice(0, 200))
            """;

    @Autowired
    private Areas areas;

    private enum State {
        EMPTY,
        SAMPLE,
        FAULTS,
        READ_ONLY,
        DISABLED,
        SENT
    }

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

    @Test
    void tabGoesInTheOrderOfThePage() throws IOException {
        var page = designer(browse(Screen.DESKTOP));
        show(page, State.EMPTY);
        @SuppressWarnings("unchecked")
        var stops = (List<String>) page.locator("#form > .card").first().evaluate(STOPS);

        page.locator("#form > .card a").first().focus();
        for (int at = 1; at < stops.size(); at++) {
            var top = top(page);
            tab(page);
            assertThat(page.evaluate(FOCUSED)).as("after " + stops.get(at - 1)).isEqualTo(stops.get(at));
            assertThat(bottom(page)).as(stops.get(at) + " is not above").isGreaterThan(top);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKeyboardIsEnough(boolean script) throws IOException {
        var page = designer(script ? browse(Screen.PHONE) : browseWithoutScript(Screen.PHONE));
        show(page, State.EMPTY);

        type(page, "name", "Wijkraad Runkst");
        type(page, "email", "raad@example.org");
        type(page, "account", "BE68539007547034");
        type(page, "plan", "Een moestuin");
        type(page, "members", "12");
        type(page, "budget", "1250,50");
        press(page, "day", "ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp");
        press(page, "hour", "ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp");
        press(page, "moment", "ArrowUp");
        for (int part = 1; part < 6; part++) {
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowUp");
        }
        press(page, "agree", "Space");
        press(page, "days", "Space");
        press(page, "place", "Space", "ArrowDown");
        press(page, "language", "ArrowDown", "Enter");
        press(page, "themes", "Space");
        focus(page, "statutes");
        type(page, "board[0].role", "Voorzitter");
        press(page, "board", "Enter");
        assertThat(page.locator("[id='board[1].role']")).isVisible();
        type(page, "board[1].role", "Secretaris");
        press(page, "board[1]", "Enter");
        assertThat(page.locator("[id='board[1].role']")).hasCount(0);
        press(page, "Verstuur de aanvraag", "Enter");

        assertThat(page.locator(".facts").first()).containsText("Wijkraad Runkst");
        assertThat(page.locator("main")).containsText("School");
        assertFits(page);
    }

    private Page designer(Page page) {
        page.setDefaultTimeout(60_000);
        areas.add("Runkst", null, Actor.SYSTEM);
        signIn(page, "process-designer");
        page.navigate("/ontwerp/formulieren/every-kind");
        return page;
    }

    private static void show(Page page, State state) throws IOException {
        page.navigate("/ontwerp/formulieren/every-kind");
        switch (state) {
            case EMPTY -> {
                page.locator("[name='preview:data']").fill("{}");
                // no click: without JavaScript a page may draw no frames while Playwright waits for it to stand still
                page.locator("[name='preview:show']").first().press("Enter");
            }
            case SAMPLE -> {}
            case FAULTS -> page.locator("[name='preview:faults']").click();
            case READ_ONLY, DISABLED -> {
                var fixed = state == State.DISABLED ? "disabled" : "readonly";
                var schema = schema().replaceAll(", \"(readonly|disabled)\": true", "");
                page.locator("[name='preview:schema']")
                        .fill(schema.replaceAll("\"key\": \"(?!role|mail|votes|on)", "\"" + fixed + "\": true, $0"));
                page.locator("[name='preview:show']").first().click();
            }
            case SENT ->
                page.locator("#form .card button[type=submit]:not(.visually-hidden):not([name])")
                        .click();
        }
        assertThat(page.locator(".card pre").count() > 0).as(state + " sent").isEqualTo(state == State.SENT);
    }

    private static String schema() throws IOException {
        return new ClassPathResource("forms/every-kind.form").getContentAsString(StandardCharsets.UTF_8);
    }

    /** The parts of a date are one stop here. */
    private static void tab(Page page) {
        var before = page.evaluateHandle("document.activeElement");
        do {
            page.keyboard().press("Tab");
        } while ((Boolean) page.evaluate("it => document.activeElement === it", before));
    }

    private static double top(Page page) {
        return edge(page, "top");
    }

    private static double bottom(Page page) {
        return edge(page, "bottom");
    }

    /** Of what has the focus, on the page: it scrolls along. */
    private static double edge(Page page, String side) {
        var edge = page.locator(":focus").evaluate("(it, side) => it.getBoundingClientRect()[side] + scrollY", side);
        return ((Number) edge).doubleValue();
    }

    private static void focus(Page page, String stop) {
        for (int at = 0; at < 90 && !stop.equals(page.evaluate(FOCUSED)); at++) {
            tab(page);
        }
        assertThat(page.evaluate(FOCUSED)).isEqualTo(stop);
    }

    private static void type(Page page, String stop, String text) {
        focus(page, stop);
        page.keyboard().type(text);
    }

    private static void press(Page page, String stop, String... keys) {
        focus(page, stop);
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }
}
