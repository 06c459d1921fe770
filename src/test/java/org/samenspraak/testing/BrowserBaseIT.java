package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void findsWhatAxeFinds() {
        var page = browse(Screen.DESKTOP);
        page.setContent("<html lang=nl><title>x</title><main><h1>x</h1><img src='data:,'></main>");

        assertThatThrownBy(() -> assertGood(page)).hasMessageContaining("image-alt");
    }
}
