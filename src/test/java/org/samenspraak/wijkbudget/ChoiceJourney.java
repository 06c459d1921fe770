package org.samenspraak.wijkbudget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;

/** From two ideas on a phone to a project that residents chose and the college confirmed. */
abstract class ChoiceJourney extends BudgetJourney {

    /** The number of the idea that becomes the project. */
    String benches = "";

    static final String PROJECT = "Groen plein";

    private static final String CAS = "cas@wijk.example";
    private static final String VOTER = "kiezer@wijk.example";
    private static final Pattern BALLOT = Pattern.compile("(/stemmen/biljet/[A-Za-z0-9_-]{64})");

    @Autowired
    private Voters voters;

    @Autowired
    private ResultRelease release;

    void admit(Page office) throws Exception {
        benches = handIn("Banken op het plein", AN, "bert@wijk.example");
        publish(office);
        handIn("Zitbanken op het plein", CAS, "dirk@wijk.example");
        publish(office);
        var everybody = screen(Screen.PHONE);
        everybody.navigate("/publiek/wijkbudget/" + number + "/ideeen");
        good(everybody);
        assertThat(everybody.locator("main")).containsText("Zitbanken op het plein");
        goTo(Phase.ADMISSIBILITY);
        take(office, "Kijken of het idee toegelaten is", benches);
        judge(office, Map.of("verdict", "admitted"));
        take(office, "Kijken of het idee toegelaten is");
        judge(office, Map.of("verdict", "merged", "mergeInto", benches, "checkReason", "Het is hetzelfde idee."));
        assertThat(subjects(CAS)).last().asString().contains("samengevoegd");
        assertThat(idea(CAS).locator("main")).containsText("Het is hetzelfde idee.");
    }

    /** A department says what it costs, the office fixes it, the committee advises. */
    void examine(Page office) {
        goTo(Phase.DIALOGUE);
        makeProject(office, PROJECT, "Banken op het plein");
        assertThat(idea(AN).locator("main")).containsText(PROJECT);
        goTo(Phase.FEASIBILITY);
        take(office, "Diensten kiezen");
        check(office, "departments", "department-green");
        send(office);
        var green = official("department-green");
        take(green, "Zeggen of het project haalbaar is");
        check(green, "feasible", "yes");
        check(green, "permit", "no");
        fill(green, Map.of("cost", "8000", "yearly", "100", "executor", "Dienst groen"));
        send(green);
        take(office, "Kosten vastleggen");
        check(office, "feasible", "yes", "cost");
        assertThat(office.locator("#cost")).hasValue(Pattern.compile("8[.]?000"));
        send(office);
        goTo(Phase.ADVICE);
        var committee = official("committee-dialoogkamer");
        take(committee, "Advies geven over het project");
        check(committee, "projectAdvice", "positive");
        fill(committee, Map.of("consensus", "Iedereen vindt dit nodig."));
        send(committee);
    }

    void voteOnline() {
        goTo(Phase.CHOICE);
        var phone = screen(Screen.PHONE);
        phone.navigate("/stemmen/" + number);
        good(phone);
        fill(phone, Map.of("mail", VOTER));
        choose(phone, "area", poort.toString());
        check(phone, "declared", "true");
        press(phone, "Mail mij de link");
        phone.waitForURL("**/gevraagd*");
        good(phone);
        voters.mailWhoAsked();
        run();
        phone.navigate(mailed(VOTER, BALLOT));
        good(phone);
        assertThat(phone.locator("main")).containsText(PROJECT);
        chooseInATunnel(phone);
        press(phone, "Kijk uw keuze na");
        phone.waitForURL("**/nakijken*");
        good(phone);
        press(phone, "Bevestig mijn stem");
        phone.waitForURL("**/gestemd/*");
        good(phone);
        assertThat(phone.locator("h1")).hasText("Uw stem zit in de bus");
    }

    /** What can't be kept is told, and kept as soon as there is a connection again. */
    private void chooseInATunnel(Page phone) {
        phone.context().setOffline(true);
        check(phone, "choice", "1");
        assertThat(phone.locator("[data-unkept]")).isVisible();
        assertThat(phone.locator("#chosen")).containsText("U koos nog niets");
        phone.context().setOffline(false);
        assertThat(phone.locator("#chosen")).containsText("U koos 1 project");
        assertThat(phone.locator("[data-unkept]")).isHidden();
    }

    /** A card that came back, and its sheet that two people read. */
    void voteOnPaper(Page office) {
        office.navigate("/wijkbudget/" + number + "/papier");
        good(office);
        press(office, "Geef de kaarten");
        told(office, "Geef kaart");
        var card = office.locator(".flash").innerText().replaceAll("(?s).*?(\\d{3} \\d{3} \\d{3}).*", "$1");
        fill(office, Map.of("card", card));
        press(office, "Noteer de kaart");
        told(office, "Kaart " + card + " is goed");
        goTo(Phase.DECISION);
        office.navigate("/wijkbudget/" + number + "/papier");
        fill(office, Map.of("sheets", "1"));
        press(office, "Begin een stapel");
        enter(office, "Nu moet iemand anders het doen.");
        var second = official("participation-office");
        second.navigate("/wijkbudget/" + number + "/papier");
        good(second);
        follow(second, "Stapel 1: Brugse Poort");
        enter(second, "Deze stapel is klaar");
    }

    private void enter(Page page, String then) {
        page.waitForURL("**/stapels/*");
        good(page);
        fill(page, Map.of("lines", "1"));
        press(page, "Bewaar deze invoer");
        assertThat(page.locator("main [role=status]")).containsText(then);
        good(page);
    }

    void count(Page office) {
        goTo(Phase.DECISION);
        office.navigate("/wijkbudget/" + number + "/tellen");
        good(office);
        press(office, "Tel de stemmen");
        told(office, "De stemmen zijn geteld.");
        assertThat(office.locator("tbody tr").last()).containsText(row("Groen plein", "2", "Gekozen"));
        var second = official("participation-office");
        take(second, "Telling bevestigen");
        check(second, "checked", "true");
        send(second);
    }

    /** Everybody reads it once its proposer did. */
    void decide() {
        var college = official("college");
        take(college, "Beslissen over de projecten");
        assertThat(college.locator("#results")).hasValue(Pattern.compile("Groen plein"));
        check(college, "confirmed", "yes");
        fill(
                college,
                Map.of(
                        "decisionNumber",
                        "2028-CBS-0042",
                        "decisionDate",
                        begins(Phase.DECISION).toString()));
        assertThat(subjects(AN)).noneMatch(subject -> subject.contains("is gekozen"));
        send(college);
        assertThat(subjects(AN)).last().asString().contains("is gekozen");
        var sooner = screen(Screen.PHONE);
        sooner.navigate("/publiek/wijkbudget/" + number);
        assertThat(sooner.locator("main a[href$='/uitslag']")).hasCount(0);
        release.release();
        var everybody = screen(Screen.PHONE);
        everybody.navigate("/publiek/wijkbudget/" + number + "/uitslag");
        good(everybody);
        assertThat(everybody.locator("tbody tr")).containsText(row("Groen plein", "niet getoond", "Gekozen"));
    }

    private static Pattern row(String... cells) {
        return Pattern.compile(String.join("[\\s\\S]*", cells));
    }
}
