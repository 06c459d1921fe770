package org.samenspraak.wijkbudget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.ledger.Bank;
import org.samenspraak.ledger.PayeeAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * From an idea on a phone to a square with benches: two ideas become one, a department says it can be done, residents vote online and
 * on paper, the college decides, its proposer reads that first, signs, and tells how it goes; money follows its milestones.
 */
class WijkbudgetJourneyIT extends ChoiceJourney {

    private static final String CHAIR = "voorzitter@raad.example";
    private static final Actor CLERK = Actor.person(PersonId.create(), "participatieambtenaar");
    private static final Actor FIRST = Actor.person(PersonId.create(), "medewerker financiën");
    private static final Actor SECOND = Actor.person(PersonId.create(), "directeur financiën");

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private PayeeAccounts accounts;

    @Autowired
    private ApplicationContext context;

    @Test
    void anIdeaOnAPhoneBecomesASquareWithBenches() throws Exception {
        var office = official("participation-office");
        admit(office);
        examine(office);
        voteOnline();
        voteOnPaper(office);
        count(office);
        decide();
        agree(office);
        pay(office);
        lookBack();
        tell(office);
        finish(office);
    }

    private void agree(Page office) {
        var carrier = council();
        take(office, "Uitvoering afspreken");
        check(office, "carrier", "council", "council");
        choose(office, "council", carrier.toString());
        office.locator("#initiator")
                .selectOption(new SelectOption().setLabel("buurvrouw van het plein (" + benches + ")"));
        fill(office, Map.of("what", "Vijf bomen en twee banken."));
        milestone(office, 0, "Bomen geplant", "4000");
        press(office, "Voeg toe: Mijlpaal");
        office.locator("[id='milestones[1].title']").waitFor();
        milestone(office, 1, "Banken geplaatst", "2000");
        send(office);
        assertThat(subjects(AN)).last().asString().contains("Teken de afspraak over uw project");
        var page = project();
        assertThat(page.locator("main")).containsText("Vijf bomen en twee banken.");
        press(page, "Ik ga akkoord en teken");
        told(page, "uw antwoord is genoteerd");
        run();
        var asked = question(CHAIR);
        check(asked, "signed", "yes");
        answer(asked);
        run();
        var director = official("general-director");
        take(director, "Tekenen voor de stad");
        check(director, "signed", "yes");
        send(director);
    }

    /** Of the register, with an account that two people saw. */
    private CouncilId council() {
        var made = ExecutionScenario.council(councils, jdbc, poort, begins(Phase.DECISION));
        var chair = new NewMember(
                "Voorzitter", CHAIR, null, null, Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.add(made, chair, begins(Phase.DECISION), CLERK);
        accounts.enter(made, "BE68 5390 0754 7034", "Buurtcomité Poort", FIRST);
        accounts.confirm(made, accounts.history(made).get(0).id(), SECOND);
        return made;
    }

    private void milestone(Page office, int row, String title, String amount) {
        var path = "milestones[" + row + "].";
        fill(
                office,
                Map.of(
                        path + "title", title,
                        path + "due", day(100L + row).toString(),
                        path + "amount", amount));
    }

    private LocalDate day(long ofExecution) {
        return begins(Phase.EXECUTION).plusDays(ofExecution);
    }

    private void pay(Page office) {
        reach(office, "1");
        assertThat(paid()).isZero();
        goTo(begins(Phase.DECISION).plusDays(7));
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

    /** Four marks behind the link of a mail; nobody reads who gave them. */
    private void lookBack() {
        goTo(Phase.EXECUTION);
        goTo(day(15));
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
        told(page, "Uw antwoord telt mee");
    }

    private void tell(Page office) throws Exception {
        goTo(begins(Phase.EXECUTION).plusMonths(7));
        assertThat(subjects(AN)).anyMatch(subject -> subject.contains("Hoe gaat het met uw project"));
        var page = project();
        fill(page, Map.of("words", "De bomen staan er, de banken komen volgende week."));
        page.setInputFiles("#photo", new FilePayload("bomen.png", "image/png", ExecutionScenario.photo("png")));
        press(page, "Versturen");
        told(page, "wij lezen het na");
        take(office, "Project opvolgen");
        check(office, "next", "progress", "words");
        choose(office, "message", "1");
        assertThat(office.locator("#words")).hasValue("De bomen staan er, de banken komen volgende week.");
        fill(office, Map.of("words", "De bomen staan er."));
        check(office, "photo", "1");
        send(office);
        var everybody = publicProject();
        assertThat(everybody.locator("main")).containsText("De bomen staan er.");
        assertThat(everybody.locator("img.photo")).isVisible();
    }

    private void finish(Page office) {
        reach(office, "2");
        new Bank(context).pays();
        run();
        var page = project();
        fill(page, Map.of("words", "Het plein is klaar."));
        page.locator("input[name=report]").check();
        press(page, "Versturen");
        told(page, "wij lezen het na");
        take(office, "Project opvolgen");
        check(office, "next", "done", "endWords");
        fill(
                office,
                Map.of(
                        "endWords", "Het plein is klaar. De buurt zorgt voor de bomen.",
                        "councilSpent", "6000",
                        "accounted", "Met facturen."));
        send(office);
        assertThat(paid()).isEqualTo(600_000);
        assertThat(publicProject().locator("main")).containsText("Het plein is klaar.");
        assertThat(jdbc.sql(
                                "select p.state || ' ' || c.outcome from wijkbudget_project p join casefile_case c on c.id = p.case_id")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE done");
    }

    /** What its initiator sees of it, by the link of a mail. */
    private Page project() {
        var page = idea(AN);
        follow(page, PROJECT);
        page.waitForURL("**/project/*");
        good(page);
        return page;
    }

    private Page publicProject() {
        var page = screen(Screen.PHONE);
        page.navigate("/publiek/wijkbudget/" + number + "/projecten");
        good(page);
        follow(page, PROJECT);
        page.waitForURL("**/projecten/*");
        good(page);
        return page;
    }

    private long paid() {
        return jdbc.sql("select coalesce(sum(cents), 0) from ledger_payment where state = 'PAID'")
                .query(Long.class)
                .single();
    }
}
