package org.samenspraak.grant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Actor;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.Bank;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.ledger.Budgets.Allotment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A council's whole year on a phone: it plans its open forum, prepares and holds its talk, asks for its grant by the link of a mail, a
 * second officer confirms the account, it is granted and paid, and in the new year the council accounts for it by a link too, with
 * costs and proofs; what it did not spend comes back.
 */
class GrantJourneyIT extends TalkJourney {

    private static final String ELS = "els@raad.example";
    private static final LocalDate FORUM = LocalDate.of(2026, 10, 20);

    @Autowired
    private Memberships memberships;

    @Autowired
    private Budgets budgets;

    @Autowired
    private GrantStarter grants;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void aCityThatAsksForAnApplication() {
        set("talk.application", "yes");
        set("grant.engagement", "no");
        jdbc.sql(
                        """
                        insert into council_inscription (id, council_id, recognised, from_day, case_id)
                        values (gen_random_uuid(), ?, true, '2025-01-01', ?)
                        """)
                .params(council.value(), UUID.randomUUID())
                .update();
        memberships.replace(
                council,
                List.of(
                        officer("An Peeters", AN, Function.CHAIR),
                        officer("Els Maes", ELS, Function.SECRETARY),
                        officer("Jan Claes", "jan@raad.example", Function.TREASURER)),
                LocalDate.of(2026, 9, 2),
                Actor.SYSTEM);
        budgets.add(
                new BudgetKey(2026, Grant.PURPOSE),
                "Buurtsubsidies 2026",
                new Allotment(new Amount(500_000), "2026_GR_0001", "Begroting", Actor.SYSTEM));
    }

    @Test
    void aYearFromTheFirstQuestionToTheMoneyThatComesBack() {
        walk();
    }

    @Test
    @Tag("full")
    void theSameWithoutJavaScript() {
        switchScriptOff();

        walk();
    }

    private void walk() {
        official("alderman");
        var office = official("participation-office");
        startRound(office);
        prepare();
        var manager = official("area-manager@" + area);
        plan(manager);
        goTo(DAY.plusDays(1));
        report(manager);
        confirm();

        planForum();
        ask();
        confirmAccount();
        goTo(FORUM.plusDays(1));
        sayHowTheForumWas();
        assess(office);
        var director = official("general-director");
        decide(director);
        pay();
        grade();

        goTo(LocalDate.of(2027, 1, 20));
        account();
        review(office);
        decideReclaim(director);
        payBack(official("finance"));
    }

    private void planForum() {
        var page = signedIn(AN);
        page.navigate("/raad/start/open-forum?alles");
        good(page);
        fill(
                page,
                Map.of(
                        "subject", "Verkeer in Runkst",
                        "day", FORUM.toString(),
                        "time", "19:30",
                        "place", "Buurthuis De Linde"));
        check(page, "open", "yes");
        press(page, "Verstuur");
        page.waitForURL("**/raad/start");
        good(page);
        run();
        assertThat(subjects(AN)).last().asString().contains("open forum");
    }

    private void ask() {
        grants.begin();
        run();
        assertThat(asked(AN)).contains("Subsidie aanvragen");
        var page = question(AN);
        assertThat(page.locator("#forum")).hasValue("Verkeer in Runkst. Open forum gepland op 20 oktober 2026.");
        assertThat(page.locator("#amount")).hasValue(Pattern.compile("1.?000"));
        fill(
                page,
                Map.of(
                        "plan", "Banken op het plein en een buurtfeest.",
                        "iban", GrantScenario.IBAN,
                        "holder", "Wijkraad Runkst vzw"));
        check(page, "statement", "true");
        answer(page);
    }

    private void confirmAccount() {
        var page = question(ELS);
        assertThat(page.locator("#newHolder")).hasValue("Wijkraad Runkst vzw");
        check(page, "agreed", "yes");
        answer(page);
    }

    private void sayHowTheForumWas() {
        var page = signedIn(AN);
        follow(page, "Zeggen hoe het open forum was");
        page.waitForURL("**/raad/vragen/*");
        good(page);
        check(page, "held", "yes", "attended");
        fill(page, Map.of("attended", "40", "said", "Het verkeer moet trager.", "wishes", "Een fietsstraat."));
        press(page, "Verstuur");
        page.waitForURL("**/raad");
        good(page);
        run();
    }

    private void assess(Page page) {
        take(page, "Subsidie beoordelen");
        assertThat(page.locator("main table")).containsText("Open forum gehouden op 20 oktober 2026");
        follow(page, "Open forum: Verkeer in Runkst");
        page.waitForURL("**/zaken/*");
        good(page);
        page.goBack();
        check(page, "proposal", "granted");
        send(page);
    }

    private void decide(Page page) {
        take(page, "Beslissen over de subsidie");
        check(page, "decision", "granted");
        fill(
                page,
                Map.of(
                        "reason", "De raad voldoet aan de voorwaarden.",
                        "decisionNumber", "AD-2026-12",
                        "decisionDate", FORUM.plusDays(1).toString()));
        send(page);
        assertThat(subjects(AN)).anyMatch(subject -> subject.contains("Uw raad krijgt subsidie"));
    }

    private void pay() {
        goTo(FORUM.plusDays(8));
        new Bank(context).pays();
        run();
        assertThat(state()).isEqualTo("PAID");
    }

    private void grade() {
        var page = question(AN);
        choose(page, "grade", "8");
        answer(page);
    }

    /** The only grant of the year was drawn: costs and proofs are asked. What was chosen stays when a cost is missing. */
    private void account() {
        assertThat(asked(AN)).contains("Subsidie verantwoorden");
        var page = question(AN);
        assertThat(page.locator("#drawn")).hasValue(Pattern.compile("geloot"));
        assertThat(page.locator("#forumHeld")).hasValue(FORUM.toString());
        fill(
                page,
                Map.of(
                        "report", "Twee banken en een buurtfeest.",
                        "forumReport", "Veertig bewoners kwamen praten over het verkeer."));
        cost(page, 0, "Twee banken", "600");
        cost(page, 1, "Buurtfeest", "");
        upload(page, "proofs", "factuur banken.pdf");
        check(page, "statement", "true");
        press(page, "Verstuur");
        page.locator("[id='costs[1].cost-error']").waitFor();
        good(page);
        assertThat(page.locator("main")).containsText("factuur banken.pdf");
        fill(page, Map.of("costs[1].cost", "300"));
        answer(page);
    }

    /** Room for the first one stands there. */
    private void cost(Page page, int row, String what, String cost) {
        if (row > 0) {
            press(page, "Voeg toe: Kost");
        }
        var place = "costs[" + row + "].";
        page.locator("[id='" + place + "what']").waitFor();
        good(page);
        fill(page, Map.of(place + "what", what, place + "cost", cost));
    }

    private void review(Page page) {
        take(page, "Verantwoording nakijken");
        assertThat(page.locator("#costs")).hasValue(Pattern.compile("Buurtfeest"));
        assertThat(page.locator("main")).containsText("factuur banken.pdf");
        check(page, "verdict", "reclaim", "amount");
        fill(page, Map.of("amount", "100", "reason", "Honderd euro is niet besteed."));
        send(page);
    }

    private void decideReclaim(Page page) {
        take(page, "Beslissen over terugvordering");
        check(page, "reclaiming", "yes");
        fill(
                page,
                Map.of(
                        "reason", "Wat niet besteed is, komt terug.",
                        "decisionNumber", "AD-2027-3",
                        "decisionDate", "2027-01-20"));
        send(page);
        assertThat(subjects(AN))
                .anyMatch(subject -> subject.contains("Uw raad betaalt een deel van de subsidie terug"));
        assertThat(state()).isEqualTo("RECLAIMING");
    }

    private void payBack(Page page) {
        page.navigate("/geld/terug");
        good(page);
        page.locator("main summary").press("Enter");
        fill(page, Map.of("amount-0", "100", "reference-0", "afschrift 12"));
        press(page, "Boek de ontvangst");
        page.waitForURL("**/geld/terug");
        good(page);
        run();
        assertThat(state()).isEqualTo("ACCOUNTED");
        assertThat(jdbc.sql("select outcome from casefile_case where id = (select case_id from grant_grant)")
                        .query(String.class)
                        .single())
                .isEqualTo("accounted");
    }

    private String state() {
        return jdbc.sql("select state from grant_grant").query(String.class).single();
    }

    private void set(String parameter, String value) {
        jdbc.sql("update regulation_parameter set value = ? where key = ?")
                .params(value, parameter)
                .update();
    }

    private static NewMember officer(String name, String mail, Function function) {
        return new NewMember(name, mail, null, "Straat 1", Set.of(function), true, true, false, Sex.NOT_STATED);
    }
}
