package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** The form with every kind of field, in the preview, which uses the fragments that everybody gets. */
abstract class FormPreview extends BrowserIT {

    @Autowired
    private Areas areas;

    enum State {
        EMPTY,
        SAMPLE,
        FAULTS,
        READ_ONLY,
        DISABLED,
        SENT
    }

    Page designer(Page page) {
        page.setDefaultTimeout(60_000);
        areas.add("Runkst", null, Actor.SYSTEM);
        signIn(page, "process-designer");
        page.navigate("/ontwerp/formulieren/every-kind");
        return page;
    }

    static void show(Page page, State state) throws IOException {
        page.navigate("/ontwerp/formulieren/every-kind");
        switch (state) {
            case EMPTY -> {
                page.locator("[name='preview:data']").fill("{}");
                // no click: without JavaScript a page may draw no frames while Playwright waits for it to stand still
                page.locator("[name='preview:show']").first().press("Enter");
            }
            case SAMPLE -> {}
            case FAULTS -> page.locator("[name='preview:faults']").press("Enter");
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
        awaitWhole(page);
        assertThat(page.locator(".card pre").count() > 0).as(state + " sent").isEqualTo(state == State.SENT);
    }

    static String schema() throws IOException {
        return new ClassPathResource("forms/every-kind.form").getContentAsString(StandardCharsets.UTF_8);
    }
}
