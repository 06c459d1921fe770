package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.BrowserIT;
import org.samenspraak.voting.Seed;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.Idea.State;
import org.samenspraak.wijkbudget.Idea.Words;
import org.samenspraak.wijkbudget.ProjectAnswers.Said;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of a round in a browser, from its own tables: on a desk, on a phone, in two languages, without JavaScript. */
class RoundBrowserIT extends BrowserIT {

    private static final List<String> OF_VOTES =
            List.of("/commissie", "/papier", "/tellen", "/vergelijken", "/loting", "/jury");

    private static final Actor CLERK = Actor.resident("participatieambtenaar");

    @Autowired
    private Areas allAreas;

    @Autowired
    private Cases cases;

    @Autowired
    private BudgetRounds rounds;

    @Autowired
    private BudgetAreas areas;

    @Autowired
    private Ideas ideas;

    @Autowired
    private IdeaSupporters supporters;

    @Autowired
    private IdeaLetters letters;

    @Autowired
    private BudgetProjects projects;

    @Autowired
    private ProjectAnswers answers;

    @Autowired
    private Dialogues dialogue;

    @Autowired
    private BudgetDecisions decisions;

    @Autowired
    private Surveys surveys;

    @Autowired
    private VoteRows votes;

    @Autowired
    private PaperCards cards;

    @Autowired
    private JuryScores jury;

    @Autowired
    private TransactionTemplate transaction;

    private CaseId round = CaseId.create();
    private CaseId project = CaseId.create();
    private AreaId poort = AreaId.create();

    @BeforeEach
    void aRoundWithIdeas() {
        transaction.executeWithoutResult(status -> {
            poort = allAreas.add("Brugse Poort – Rooigem", null, CLERK);
            var dorpen = allAreas.add("Kanaaldorpen en -zone", null, CLERK);
            round = open(BudgetRound.TRAJECTORY, "WBR", "Wijkbudget van elf wijken", null);
            var day = LocalDate.of(2026, 5, 1);
            var money = new BudgetRounds.MoneyRule(45_000_000, 0, 0, 45_000_000, BigDecimal.ZERO);
            rounds.prepare(round, "Wijkbudget van elf wijken", day, money);
            areas.replace(round, List.of(share(poort, 30_000_000), share(dorpen, 15_000_000)));
            for (var phase : Phase.values()) {
                rounds.plan(round, new PhaseDays(phase, day, day.plusDays(27)));
                day = day.plusDays(28);
            }
            rounds.begin(round, Phase.FEASIBILITY);
            var made = IntStream.range(0, 6).mapToObj(this::idea).toList();
            project = open(BudgetProject.TRAJECTORY, "WBP", "Een groen plein met plaats voor iedereen", poort);
            var green = BudgetProject.made(
                    project, round, poort, "Een groen plein met plaats voor iedereen", "Bomen, banken en een fontein.");
            projects.add(green, made.subList(0, 2), clock.instant(), "participatieambtenaar");
            projects.ask(project, null);
            answers.ask(green.id(), List.of("department-green", "department-mobility"), LocalDate.of(2026, 8, 1));
            answers.keep(
                    green.id(),
                    "department-green",
                    new Said("IF", "Alleen inheemse bomen.", 1_250_000L, 45_000L, "yes", "Dienst groen"),
                    clock.instant(),
                    "medewerker groen");
        });
    }

    private CaseId open(String trajectory, String code, String title, @Nullable AreaId area) {
        return cases.open(new OpenCase(
                CaseId.create(), trajectory, code, title, null, area, LocalDate.of(2026, 5, 1), false, CLERK));
    }

    private CaseId idea(int at) {
        var title = List.of(
                        "Banken op het plein", "Bomen op het plein", "Fontein", "Zebrapad", "Speelstraat", "Buurtkast")
                .get(at);
        var id = open(Idea.TRAJECTORY, "WBI", title, poort);
        ideas.add(new Idea(
                id,
                round,
                poort,
                new Words(title, title + " voor iedereen.", "Er is weinig plek.", "Seghersplein"),
                at % 2 == 0 ? 950_000L : null,
                false,
                at < 4 ? State.ADMITTED : State.REFUSED,
                null,
                null,
                null,
                null,
                null,
                null,
                0));
        return id;
    }

    private static Share share(AreaId area, long cents) {
        return new Share(
                area,
                "",
                1000,
                BigDecimal.TEN,
                BigDecimal.TEN,
                true,
                true,
                cents,
                List.of("children", "teens", "poverty"),
                "Langs de voedselbank en het jeugdhuis, want daar komen zij al.");
    }

    @Test
    void isReadOnADeskAndOnAPhone() {
        var idea = written();
        for (var screen : List.of(Screen.DESKTOP, Screen.PHONE)) {
            var page = browse(screen);
            signIn(page, "participation-office");
            visit(page, "/wijkbudget");
            visit(page, "/wijkbudget/" + number(round));
            visit(page, "/wijkbudget/" + number(round) + "/ideeen");
            visit(page, "/wijkbudget/" + number(round) + "/wijkdialoog");
            visit(page, "/wijkbudget/project/" + number(project));
            visit(page, "/zaken/" + number(project));
            visit(page, IdeaLetterPages.URL);
            visit(page, "/wijkbudget/idee/" + number(idea) + "/brief");
        }
        var english = browse(Screen.PHONE, "en");
        signIn(english, "participation-office");
        visit(english, "/wijkbudget");
        visit(english, "/wijkbudget/" + number(round));
        visit(english, "/wijkbudget/" + number(round) + "/ideeen");
        visit(english, "/wijkbudget/" + number(round) + "/wijkdialoog");
    }

    private CaseId written() {
        var idea = ideas.open(round).get(0);
        var proposer = new Idea.Supporter(UUID.randomUUID(), idea, true, "Rosa Maes", null, "Kerkplein 1", true);
        supporters.add(proposer, clock.instant());
        letters.make(proposer, "idea-lapsed", Map.of());
        return idea;
    }

    @Test
    void isVotedAndScoredOnADeskAndOnAPhone() {
        transaction.executeWithoutResult(status -> {
            votes.open(
                    round,
                    clock.instant(),
                    clock.instant().plus(Duration.ofDays(7)),
                    new Seed("een tekst van meer dan tweeëndertig tekens"));
            projects.feasible(projects.get(project), 1_250_000L, 45_000L);
            cards.issue(round, poort, 3, "", CLERK);
            cards.issue(round, poort, 1, "", CLERK);
            advised();
            jury.add(round, "lid 1", null);
        });
        var sheet = "/wijkbudget/" + number(round) + "/jury/"
                + jury.jurors(round).get(0).id();
        for (var screen : List.of(Screen.DESKTOP, Screen.PHONE)) {
            var page = browse(screen);
            signIn(page, "participation-office");
            OF_VOTES.forEach(path -> visit(page, "/wijkbudget/" + number(round) + path));
            visit(page, sheet);
        }
        var english = browse(Screen.PHONE, "en");
        signIn(english, "participation-office");
        OF_VOTES.forEach(path -> visit(english, "/wijkbudget/" + number(round) + path));
        visit(english, sheet);
    }

    private void advised() {
        var other = open(BudgetProject.TRAJECTORY, "WBP", "Een speelstraat", poort);
        var street = BudgetProject.made(other, round, poort, "Een speelstraat", "Elke woensdag.");
        projects.add(street, List.of(), clock.instant(), "participatieambtenaar");
        jdbc.sql(
                        """
                        insert into wijkbudget_project_advice (project, advice, consensus, given_at, given_by)
                        values (?, 'conditions', 'Iedereen wil dit.', now(), 'commissie')
                        """)
                .param(street.id())
                .update();
    }

    @Test
    void showsHowItWentToTheOfficeAndToEverybody() {
        var went = "/" + number(round) + "/evaluatie";
        evaluated();
        for (var screen : List.of(Screen.DESKTOP, Screen.PHONE)) {
            var page = browse(screen);
            signIn(page, "participation-office");
            visit(page, "/wijkbudget" + went);
            assertThat(page.locator("main").innerText()).contains("Indieners: 6 van 0 antwoordden", "Meer avonden.");
            visit(page, "/publiek/wijkbudget" + went);
        }
        var english = browse(Screen.PHONE, "en");
        signIn(english, "participation-office");
        visit(english, "/wijkbudget" + went);
        visit(english, "/publiek/wijkbudget" + went);
        var plain = browseWithoutScript(Screen.PHONE);
        plain.navigate("/publiek/wijkbudget" + went);
        assertFits(plain);
    }

    /** Decided, public, voted on and looked back on. */
    private void evaluated() {
        transaction.executeWithoutResult(status -> {
            rounds.adopt(round, LocalDate.of(2026, 5, 1), clock.instant());
            decisions.add(round, "2026-CBS-1", LocalDate.of(2027, 1, 5), null, clock.instant(), "college");
            decisions.release(round, clock.instant());
            surveys.open(round, List.of("committee-dialoogkamer", "department-green"), LocalDate.of(2027, 2, 1));
            IntStream.range(0, 6)
                    .forEach(at -> surveys.add(
                            round,
                            new Survey.Answer(
                                    Survey.Kind.PROPOSER, List.of(4, 2, 5, 4), at == 0 ? "Meer avonden." : null)));
            surveys.close(round, LocalDate.of(2027, 3, 1));
            IntStream.range(0, 8).forEach(at -> jdbc.sql(
                            "insert into wijkbudget_ballot (id, round, area_id, channel, choices) values (?, ?, ?, 'ONLINE', '{1}')")
                    .params(UUID.randomUUID(), round.value(), poort.value())
                    .update());
        });
    }

    @Test
    void takesAMomentOfTheDialogueWithoutJavaScript() {
        var page = browseWithoutScript(Screen.PHONE);
        signIn(page, "participation-office");
        page.navigate("/wijkbudget/" + number(round) + "/wijkdialoog");
        page.fill("#on", "2026-06-27");
        page.fill("#place", "Seghersplein");
        page.locator("input[name=reached][value=teens]").press(" ");
        press(page, "Bewaar");
        assertFits(page);
        assertThat(page.locator("#people-error").innerText()).isEqualTo("Vul een getal in, vanaf 1.");

        page.fill("#people", "14");
        press(page, "Bewaar");

        assertFits(page);
        assertThat(dialogue.page(round, null, 2)).singleElement().satisfies(held -> assertThat(held.people())
                .isEqualTo(14));
    }

    private String number(CaseId id) {
        return cases.get(id).number();
    }
}
