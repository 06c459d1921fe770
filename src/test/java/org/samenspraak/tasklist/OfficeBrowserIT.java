package org.samenspraak.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.insight.Counted;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.Bench;
import org.samenspraak.testing.BrowserIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class OfficeBrowserIT extends BrowserIT {

    private static final int BYTES_AT_MOST = 100 * 1024;
    private static final int REQUESTS_AT_MOST = 8;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    private CaseView file;
    private String task;

    @BeforeEach
    void startACase() {
        var work = new WorkFixture(context);
        var runkst = areas.add("Runkst", null, Actor.SYSTEM);
        file = work.startTrial(runkst);
        task = work.onlyTask(file);
        context.getBean(Memberships.class)
                .add(
                        Objects.requireNonNull(file.council()),
                        new NewMember(
                                "Voorzitter wijkraad Runkst",
                                "voorzitter.van.een.raad.met.een.lang.adres@wijkraad-runkst.example",
                                "011 22 33 44",
                                "Runkstersteenweg 12 bus 3, 3500 Hasselt",
                                EnumSet.of(Function.CHAIR, Function.TREASURER),
                                true,
                                true,
                                false,
                                Sex.NOT_STATED),
                        LocalDate.of(2026, 1, 1),
                        Actor.SYSTEM);
        work.task("late", file, "Besluit buiten behandeling nemen", "legal", TestClock.START.minus(Duration.ofDays(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE", "NARROW"})
    void everyPageOfTheOfficeIsAccessibleAndFits(String screen) {
        var page = browse(Screen.valueOf(screen));
        signIn(page, "participation-office", "legal");

        visit(page, "/werk");
        visit(page, "/werk?view=mine");
        visit(page, "/werk?filters=open&late=yes&q=nee&column=due&column=who&column=age&column=follow-up&column=group");
        visit(page, "/werk/verdeling");
        visit(page, "/werk/weergaven?_list=view%3Dlate");
        visit(page, "/werk/doorgeven?task=" + task);
        visit(page, "/werk/plannen?task=" + task);
        visit(page, "/taken/" + task);
        Counted.now(context);
        visit(page, "/overzicht");
        visit(page, "/zaken?status=OPEN&with=office&due=late");
        visit(page, "/zaken");
        visit(page, "/zaken/" + file.number());
        visit(page, "/zaken/" + file.number() + "/tijdlijn");
        for (var part : new String[] {
            "taken", "documenten", "formulieren", "berichten", "vragen", "notities", "verbanden", "dossierbeheerder"
        }) {
            visit(page, "/zaken/" + file.number() + "/" + part);
        }
        visit(page, "/zaken/" + file.number() + "/stoppen");
        var term = jdbc.sql("select min(id) from deadlines_clock where case_id = ?")
                .param(file.id().value())
                .query(Long.class)
                .single();
        visit(page, "/zaken/" + file.number() + "/termijnen/" + term);
        visit(page, "/zoeken?q=zzz");
        visit(page, "/zoeken?q=runkst");
        visit(page, "/zoeken?q=runkst&in=TEXTS");
        visit(page, "/raden");
        visit(page, "/raden/contacten");
        visit(page, "/raden/contacten?function=CHAIR&q=runkst");
        visit(page, "/raden/" + file.council());
        visit(page, "/raden/" + file.council() + "/vergaderingen");
        visit(page, "/raden/" + file.council() + "/mails");
        visit(page, "/agenda");
        visit(page, "/agenda?toon=lijst");
        visit(page, "/agenda?dag=2026-09-14");
        visit(page, "/agenda/koppelen");
        visit(page, "/start");
        visit(page, "/start/recognition");
        visit(page, "/mijn");
        visit(page, "/mijn/vervanging");
        visit(page, "/mijn/team");
        visit(page, "/mijn/mails");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE", "NARROW"})
    void everyPageOfTheLettersIsAccessibleAndFits(String screen) {
        var page = browse(Screen.valueOf(screen));
        signIn(page, "participation-office", "administrator");

        visit(page, "/beheer/brieven");
        visit(page, "/beheer/brieven/recognition-granted/nl");
        page.fill("#body", "Dag {{council}}\n\n{{nothing}}");
        press(page, "Publiceer");
        assertThat(page.locator(".error-summary")).isFocused();
        assertThat(page.locator("#body")).hasValue("Dag {{council}}\n\n{{nothing}}");
        assertGood(page);
        visit(page, "/beheer/brieven/application-withdrawn/nl");
        page.fill("#title", "Wij stoppen uw aanvraag");
        page.fill("#note", "Duidelijker");
        press(page, "Publiceer");
        visit(page, "/beheer/brieven/application-withdrawn/nl/versies");
        visit(page, "/beheer/brieven/application-withdrawn/nl/versies/vergelijk?van=0&tot=1");
        visit(page, "/beheer/brieven/recognition-withdrawn/nl/voorbeeld");
        visit(page, "/beheer/brieven/application-received/nl/voorbeeld?zaak=" + file.number());
        visit(page, "/beheer/brieven/nieuw");
        visit(page, "/beheer/brieven/prompt/nl/voorbeeld");
    }

    @Test
    void worksByKeyboardAlone() {
        var page = browse(Screen.DESKTOP);
        signIn(page, "participation-office");
        page.navigate("/werk");

        page.keyboard().press("j");
        page.keyboard().press("c");
        assertThat(page.locator("#tasks tbody tr").first()).containsText("u");
        assertThat(page.locator("[data-claim]")).hasCount(0);
        assertThat(page.locator(".is-picked [data-open]")).isFocused();
        page.keyboard().press("x");
        assertThat(page.locator(".with-chosen")).isVisible();
        page.keyboard().press("o");
        page.waitForURL(url -> url.contains("/taken/" + task));
        page.locator("#note").focus();
        page.keyboard().type("In orde");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/werk?"));
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Klaar: Nakijken");
    }

    @Test
    void putsTheFocusOnTheErrorSummary() {
        var page = browse(Screen.PHONE);
        signIn(page, "participation-office");
        page.navigate("/taken/" + task);

        press(page, "Klaar, verstuur");

        assertThat(page.locator(".error-summary")).isFocused();
        page.locator(".error-summary a").first().click();
        assertThat(page.locator("#note")).isFocused();
    }

    @Test
    void keepsWhatIsTypedWithoutAButton() {
        var page = browse(Screen.DESKTOP);
        signIn(page, "participation-office");
        page.navigate("/taken/" + task);

        page.locator("#note").pressSequentially("Half af");
        assertThat(page.locator("#kept")).containsText("Bewaard");
        page.reload();

        assertThat(page.locator("#note")).hasValue("Half af");
    }

    @Test
    void worksWithoutJavaScript() {
        var page = browseWithoutScript(Screen.PHONE);
        signIn(page, "participation-office");
        page.navigate("/werk");

        page.locator("[data-claim]").press("Enter");
        assertThat(page.locator(".flash")).containsText("U hebt de taak genomen");
        page.locator("[data-open]").first().press("Enter");
        page.fill("#note", "In orde");
        press(page, "Klaar, verstuur");

        assertThat(page.locator(".flash")).containsText("Klaar: Nakijken");
    }

    /** Benchmark B8: a full page, with an empty cache. */
    @Test
    void theFirstWorkListPageIsSmall() {
        var work = new WorkFixture(context);
        for (int at = 0; at < Inbox.SIZE; at++) {
            work.task("more" + at, file, "Nakijken", "participation-office", TestClock.START.plus(Duration.ofDays(at)));
        }
        var signedIn = browse(Screen.DESKTOP);
        signIn(signedIn, "participation-office");
        var page = browse(Screen.DESKTOP);
        page.context()
                .addCookies(signedIn.context().cookies().stream()
                        .map(it -> new Cookie(it.name, it.value).setUrl(address()))
                        .toList());
        var answers = new ArrayList<Response>();
        page.onResponse(answers::add);

        page.navigate("/werk");
        page.waitForLoadState(LoadState.NETWORKIDLE);

        var bytes = answers.stream()
                .mapToLong(answer -> answer.request().sizes().responseBodySize)
                .sum();
        Bench.tell(
                "B8 %d bytes (aim %d), %d requests (aim %d)", bytes, BYTES_AT_MOST, answers.size(), REQUESTS_AT_MOST);
        assertThat(page.locator("[data-row]")).hasCount(Inbox.SIZE);
        assertThat(answers).hasSizeBetween(3, REQUESTS_AT_MOST);
        assertThat(bytes).isBetween(1L, (long) BYTES_AT_MOST);
    }
}
