package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

class BrowserBaseIT extends BrowserIT {

    @Test
    void opensTheFirstPageOnEveryScreen() {
        for (var screen : Screen.values()) {
            visit(browse(screen), "/");
        }
    }

    @Test
    void signsInWithoutJavaScriptToo() {
        var page = browseWithoutScript(Screen.PHONE);

        signIn(page, "participation-office");

        assertFits(page);
        assertThat(page.locator("main h1").count()).isOne();
    }

    @Test
    void signsOutByKeyboardWithoutJavaScript() {
        var page = browseWithoutScript(Screen.PHONE);
        signIn(page, "participation-office");

        page.locator(".top__menu summary").focus();
        page.keyboard().press("Enter");
        assertFits(page);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        PlaywrightAssertions.assertThat(page.locator(".top__menu")).hasCount(0);
    }

    @Test
    void opensTheMenuOfAPerson() {
        var page = browse(Screen.NARROW);
        signIn(page, "participation-office");

        page.locator(".top__menu summary").click();
        assertGood(page);
        page.keyboard().press("Escape");

        assertThat(page.locator(".top__menu a").isVisible()).isFalse();
    }

    @Test
    void findsWhatAxeFinds() {
        var page = browse(Screen.DESKTOP);
        page.setContent("<html lang=nl><title>x</title><main><h1>x</h1><img src='data:,'></main>");

        assertThatThrownBy(() -> assertGood(page)).hasMessageContaining("image-alt");
    }
}
