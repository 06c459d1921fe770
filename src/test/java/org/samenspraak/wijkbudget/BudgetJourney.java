package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Tasks;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.JourneyIT;
import org.samenspraak.testing.Mails;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** A round of which the call is open; from there on residents and officials act in their browsers. */
abstract class BudgetJourney extends JourneyIT {

    static final String AN = "an@wijk.example";

    /** In milliseconds: a first page takes long while the office warms up. */
    private static final double PATIENCE = 30_000;

    private static final LocalDate PREPARED = LocalDate.of(2027, 3, 1);
    private static final Actor CLERK = Actor.resident("participatieambtenaar");
    private static final Pattern LINK = Pattern.compile("(/v/idee/[A-Za-z0-9_-]{64})");

    @Autowired
    BudgetRounds rounds;

    @Autowired
    private Areas areas;

    @Autowired
    private Cases cases;

    @Autowired
    private Forms forms;

    @Autowired
    private Intake intake;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskData taskData;

    @Autowired
    private Regulations regulations;

    AreaId poort = AreaId.create();
    CaseId round = CaseId.create();
    String number = "";

    @BeforeEach
    void anOpenCall() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        goTo(PREPARED);
        var shipped = regulations.inForce(BudgetRound.TRAJECTORY, PREPARED);
        BudgetScenario.version(
                regulations,
                shipped,
                PREPARED,
                Map.of(
                        "money.total", "200000",
                        "choice.method", "vote",
                        "vote.most", "2",
                        "count.rule", "greedy-skip",
                        "proposal.co-initiators", "1"));
        poort = areas.add("Brugse Poort", null, CLERK);
        adopt();
        goTo(BudgetScenario.OPENS);
    }

    /** What the office and the college do before residents come in. */
    private void adopt() {
        var form = forms.shipped(BudgetRound.TRAJECTORY);
        var known = forms.prefill(form, null, CLERK);
        var answers = Map.<String, Object>of(
                "title",
                "Wijkbudget 2027",
                "opens",
                BudgetScenario.OPENS.toString(),
                "under",
                "gent-wijkbudget-2020",
                "shares",
                List.of(BudgetScenario.area(poort, "20000", "24")));
        round = intake.start(BudgetRound.TRAJECTORY, form, judged(form, known, answers), PREPARED, false, CLERK)
                .id();
        run();
        prepare(Map.of("methodAdvice", "positive", "methodReason", "Duidelijk."));
        prepare(Map.of(
                "adopted",
                "yes",
                "opens",
                BudgetScenario.OPENS.toString(),
                "decisionNumber",
                "2027-CBS-0101",
                "decisionDate",
                "2027-03-01"));
        number = cases.get(round).number();
    }

    private void prepare(Map<String, Object> answers) {
        var task = tasks.ofCase(round).get(0);
        var form = forms.parse(Objects.requireNonNull(task.formJson()));
        intake.answer(task.id(), form, judged(form, taskData.of(task, form, CLERK), answers), false, CLERK);
        run();
    }

    private Forms.Judgement judged(Form form, Map<String, Object> known, Map<String, Object> answers) {
        var judgement = forms.judge(form, known, TypedForm.of(new HashMap<>(answers)));
        assertThat(judgement.errors()).isEmpty();
        return judgement;
    }

    @Override
    protected Page screen(Screen screen) {
        var page = super.screen(screen);
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    LocalDate begins(Phase phase) {
        return rounds.phases(round).stream()
                .filter(days -> days.phase() == phase)
                .findFirst()
                .orElseThrow()
                .begins();
    }

    void goTo(Phase phase) {
        goTo(begins(phase));
    }

    /** On a phone, with a photo and one neighbour behind it; both confirm by the link of their mail. */
    String handIn(String title, String who, String neighbour) throws Exception {
        var page = screen(Screen.PHONE);
        page.navigate("/aanvraag/wijkbudget-proposal?alles");
        good(page);
        choose(page, "area", poort.toString());
        fill(
                page,
                Map.of(
                        "title", title,
                        "idea", title + " voor de hele buurt.",
                        "place", "Seghersplein",
                        "need", "Er is weinig plek om te zitten.",
                        "contactName", "buurvrouw van het plein",
                        "contactMail", who,
                        "contactAddress", "Seghersplein 1"));
        page.setInputFiles("[id=\"photo\"]", new FilePayload("plein.png", "image/png", ExecutionScenario.photo("png")));
        check(page, "oldEnough", "true");
        fill(
                page,
                Map.of(
                        "coInitiators[0].name", "buurman van het plein",
                        "coInitiators[0].mail", neighbour,
                        "coInitiators[0].address", "Seghersplein 7"));
        press(page, "Verstuur de aanvraag");
        page.waitForURL("**/ontvangen?nummer=*");
        good(page);
        run();
        var idea = page.locator("main strong").innerText();
        confirm(who, "Ja, dit idee komt van mij");
        confirm(neighbour, "Ja, ik sta achter dit idee");
        return idea;
    }

    private void confirm(String mailbox, String button) {
        var page = idea(mailbox);
        press(page, button);
        told(page, "dat is genoteerd");
        run();
    }

    /** What somebody sees of their idea by the newest link in their mailbox. */
    Page idea(String mailbox) {
        var page = screen(Screen.PHONE);
        page.navigate(mailed(mailbox, LINK));
        good(page);
        return page;
    }

    /** The newest link of a kind in a mailbox. */
    String mailed(String mailbox, Pattern link) {
        var found = mail.receivedBy(mailbox).stream()
                .map(Mails::text)
                .map(link::matcher)
                .filter(text -> text.find())
                .map(text -> text.group(1))
                .toList();
        assertThat(found).as("links to " + mailbox).isNotEmpty();
        return found.get(found.size() - 1);
    }

    void publish(Page office) {
        take(office, "Idee nalezen");
        check(office, "publish", "yes", "publishPhotos");
        check(office, "publishPhotos", "yes");
        send(office);
    }

    void judge(Page office, Map<String, String> answers) {
        check(office, "inArea", answers.getOrDefault("inArea", "yes"));
        check(office, "nonCommercial", "yes");
        check(office, "affordable", "yes");
        check(office, "own", "yes");
        var verdict = Objects.requireNonNull(answers.get("verdict"));
        if (verdict.equals("merged")) {
            check(office, "verdict", verdict, "mergeInto");
            fill(office, Map.of("mergeInto", Objects.requireNonNull(answers.get("mergeInto"))));
        } else {
            check(office, "verdict", verdict);
        }
        fill(office, Map.of("checkReason", answers.getOrDefault("checkReason", "Past in het wijkbudget.")));
        send(office);
    }

    /** What the page says of what was done on it. */
    void told(Page page, String words) {
        PlaywrightAssertions.assertThat(page.locator(".flash")).containsText(words);
        good(page);
    }

    /** In the dialogue: ideas that were chosen in the table become a project. */
    void makeProject(Page office, String title, String idea) {
        office.navigate("/wijkbudget/" + number + "/ideeen");
        good(office);
        office.getByLabel("Kies " + idea).press("Space");
        fill(office, Map.of("title", title));
        press(office, "Maak het project");
        told(office, "Het project is gemaakt.");
        run();
    }
}
