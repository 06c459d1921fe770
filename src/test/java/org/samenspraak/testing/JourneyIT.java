package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.correspondence.LinkRound;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.portal.SignInRound;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.FailedStep;
import org.samenspraak.process.Processes;
import org.springframework.beans.factory.annotation.Autowired;

/** What people of councils and of the office do in their browsers, page by page; every page is held to what is good. */
public abstract class JourneyIT extends BrowserIT {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+(/v/[A-Za-z0-9_-]{64})");
    private static final Pattern SIGN_IN = Pattern.compile("(/raad/aanmelden/[A-Za-z0-9_-]{64})");

    @Autowired
    private EngineClock engine;

    @Autowired
    private LinkRound links;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Processes processes;

    @Autowired
    private SignInRound round;

    private boolean script = true;

    @BeforeEach
    void followTheClock() {
        engine.set(clock.instant());
    }

    @AfterEach
    void resetEngine() {
        engine.reset();
    }

    protected void switchScriptOff() {
        script = false;
    }

    protected boolean hasScript() {
        return script;
    }

    protected Page screen(Screen screen) {
        return script ? browse(screen) : browseWithoutScript(screen);
    }

    protected void good(Page page) {
        if (script) {
            assertGood(page);
            assertShowsWhereItIs(page);
        } else {
            assertFits(page);
        }
    }

    /** The drawing of a case opens at its current step. */
    private static void assertShowsWhereItIs(Page page) {
        assertThat(
                        page.evaluate(
                                """
                        () => [...document.querySelectorAll(".diagram")].every((box) => {
                          const now = box.querySelector(".drawing__shape--now")?.getBoundingClientRect();
                          const seen = box.getBoundingClientRect();
                          return !now || (now.left >= seen.left - 1 && now.right <= seen.right + 1);
                        })"""))
                .as(page.url())
                .isEqualTo(true);
    }

    /** By key, as all that is done here: a click waits for frames that a page without script may never draw. */
    @Override
    protected void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    protected Page official(String... groups) {
        var page = screen(Screen.DESKTOP);
        signIn(page, groups);
        return page;
    }

    /** Finds the task on the work list, takes it and opens it. */
    protected void take(Page page, String task) {
        take(page, task, task);
    }

    /** The same, of the case that its row names. */
    protected void take(Page page, String task, String about) {
        page.navigate("/werk");
        good(page);
        var row = page.locator("[data-row]")
                .filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(about));
        row.locator("[data-claim]").press("Enter");
        row.locator("[data-claim]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        row.locator("[data-open]").press("Enter");
        page.waitForURL("**/taken/*");
        good(page);
        assertThat(page.locator("h1").innerText()).isEqualTo(task);
    }

    protected void send(Page page) {
        press(page, "Klaar, verstuur");
        page.waitForURL(url -> url.contains("/werk?"));
        good(page);
        assertThat(page.locator(".flash").innerText()).contains("Klaar:");
        run();
    }

    /** Opens the question of the last mail to somebody, on a phone. */
    protected Page question(String address) {
        var page = screen(Screen.PHONE);
        page.navigate(link(address) + "?alles");
        good(page);
        return page;
    }

    protected void answer(Page page) {
        press(page, "Verstuur");
        page.waitForURL("**?bedankt");
        good(page);
        run();
    }

    protected void fill(Page page, Map<String, String> answers) {
        answers.forEach((path, answer) -> page.fill("[id=\"" + path + "\"]", answer));
    }

    protected void choose(Page page, String path, String value) {
        page.selectOption("[id=\"" + path + "\"]", value);
    }

    protected void check(Page page, String name, String value) {
        var control = page.locator("[name=\"" + name + "\"][value=\"" + value + "\"]");
        if (!control.isChecked()) {
            control.press("Space");
        }
        assertThat(control.isChecked()).as(name).isTrue();
    }

    /** Answers a question that others depend on, and waits until one of these is there. */
    protected void check(Page page, String name, String value, String asks) {
        check(page, name, value);
        update(page, name);
        page.locator("[id=\"" + asks + "\"]").waitFor();
        good(page);
    }

    /** The same of a text or a date. */
    protected void fill(Page page, String path, String answer, String asks) {
        page.fill("[id=\"" + path + "\"]", answer);
        page.locator("[id=\"" + path + "\"]").blur();
        update(page, path);
        page.locator("[id=\"" + asks + "\"]").waitFor();
    }

    /** By the button where no script does it. */
    protected void update(Page page, String name) {
        var button = page.locator("[name=_update][value=\"" + name + "\"]");
        if (button.isVisible()) {
            button.press("Enter");
        }
    }

    protected void upload(Page page, String path, String name) {
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        page.setInputFiles("[id=\"" + path + "\"]", new FilePayload(name, "application/pdf", pdf));
    }

    /** The text of a PDF behind a link. */
    protected String download(Page page, Locator link) {
        var file = page.waitForDownload(() -> link.press("Enter"));
        try (var pdf = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A minute later: runs the steps and timers that are due, and hands over the mail; nothing may fail. */
    protected void run() {
        clock.advance(Duration.ofMinutes(1));
        engine.set(clock.instant());
        engine.runDue();
        assertThat(processes.failedSteps(10)).extracting(FailedStep::message).isEmpty();
        links.mail();
        outbox.sendDue();
    }

    protected void goTo(LocalDate day) {
        clock.set(day.atTime(12, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant());
        run();
    }

    protected List<String> subjects(String address) {
        return mail.receivedBy(address).stream().map(Mails::subject).toList();
    }

    /** A member of a council in its place, with the link of a mail that was asked for. */
    protected Page signedIn(String address) {
        var page = screen(Screen.PHONE);
        page.navigate("/raad");
        good(page);
        page.fill("#mail", address);
        press(page, "Mail mij een link");
        page.waitForURL("**/raad/aanmelden?verstuurd");
        good(page);
        round.mail();
        run();
        page.navigate(link(address, SIGN_IN));
        good(page);
        press(page, "Ga verder");
        page.waitForURL("**/raad");
        good(page);
        return page;
    }

    /** Follows a link of the page, by key. */
    protected void follow(Page page, String text) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(text))
                .first()
                .press("Enter");
    }

    /** The plain text of the last mail with a question. */
    protected String asked(String address) {
        return lastWith(LINK, address);
    }

    protected String link(String address) {
        return link(address, LINK);
    }

    private String link(String address, Pattern pattern) {
        var found = pattern.matcher(lastWith(pattern, address));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String lastWith(Pattern link, String address) {
        var mails = mail.receivedBy(address).stream()
                .map(Mails::text)
                .filter(text -> link.matcher(text).find())
                .toList();
        assertThat(mails).as("mails with a link to " + address).isNotEmpty();
        return mails.get(mails.size() - 1);
    }
}
