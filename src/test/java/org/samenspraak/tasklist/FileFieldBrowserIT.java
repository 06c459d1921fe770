package org.samenspraak.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files in a form: chosen, kept while something else is wrong, removed, sent, and saved from the dossier. */
class FileFieldBrowserIT extends BrowserIT {

    private static final String FORM =
            """
            {"type": "default", "id": "trial-form", "properties": {"title": "Proef", "title_en": "Trial"}, "components": [
              {"type": "textfield", "id": "a", "key": "note", "label": "Opmerking", "properties": {"label_en": "Note"},
               "validate": {"required": true}},
              {"type": "filepicker", "id": "b", "key": "files", "label": "Bestanden", "multiple": true,
               "properties": {"label_en": "Files"}, "validate": {"required": true}}
            ]}
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesSurviveMistakesUntilTheyAreSent(boolean script) throws Exception {
        var work = new WorkFixture(context);
        var file = work.startTrial(areas.add("Runkst", null, Actor.SYSTEM), FORM);
        var page = script ? browse(Screen.PHONE) : browseWithoutScript(Screen.PHONE);
        signIn(page, "participation-office");
        page.navigate("/taken/" + work.onlyTask(file));

        press(page, "Klaar, verstuur");
        assertThat(page.locator("#files-error")).hasText("Voeg een bestand toe.");
        choose(page, "eerste.txt", "tweede.txt");
        press(page, "Klaar, verstuur");

        assertThat(page.locator(".error-summary")).isFocused();
        assertThat(page.locator(".error-summary li")).hasCount(1);
        assertThat(page.locator("#form .linelist li")).hasCount(2);
        good(page, script);

        press(page, "Verwijder eerste.txt");
        assertThat(page.locator("#form .linelist li")).hasCount(1);
        choose(page, "derde.txt");
        press(page, "Voeg dit bestand nu al toe");
        assertThat(page.locator("#form .linelist")).containsText("derde.txt");
        page.fill("#note", "Klaar");
        press(page, "Klaar, verstuur");
        assertThat(page.locator(".flash")).containsText("Klaar: Nakijken");

        page.navigate("/zaken/" + file.number());
        assertThat(page.locator("main")).not().containsText("eerste.txt");
        assertThat(page.locator("main")).containsText("derde.txt");
        var saved = page.waitForDownload(
                () -> page.locator("a[href*='/documenten/']:text('tweede.txt')").click());
        assertThat(saved.suggestedFilename()).isEqualTo("tweede.txt");
        assertThat(Files.readString(saved.path())).isEqualTo("inhoud van tweede.txt");
    }

    private void good(Page page, boolean script) {
        if (script) {
            assertGood(page);
        } else {
            assertFits(page);
        }
    }

    private static void choose(Page page, String... names) {
        var files = new FilePayload[names.length];
        for (int at = 0; at < names.length; at++) {
            var content = ("inhoud van " + names[at]).getBytes(StandardCharsets.UTF_8);
            files[at] = new FilePayload(names[at], "text/plain", content);
        }
        page.locator("#files").setInputFiles(files);
    }
}
