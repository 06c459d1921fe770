package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of field by keyboard alone. */
@Tag("full")
class FormKeyboardIT extends FormPreview {

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

    @Test
    void tabGoesInTheOrderOfThePage() throws IOException {
        var page = designer(browse(Screen.DESKTOP));
        show(page, State.EMPTY);
        var stops = (List<?>) page.locator("#form > .card").first().evaluate(STOPS);

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
        awaitWhole(page);
        type(page, "board[1].role", "Secretaris");
        press(page, "board[1]", "Enter");
        assertThat(page.locator("[id='board[1].role']")).hasCount(0);
        awaitWhole(page);
        press(page, "Verstuur de aanvraag", "Enter");

        assertThat(page.locator(".facts").first()).containsText("Wijkraad Runkst");
        assertThat(page.locator("main")).containsText("School");
        assertFits(page);
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
