package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A real browser in front of the office. Each {@code browse} is a visitor with cookies of their own; an error in a page's
 * console (a script, a refused style, a missing file) fails the test.
 */
public abstract class BrowserIT extends PostgresIT {

    protected static final String PASSWORD = "een lang wachtwoord voor de proef";

    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private int pictures;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    /** A visitor who reads Dutch. */
    protected Page browse(Screen screen) {
        return browse(screen.options());
    }

    /** A visitor who chose a language ("en"). */
    protected Page browse(Screen screen, String language) {
        var page = browse(screen.options().setLocale(language));
        page.context().addCookies(List.of(new Cookie("lang", language).setUrl(address())));
        return page;
    }

    protected Page browseWithoutScript(Screen screen) {
        return browse(screen.options().setJavaScriptEnabled(false));
    }

    private Page browse(NewContextOptions options) {
        var visitor = Browsers.chromium().newContext(options.setBaseURL(address()));
        visitors.add(visitor);
        visitor.setDefaultTimeout(10_000);
        visitor.onConsoleMessage(it -> {
            if (it.type().equals("error") && !isAnswer(it)) {
                complaints.add(it.page().url() + ": " + it.text());
            }
        });
        visitor.onWebError(it -> complaints.add(it.page().url() + ": " + it.error()));
        return visitor.newPage();
    }

    /** A refused form, a question that is over, a session that has ended, replies or a drawing that a colleague changed and no network are no faults. */
    private static boolean isAnswer(ConsoleMessage message) {
        return message.text()
                        .matches(
                                ".*(status of (422|410|401)|ERR_INTERNET_DISCONNECTED|htmx:(sendError|afterRequest)).*")
                || (message.text().contains("status of 409")
                        && (message.location().contains("/terugkoppeling")
                                || message.location().contains("/inhoud")));
    }

    protected String address() {
        return "http://localhost:" + port;
    }

    /**
     * Adds an official in these groups and signs them in by the form.
     *
     * @return the user name
     */
    protected String signIn(Page page, String... groups) {
        var username = "p" + UUID.randomUUID();
        var roles = Stream.of(groups).map(GroupId::parse).collect(Collectors.toUnmodifiableSet());
        people.add(
                new NewPerson(username, String.join(", ", groups), username + "@hasselt.example", "", PASSWORD, roles),
                Actor.SYSTEM);
        page.navigate("/aanmelden");
        signInAs(page, username);
        return username;
    }

    /** On the page that asks for it. */
    protected void signInAs(Page page, String username) {
        page.fill("#username", username);
        page.fill("#password", PASSWORD);
        page.locator("main button[type=submit]").press("Enter");
        page.waitForURL(url -> !url.contains("/aanmelden"));
    }

    /** Opens an address and holds the page to {@link #assertGood}. */
    protected void visit(Page page, String path) {
        page.navigate(path);
        assertGood(page);
    }

    /** By keyboard: without JavaScript the browser draws no frames, and a click would wait for a page that stands still. */
    protected void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    /** A press ends when the next page begins to come in; what is read of it at once may not be there, or have no style yet. */
    protected static void awaitWhole(Page page) {
        page.waitForLoadState();
    }

    /** No violation that axe can find (WCAG 2.2 AA and good practice), and nothing to scroll sideways for. */
    protected void assertGood(Page page) {
        awaitWhole(page);
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations)
                .as("axe on " + page.url())
                .extracting(BrowserIT::say)
                .isEmpty();
        assertFits(page);
    }

    /** Said in full, with a title, and nothing to scroll sideways for; also without JavaScript. */
    protected void assertFits(Page page) {
        awaitWhole(page);
        picture(page);
        assertThat(page.title()).as("title of " + page.url()).isNotBlank().doesNotContain("??");
        assertThat(page.locator("body").innerText())
                .as("text of " + page.url())
                .doesNotContainPattern("\\bnull\\b")
                .doesNotContain("??");
        var root = page.locator("html");
        var width = ((Number) root.evaluate("it => it.scrollWidth")).intValue();
        assertThat(width).as("width of " + page.url()).isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(page.locator("header.top").boundingBox().height)
                .as("height of the header of " + page.url())
                .isLessThanOrEqualTo(page.viewportSize().width < Screen.DESKTOP.width ? 110 : 64);
    }

    /** With {@code -Dsamenspraak.pictures=<folder>}: keeps what every page looked like. */
    private void picture(Page page) {
        var folder = System.getProperty("samenspraak.pictures");
        if (folder != null) {
            var name = "%02d-%d%s.png"
                    .formatted(
                            ++pictures,
                            page.viewportSize().width,
                            page.url().replaceFirst(".*?//[^/]+", "").replaceAll("[^a-z]+", "-"));
            page.screenshot(
                    new ScreenshotOptions().setPath(Path.of(folder, name)).setFullPage(true));
        }
    }

    private static String say(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining(" | "));
    }

    @AfterEach
    void leave() {
        visitors.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    /** Sizes that pages are held to. */
    protected enum Screen {
        DESKTOP(1280, 900),
        PHONE(360, 740),
        /** The narrowest that WCAG asks for. */
        NARROW(320, 640);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        NewContextOptions options() {
            return new NewContextOptions().setViewportSize(width, height).setLocale("nl-BE");
        }
    }
}
