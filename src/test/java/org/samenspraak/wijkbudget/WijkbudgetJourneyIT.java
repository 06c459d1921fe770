package org.samenspraak.wijkbudget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samenspraak.ledger.Bank;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * From an idea on a phone to a square with benches: two ideas become one, a department says it can be done, residents vote online and
 * on paper, the college decides, its proposer reads that first, signs, and tells how it goes; money follows its milestones.
 */
class WijkbudgetJourneyIT extends BudgetJourney {

    private static final String VOTER = "kiezer@wijk.example";
    private static final Pattern BALLOT = Pattern.compile("(/stemmen/biljet/[A-Za-z0-9_-]{64})");

    @Autowired
    private Voters voters;

    @Autowired
    private ResultRelease release;

    @Autowired
    private ApplicationContext context;

    @Test
    void anIdeaOnAPhoneBecomesASquareWithBenches() throws Exception {
        var office = official("participation-office");
        admit(office);
        goTo(Phase.DIALOGUE);
        makeProject(office, "Groen plein", "Banken op het plein");
        examine(office);
        voteOnline();
        voteOnPaper(office);
        count(office);
        decide();
        agree(office);
        pay(office);
        tell(office);
        lookBack();
        finish(office);
    }

    private void admit(Page office) throws Exception {
        var benches = handIn("Banken op het plein", AN, "bert@wijk.example");
        publish(office);
        handIn("Zitbanken op het plein", "cas@wijk.example", "dirk@wijk.example");
        publish(office);
        var everybody = screen(Screen.PHONE);
        everybody.navigate("/publiek/wijkbudget/" + number + "/ideeen");
        good(everybody);
        assertThat(everybody.locator("main")).containsText("Zitbanken op het plein");
        goTo(Phase.ADMISSIBILITY);
        take(office, "Kijken of het idee toegelaten is", "Zitbanken op het plein");
        judge(office, Map.of("verdict", "merged", "mergeInto", benches, "checkReason", "Het is hetzelfde idee."));
        take(office, "Kijken of het idee toegelaten is");
        judge(office, Map.of("verdict", "admitted"));
        assertThat(subjects("cas@wijk.example")).last().asString().contains("samen");
        assertThat(idea("cas@wijk.example").locator("main")).containsText("Het is hetzelfde idee.");
    }

    private void examine(Page office) {
        goTo(Phase.FEASIBILITY);
        take(office, "Diensten kiezen");
        check(office, "departments", "department-green");
        send(office);
        var green = official("department-green");
        take(green, "Zeggen of het project haalbaar is");
        check(green, "feasible", "yes", "cost");
        fill(green, Map.of("cost", "8000", "yearly", "100", "executor", "Dienst groen"));
        check(green, "permit", "no");
        send(green);
        take(office, "Kosten vastleggen");
        check(office, "feasible", "yes", "cost");
        fill(office, Map.of("cost", "8000", "yearly", "100"));
        send(office);
        goTo(Phase.ADVICE);
        var committee = official("committee-dialoogkamer");
        take(committee, "Advies geven over het project");
        check(committee, "projectAdvice", "positive");
        fill(committee, Map.of("consensus", "Iedereen vindt dit nodig."));
        send(committee);
    }

    private void voteOnline() {
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
        assertThat(phone.locator("main")).containsText("Groen plein");
        check(phone, "choice", "1");
        press(phone, "Kijk uw keuze na");
        phone.getByText("Bevestig mijn stem").waitFor();
        good(phone);
        press(phone, "Bevestig mijn stem");
        phone.getByText("Uw stem zit in de bus").waitFor();
        good(phone);
    }

    private void voteOnPaper(Page office) {
        office.navigate("/wijkbudget/" + number + "/papier");
        good(office);
        press(office, "Geef de kaarten");
        office.locator(".flash").waitFor();
        fill(office, Map.of("card", "1"));
        press(office, "Noteer de kaart");
        office.locator(".flash").waitFor();
        good(office);
        fill(office, Map.of("sheets", "1"));
        press(office, "Begin een stapel");
        enter(office);
        enter(official("participation-office"));
    }

    /** One of two who read the same pile. */
    private void enter(Page page) {
        page.navigate("/wijkbudget/" + number + "/papier");
        follow(page, "Stapel 1: Brugse Poort");
        page.waitForURL("**/stapels/*");
        good(page);
        fill(page, Map.of("lines", "1"));
        press(page, "Bewaar deze invoer");
        page.locator(".flash").waitFor();
        good(page);
    }

    private void count(Page office) {
        goTo(Phase.DECISION);
        office.navigate("/wijkbudget/" + number + "/tellen");
        good(office);
        press(office, "Tel de stemmen");
        office.locator(".flash").waitFor();
        good(office);
        assertThat(office.locator("main")).containsText("Groen plein");
        take(office, "Telling bevestigen");
        check(office, "checked", "true");
        send(office);
    }

    private void decide() {
        var college = official("college");
        take(college, "Beslissen over de projecten");
        assertThat(college.locator("#results")).hasValue(Pattern.compile("Groen plein"));
        check(college, "confirmed", "yes");
        fill(college, Map.of("decisionNumber", "2028-CBS-0042", "decisionDate", begins(Phase.DECISION).toString()));
        send(college);
        assertThat(subjects(AN)).last().asString().contains("is gekozen");
        release.release();
        var everybody = screen(Screen.PHONE);
        everybody.navigate("/publiek/wijkbudget/" + number + "/uitslag");
        good(everybody);
        assertThat(everybody.locator("tbody tr")).containsText(Pattern.compile("Groen plein.*2.*Gekozen"));
    }

    private void agree(Page office) {
        take(office, "Uitvoering afspreken");
        check(office, "carrier", "council", "council");
        choose(office, "council", council.toString());
        office.locator("#initiator").selectOption(new SelectOption().setIndex(1));
        fill(office, Map.of("what", "Vijf bomen en twee banken."));
        milestone(office, 0, "Bomen geplant", "4000");
        milestone(office, 1, "Banken geplaatst", "2000");
        send(office);
        var page = project();
        assertThat(page.locator("main")).containsText("Vijf bomen en twee banken.");
        press(page, "Ik ga akkoord en teken");
        page.locator(".flash").waitFor();
        good(page);
        run();
        var director = official("general-director");
        take(director, "Tekenen voor de stad");
        check(director, "signed", "yes");
        send(director);
    }

    private void milestone(Page office, int row, String title, String amount) {
        press(office, "Voeg toe: Mijlpaal");
        office.locator("[id='milestones[" + row + "].title']").waitFor();
        fill(
                office,
                Map.of(
                        "milestones[" + row + "].title", title,
                        "milestones[" + row + "].due", begins(Phase.EXECUTION).plusDays(100L + row).toString(),
                        "milestones[" + row + "].amount", amount));
    }

    private void pay(Page office) {
        reach(office, "1");
        new Bank(context).pays();
        run();
        assertThat(paid()).isEqualTo(400_000);
    }

    private void reach(Page office, String milestone) {
        take(office, "Project opvolgen");
        check(office, "next", "milestone", "milestone");
        choose(office, "milestone", milestone);
        send(office);
    }

    private void tell(Page office) throws Exception {
        goTo(begins(Phase.EXECUTION).plusMonths(7));
        assertThat(subjects(AN)).anyMatch(subject -> subject.contains("Hoe gaat het met uw project"));
        var page = project();
        fill(page, Map.of("words", "De bomen staan er, de banken komen volgende week."));
        page.setInputFiles("#photo", new FilePayload("bomen.png", "image/png", ExecutionScenario.photo("png")));
        press(page, "Versturen");
        page.locator(".flash").waitFor();
        good(page);
        take(office, "Project opvolgen");
        check(office, "next", "progress", "words");
        fill(office, Map.of("words", "De bomen staan er."));
        check(office, "photo", "yes");
        send(office);
        assertThat(publicProject().locator("main")).containsText("De bomen staan er.");
    }

    /** Four marks behind the link of a mail; nobody reads who gave them. */
    private void lookBack() {
        assertThat(subjects(AN)).anyMatch(subject -> subject.contains("Hoe verliep het wijkbudget"));
        var page = idea(AN);
        follow(page, "Beantwoord de vragen");
        page.waitForURL("**/evaluatie");
        good(page);
        press(page, "Verstuur");
        page.locator(".error-summary").waitFor();
        good(page);
        Survey.QUESTIONS.forEach(question -> check(page, question, "4"));
        press(page, "Verstuur");
        page.locator(".flash").waitFor();
        good(page);
    }

    private void finish(Page office) {
        reach(office, "2");
        new Bank(context).pays();
        run();
        take(office, "Project opvolgen");
        check(office, "next", "done", "endWords");
        fill(office, Map.of("endWords", "Het plein is klaar. De buurt zorgt voor de bomen."));
        send(office);
        assertThat(paid()).isEqualTo(600_000);
        assertThat(publicProject().locator("main")).containsText("Het plein is klaar.");
        assertThat(idea(AN).locator("main")).containsText("Groen plein");
        assertThat(jdbc.sql("select state from wijkbudget_project")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    /** What its initiator sees of it, by the link of a mail. */
    private Page project() {
        var page = idea(AN);
        follow(page, "Groen plein");
        page.waitForURL("**/project/*");
        good(page);
        return page;
    }

    private Page publicProject() {
        var page = screen(Screen.PHONE);
        page.navigate("/publiek/wijkbudget/" + number + "/projecten");
        good(page);
        follow(page, "Groen plein");
        page.waitForURL("**/projecten/*");
        good(page);
        return page;
    }

    private long paid() {
        return jdbc.sql("select coalesce(sum(cents), 0) from ledger_payment where state = 'PAID'")
                .query(Long.class)
                .single();
    }

    @Test
    void aRefusedIdeaGoesOnWhenSomebodyElseFindsItsObjectionRight() throws Exception {
        handIn("Speelstraat", AN, "bert@wijk.example");
        var first = official("participation-office");
        publish(first);
        goTo(Phase.ADMISSIBILITY);
        take(first, "Kijken of het idee toegelaten is");
        judge(first, Map.of("verdict", "refused", "inArea", "no", "checkReason", "De straat ligt buiten de wijk."));
        var refused = idea(AN);
        assertThat(refused.locator("main")).containsText("De straat ligt buiten de wijk.");
        press(refused, "Vraag om te herbekijken");
        refused.locator("#reason-error").waitFor();
        good(refused);
        fill(refused, Map.of("reason", "De straat ligt aan deze kant van het water."));
        press(refused, "Vraag om te herbekijken");
        refused.locator(".flash").waitFor();
        good(refused);
        run();

        first.navigate("/werk");
        good(first);
        assertThat(first.locator("[data-row]", new Page.LocatorOptions().setHasText("Idee herbekijken"))
                        .locator("[data-claim]"))
                .hasCount(0);
        var second = official("participation-office");
        take(second, "Idee herbekijken");
        assertThat(second.locator("#objection")).hasValue("De straat ligt aan deze kant van het water.");
        check(second, "verdict", "admitted");
        fill(second, Map.of("reviewReason", "De kaart geeft de indiener gelijk."));
        send(second);

        assertThat(idea(AN).locator("main")).containsText("De kaart geeft de indiener gelijk.");
        goTo(Phase.DIALOGUE);
        makeProject(second, "Speelstraat", "Speelstraat");
        assertThat(idea(AN).locator("main")).containsText("Speelstraat");
        assertThat(jdbc.sql("select state from wijkbudget_proposal")
                        .query(String.class)
                        .single())
                .isEqualTo("IN_PROJECT");
    }
}
