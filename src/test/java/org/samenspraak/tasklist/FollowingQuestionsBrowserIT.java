package org.samenspraak.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Questions that follow from an answer come by themselves, and nothing that was typed goes. */
class FollowingQuestionsBrowserIT extends BrowserIT {

    private static final String FORM =
            """
            {"id": "trial-form", "type": "default", "schemaVersion": 18,
             "properties": {"title": "Nakijken", "title_en": "Check"}, "components": [
              {"type": "radio", "id": "Field_held", "key": "held", "label": "Vond het plaats?", "validate": {"required": true},
               "properties": {"label_en": "Was it held?"},
               "values": [{"label": "Ja", "value": "yes", "label_en": "Yes"}, {"label": "Nee", "value": "no", "label_en": "No"}]},
              {"type": "textarea", "id": "Field_why", "key": "why", "label": "Waarom niet?", "validate": {"required": true},
               "properties": {"label_en": "Why not?"}, "conditional": {"hide": "=held != \\"no\\""}},
              {"type": "textfield", "id": "Field_note", "key": "note", "label": "Nota", "properties": {"label_en": "Note"}},
              {"type": "filepicker", "id": "Field_proof", "key": "proof", "label": "Bewijs", "accept": ".pdf",
               "properties": {"label_en": "Proof"}}]}
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    private String task;

    @BeforeEach
    void startACase() {
        var work = new WorkFixture(context);
        task = "/taken/" + work.onlyTask(work.startTrial(areas.add("Runkst", null, Actor.SYSTEM), FORM));
    }

    @Test
    void comeAndGoWithTheAnswer() {
        var page = open();

        assertThat(page.locator("[name=_update]").first()).isHidden();
        page.locator("[name=held][value=no]").press("Space");
        assertThat(page.locator("#why")).isVisible();
        assertThat(page.locator("[name=held][value=no]")).isFocused();
        assertThat(page.locator("[name=held][value=no]")).isChecked();
        assertGood(page);

        page.locator("[name=held][value=yes]").press("Space");
        assertThat(page.locator("#why")).hasCount(0);
        assertThat(page.locator("[name=held][value=yes]")).isFocused();
    }

    @Test
    void keepWhatIsTypedAndChosenMeanwhile() {
        var page = open();
        page.setInputFiles("#proof", new FilePayload("foto.pdf", "application/pdf", new byte[] {'x'}));
        page.route("**" + task, route -> {
            page.locator("#note").pressSequentially("Getypt terwijl");
            route.resume();
        });

        page.locator("[name=held][value=no]").press("Space");

        assertThat(page.locator("#why")).isVisible();
        assertThat(page.locator("#note")).hasValue("Getypt terwijl");
        assertThat(page.locator("#note")).isFocused();
        page.keyboard().type(" het kwam");
        assertThat(page.locator("#note")).hasValue("Getypt terwijl het kwam");
        assertThat(page.locator("#proof")).hasJSProperty("value", "C:\\fakepath\\foto.pdf");
    }

    @Test
    void comeForAnAnswerGivenWhileAnotherIsBeingKept() {
        var page = open();
        var kept = new AtomicInteger();
        page.route("**" + task + "/concept", route -> {
            if (kept.incrementAndGet() == 1) {
                page.locator("[name=held][value=no]").press("Space");
            }
            route.resume();
        });

        page.locator("[name=held][value=yes]").press("Space");

        assertThat(page.locator("#why")).isVisible();
        assertThat(page.locator("[name=held][value=no]")).isChecked();
    }

    @Test
    void comeForAnAnswerKeptWhileTheFormIsOpenedAgainForAnother() {
        var page = open();
        var opened = new AtomicInteger();
        page.route("**" + task, route -> {
            var stale = opened.incrementAndGet() == 1 ? route.fetch() : null;
            if (stale == null) {
                route.resume();
                return;
            }
            page.waitForResponse(
                    "**/concept", () -> page.locator("[name=held][value=no]").press("Space"));
            route.fulfill(new Route.FulfillOptions().setResponse(stale));
        });

        page.locator("[name=held][value=yes]").press("Space");

        assertThat(page.locator("#why")).isVisible();
        assertThat(page.locator("[name=held][value=no]")).isChecked();
    }

    @Test
    void waitUntilAKeyIsLetGo() {
        var page = open();
        var opened = new AtomicInteger();
        page.route("**" + task, route -> {
            if (opened.incrementAndGet() == 1) {
                page.locator("[name=held][value=yes]").focus();
                page.keyboard().down("Space");
            }
            route.resume();
        });

        page.waitForResponse(
                "**" + task, () -> page.locator("[name=held][value=no]").press("Space"));
        page.evaluate("() => new Promise((done) => setTimeout(done))");
        page.keyboard().up("Space");

        assertThat(page.locator("[name=held][value=yes]")).isChecked();
    }

    @Test
    void leaveWhoIsAtAButtonThere() {
        var page = open();
        var button = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Klaar, verstuur").setExact(true));
        page.route("**" + task, route -> {
            button.focus();
            route.resume();
        });

        page.locator("[name=held][value=no]").press("Space");

        assertThat(page.locator("#why")).isVisible();
        assertThat(button).isFocused();
    }

    @Test
    void waitForTheButtonWhereSomethingIsWrong() {
        var page = open();
        press(page, "Klaar, verstuur");
        assertThat(page.locator(".error-summary")).isFocused();

        page.locator("[name=held][value=no]").press("Space");
        assertThat(page.locator("#kept")).containsText("Bewaard op");
        assertThat(page.locator(".error-summary")).isVisible();
        page.locator("[name=_update][value=held]").press("Enter");

        assertThat(page.locator("#why")).isVisible();
    }

    private Page open() {
        var page = browse(Screen.PHONE);
        signIn(page, "participation-office");
        page.navigate(task);
        return page;
    }
}
