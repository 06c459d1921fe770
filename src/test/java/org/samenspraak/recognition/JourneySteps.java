package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.FailedStep;
import org.samenspraak.process.Processes;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What people of councils and of the office do in their browsers, page by page; every page is held to what is good. */
abstract class JourneySteps extends BrowserIT {

    static final String CHAIR = "an.peeters@voorbeeld.be";
    static final String SECRETARY = "bert.claes@voorbeeld.be";

    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+(/v/[A-Za-z0-9_-]{64})");

    @Autowired
    private Areas areas;

    @Autowired
    private EngineClock engine;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Processes processes;

    AreaId area;

    private boolean script = true;

    @BeforeEach
    void makeArea() {
        engine.set(clock.instant());
        area = areas.add("Runkst", null, Actor.SYSTEM);
    }

    @AfterEach
    void resetEngine() {
        engine.reset();
    }

    void switchScriptOff() {
        script = false;
    }

    boolean hasScript() {
        return script;
    }

    Page screen(Screen screen) {
        return script ? browse(screen) : browseWithoutScript(screen);
    }

    void good(Page page) {
        if (script) {
            assertGood(page);
        } else {
            assertFits(page);
        }
    }

    /** By key, as all that is done here: a click waits for frames that a page without script may never draw. */
    @Override
    protected void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    Page official(String... groups) {
        var page = screen(Screen.DESKTOP);
        signIn(page, groups);
        return page;
    }

    /** A council of two applies on a phone, page by page; returns the number on the receipt. */
    String apply() {
        var page = screen(Screen.PHONE);
        page.navigate("/aanvraag/recognition");
        good(page);
        fillInCouncil(page);
        next(page, 2);
        fillInMembers(page);
        next(page, 4);
        fill(page, Map.of("contactName", "Bert Claes, secretaris", "contactMail", SECRETARY));
        next(page, 5);
        press(page, "Verstuur de aanvraag");
        page.waitForURL("**/ontvangen?nummer=*");
        good(page);
        run();
        return page.locator("main strong").innerText();
    }

    void fillInCouncil(Page page) {
        choose(page, "kind", "wijkraad");
        fill(
                page,
                Map.of(
                        "name", "Wijkraad Runkst",
                        "boundaries", "Tussen de ring en het kanaal.",
                        "purpose", "Samen de buurt mooier maken."));
        choose(page, "area", area.toString());
    }

    void fillInMembers(Page page) {
        member(page, 0, "An Peeters", "chair", CHAIR);
        member(page, 1, "Bert Claes", "secretary", SECRETARY);
        page.locator("[name=_remove]").last().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("[name=_remove]")).hasCount(2);
        check(page, "receivesMoney", "yes");
        check(page, "openToNewMembers", "yes");
        good(page);
    }

    /** To the page of this number. */
    void next(Page page, int number) {
        press(page, "Verder");
        page.waitForURL("**?stap=" + number + "*");
        good(page);
    }

    void giveAreaView() {
        var page = official("area-manager@" + area);
        take(page, "Mening van de wijkmanager geven");
        fill(page, Map.of("areaView", "De raad werkt goed."));
        send(page);
    }

    void findIncomplete(Page office) {
        take(office, "Aanvraag nakijken");
        assertThat(office.locator("#areaView").inputValue()).isEqualTo("De raad werkt goed.");
        check(office, "delimited", "yes");
        check(office, "overlaps", "no");
        fill(office, Map.of("missing", "De statuten ontbreken."));
        send(office);
    }

    void member(Page page, int row, String name, String function, String email) {
        var path = "members[" + row + "].";
        fill(page, Map.of(path + "name", name, path + "address", "Dorpsstraat " + (row + 1) + ", 3500 Hasselt"));
        fill(page, Map.of(path + "email", email));
        check(page, path + "functions", function);
        check(page, path + "membership", "voting");
        check(page, path + "politician", "no");
        choose(page, path + "sex", row % 2 == 0 ? "woman" : "man");
    }

    /** Finds the task on the work list, takes it and opens it. */
    void take(Page page, String task) {
        page.navigate("/werk");
        good(page);
        var row = page.locator("[data-row]").filter(new Locator.FilterOptions().setHasText(task));
        row.locator("[data-claim]").press("Enter");
        row.locator("[data-claim]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        row.locator("[data-open]").press("Enter");
        page.waitForURL("**/taken/*");
        good(page);
        assertThat(page.locator("h1").innerText()).isEqualTo(task);
    }

    void send(Page page) {
        press(page, "Klaar, verstuur");
        page.waitForURL(url -> url.contains("/werk?"));
        good(page);
        assertThat(page.locator(".flash").innerText()).contains("Klaar:");
        run();
    }

    /** Opens the question of the last mail to somebody, on a phone. */
    Page question(String address) {
        var page = screen(Screen.PHONE);
        page.navigate(link(address) + "?alles");
        good(page);
        return page;
    }

    void answer(Page page) {
        press(page, "Verstuur");
        page.waitForURL("**?bedankt");
        good(page);
        run();
    }

    void fill(Page page, Map<String, String> answers) {
        answers.forEach((path, answer) -> page.fill("[id=\"" + path + "\"]", answer));
    }

    void choose(Page page, String path, String value) {
        page.selectOption("[id=\"" + path + "\"]", value);
    }

    void check(Page page, String name, String value) {
        var control = page.locator("[name=\"" + name + "\"][value=\"" + value + "\"]");
        if (!control.isChecked()) {
            control.press("Space");
        }
        assertThat(control.isChecked()).as(name).isTrue();
    }

    void upload(Page page, String path, String name) {
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        page.setInputFiles("[id=\"" + path + "\"]", new FilePayload(name, "application/pdf", pdf));
    }

    /** The text of a PDF behind a link. */
    String download(Page page, Locator link) {
        var file = page.waitForDownload(() -> link.press("Enter"));
        try (var pdf = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A minute later: runs the steps and timers that are due, and hands over the mail; nothing may fail. */
    void run() {
        clock.advance(Duration.ofMinutes(1));
        engine.set(clock.instant());
        engine.runDue();
        assertThat(processes.failedSteps(10)).extracting(FailedStep::message).isEmpty();
        outbox.sendDue();
    }

    void goTo(LocalDate day) {
        clock.set(day.atTime(12, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant());
        run();
    }

    List<String> subjects(String address) {
        return mail.receivedBy(address).stream().map(Mails::subject).toList();
    }

    /** The plain text of the last mail with a link. */
    String asked(String address) {
        var mails = mail.receivedBy(address).stream()
                .map(Mails::text)
                .filter(text -> LINK.matcher(text).find())
                .toList();
        assertThat(mails).as("questions to " + address).isNotEmpty();
        return mails.get(mails.size() - 1);
    }

    String link(String address) {
        var found = LINK.matcher(asked(address));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
