package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A round: its money, its adoption, and phases that follow each other by the clock. */
class WijkbudgetRoundProcessTest extends BudgetScenario {

    @Autowired
    private BudgetMoney money;

    @Autowired
    private PhaseMoves moves;

    @Autowired
    private TermChanges terms;

    @Autowired
    private RoundRules rules;

    @Test
    void dividesTheMoneyToTheCentAndSaysWhy() {
        var round = prepared(Map.of());

        var all = shares.of(round);
        assertThat(all).extracting(BudgetAreas.Share::name).containsExactly("Brugse Poort", "Kanaaldorpen");
        assertThat(all)
                .extracting(BudgetAreas.Share::counted)
                .satisfiesExactly(
                        counted -> assertThat(counted).isEqualByComparingTo("24"), counted -> assertThat(counted)
                                .as("under the limit of 10 percent")
                                .isEqualByComparingTo("0"));
        assertThat(all).extracting(BudgetAreas.Share::cents).containsExactly(28_880_597L, 16_119_403L);
        assertThat(money.steps(rounds.get(round).money(), all)).hasSize(4);
    }

    @Test
    void dividesGentsSixMillionOverItsTwentyFiveAreas() throws Exception {
        var rows = new ArrayList<Map<String, Object>>();
        for (var line : new ClassPathResource("voting/gent-wijken.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList()) {
            var cell = line.split(";");
            var row = new HashMap<>(area(areas.add(cell[0], null, CLERK), cell[3], cell[4]));
            if (cell[5].equals("aangenomen") || cell[6].equals("aangenomen")) {
                row.put("assumed", "true");
            }
            if (!cell[1].equals("1")) {
                row.put("takesPart", "false");
            }
            rows.add(row);
        }

        total("6250000");
        var round = prepared(Map.of("shares", rows));

        var all = shares.of(round);
        assertThat(all).hasSize(25);
        assertThat(all.stream().mapToLong(BudgetAreas.Share::cents).sum()).isEqualTo(625_000_000L);
        assertThat(all).allSatisfy(share -> assertThat(share.cents()).isBetween(15_000_000L, 35_000_000L));
        assertThat(all.stream().filter(BudgetAreas.Share::takesPart)).hasSize(11);
        assertThat(all).as("no source gives how many are vulnerable").allMatch(BudgetAreas.Share::assumed);
        assertThat(all.get(0).cents()).as("Brugse Poort, at the ceiling").isEqualTo(35_000_000L);
        assertThat(all.get(0).cents()).isGreaterThan(all.get(5).cents());
    }

    @Test
    void refusesWhatCannotBeDividedOrReached() {
        refused("wijkbudget.refusal.opens", () -> prepared(Map.of("opens", "2027-03-10")));
        var twice = List.of(area(poort, "10", "1"), area(poort, "10", "1"));
        refused("wijkbudget.refusal.area-twice", () -> prepared(Map.of("shares", twice)));
        var unreached = new HashMap<>(area(poort, "10", "1"));
        unreached.remove("reach");
        refused("wijkbudget.refusal.reach", () -> prepared(Map.of("shares", List.of(unreached))));
        unreached.put("takesPart", "false");
        refused("wijkbudget.refusal.nobody-takes-part", () -> prepared(Map.of("shares", List.of(unreached))));
        refused("wijkbudget.refusal.no-areas", () -> prepared(Map.of("shares", List.of())));
        var village = areas.add("Terdonk", dorpen, CLERK);
        var nested = List.of(area(poort, "20000", "24"), area(village, "100", "1"), area(dorpen, "2000", "6"));
        refused("wijkbudget.refusal.area-nested", () -> prepared(Map.of("shares", nested)));
        total("200000");
        refused("voting.allocation.base", () -> prepared(Map.of()));
    }

    @Test
    void isAmendedWhenItIsNotAdoptedAndAdvisedOnAgain() {
        var round = prepared(Map.of());
        answer(round, "Task_AdviseMethod", Map.of("methodAdvice", "negative", "methodReason", "Te weinig tijd."));
        var no = adoption("no");
        no.put("decisionReason", "Eerst meer geld voor de dorpen.");
        answer(round, "Task_AdoptRound", no);
        assertThat(rounds.phases(round)).isEmpty();

        answer(
                round,
                "Task_ReviseRound",
                Map.of(
                        "title",
                        "Wijkbudget 2027",
                        "opens",
                        OPENS.toString(),
                        "shares",
                        List.of(area(poort, "20000", "24"), area(dorpen, "2000", "12"))));

        assertThat(open(round)).containsExactly("Task_AdviseMethod");
        assertThat(shares.of(round).stream().mapToLong(BudgetAreas.Share::cents).sum())
                .isEqualTo(45_000_000L);
        assertThat(shares.of(round).get(1).counted()).isEqualByComparingTo("12");
    }

    @Test
    void goesOnWithoutAnAdviceThatDoesNotCome() {
        var round = prepared(Map.of());

        wait(22);

        assertThat(open(round)).containsExactly("Task_AdoptRound");
        assertThat(known(round, "Task_AdoptRound"))
                .containsEntry("advised", "Geen advies binnen de termijn")
                .containsEntry("opens", OPENS.toString());
    }

    @Test
    void needsAReasonToDepartFromANegativeAdvice() {
        var round = prepared(Map.of());
        answer(round, "Task_AdviseMethod", Map.of("methodAdvice", "negative", "methodReason", "Te weinig tijd."));

        var judged = forms.judge(
                form(task(round, "Task_AdoptRound")), known(round, "Task_AdoptRound"), TypedForm.of(adoption("yes")));

        assertThat(judged.errors()).extracting("path").containsExactly("decisionReason");
    }

    @Test
    void decidesOnNoDayBeforeTheAdvice() {
        var round = prepared(Map.of());
        wait(2);
        answer(round, "Task_AdviseMethod", Map.of("methodAdvice", "positive", "methodReason", "Duidelijk."));
        var advised = today();
        wait(3);
        var early = adoption("yes");
        early.put("decisionDate", advised.minusDays(1).toString());

        var task = task(round, "Task_AdoptRound");
        assertThat(forms.judge(form(task), known(round, "Task_AdoptRound"), TypedForm.of(early))
                        .errors())
                .extracting("path")
                .containsExactly("decisionDate");

        early.put("decisionDate", advised.toString());
        answer(round, "Task_AdoptRound", early);
        assertThat(rounds.phases(round)).isNotEmpty();
    }

    @Test
    void refusesACallThatNobodyCouldKnowOf() {
        var round = prepared(Map.of());
        goTo(LocalDate.of(2027, 4, 30));
        refused("wijkbudget.refusal.opens", () -> send(round, "Task_AdoptRound", adoption("yes")));
        assertThat(open(round)).containsExactly("Task_AdoptRound");
    }

    @Test
    void walksThroughItsPhasesByTheClockUntilItIsEvaluated() {
        var round = adopted();
        assertThat(days(round, Phase.CALL)).isEqualTo(new PhaseDays(Phase.CALL, OPENS, LocalDate.of(2027, 6, 13)));
        assertThat(rounds.get(round).phase()).isNull();

        for (var phase : Phase.values()) {
            goTo(days(round, phase).begins());
            assertThat(rounds.get(round).phase()).isEqualTo(phase);
            assertThat(rules.locked(round).contains(RoundRules.Part.CHOICE))
                    .isEqualTo(phase.compareTo(Phase.CHOICE) >= 0);
            if (phase == Phase.DECISION) {
                answer(
                        round,
                        "Task_DecideRound",
                        Map.of(
                                "confirmed",
                                "yes",
                                "decisionNumber",
                                "2028-CBS-0042",
                                "decisionDate",
                                today().toString()));
            }
            if (phase == Phase.EXECUTION) { // asked, reminded, closed: the survey runs beside it
                List.of(15L, 30L, 44L)
                        .forEach(after -> goTo(days(round, phase).begins().plusDays(after)));
            }
        }

        answer(round, "Task_Evaluate", Map.of("well", "Veel ideeën.", "better", "Meer jongeren."));
        assertThat(view(round).outcome()).isEqualTo("closed");
        assertThat(rounds.get(round).closedAt()).isNotNull();
    }

    @Test
    void movesADayBeforeItsPhaseBeginsWithAReasonAndAllThatFollows() {
        var round = adopted();
        var dialogue = days(round, Phase.DIALOGUE);
        refused("wijkbudget.refusal.reason", () -> move(round, dialogue.ends().plusDays(7), " "));
        refused("wijkbudget.refusal.ends", () -> move(round, dialogue.ends(), "Dezelfde dag."));
        refused(
                "wijkbudget.refusal.too-short",
                () -> move(round, dialogue.ends().minusDays(1), "Een dag korter."));
        var choice = days(round, Phase.CHOICE);

        move(round, dialogue.ends().plusDays(7), "Het buurthuis is dicht in de laatste week.");

        assertThat(days(round, Phase.DIALOGUE).ends()).isEqualTo(dialogue.ends().plusDays(7));
        assertThat(days(round, Phase.CHOICE)).isEqualTo(choice.shifted(7));
        assertThat(days(round, Phase.CALL).begins()).isEqualTo(OPENS);
        refused(
                "wijkbudget.refusal.too-short",
                () -> move(round, dialogue.ends().minusDays(1), "Korter dan het reglement, na een verlenging."));
        assertThat(clocks.find(round, Phase.CHOICE.term(), null).orElseThrow().lastDay())
                .isEqualTo(choice.ends().plusDays(7));
        goTo(dialogue.ends().plusDays(3));
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.DIALOGUE);
        assertThat(clocks.running(round, 20))
                .as("no phase that is over reads as late")
                .allSatisfy(clock -> assertThat(clock.lastDay()).isAfter(today()));
        refused(
                "wijkbudget.refusal.phase-began",
                () -> move(round, dialogue.ends().plusDays(14), "Nog eens."));
    }

    @Test
    void letsNobodyMoveTheDayOfTheCallByHand() {
        var round = adopted();
        var opening = clocks.find(round, BudgetRound.ANNOUNCEMENT, null).orElseThrow();

        for (var kind : List.of(TermChange.Kind.MOVE, TermChange.Kind.SUSPEND)) {
            var change = new TermChange(kind, kind == TermChange.Kind.MOVE ? today() : null, "Proef.");
            refused(
                    "deadlines.refusal.decided",
                    () -> terms.change(round, BudgetRound.ANNOUNCEMENT, null, change, CLERK));
        }

        assertThat(clocks.find(round, BudgetRound.ANNOUNCEMENT, null)
                        .orElseThrow()
                        .lastDay())
                .isEqualTo(opening.lastDay());
    }

    @Test
    void followsANewVersionUntilItsRulesAreLocked() {
        var round = adopted();
        var before = view(round).regulation();
        var cheaper = version(before, "project.maximum", "90000");

        rules.follow(round, cheaper.version(), "Het maximum was te hoog.", CLERK);

        assertThat(view(round).regulation()).isEqualTo(cheaper);
        var richer = version(cheaper, "money.total", "460000");
        rules.follow(round, richer.version(), "De gemeenteraad gaf meer.", CLERK);
        assertThat(rounds.get(round).money().total()).isEqualTo(46_000_000L);
        assertThat(shares.of(round).stream().mapToLong(BudgetAreas.Share::cents).sum())
                .as("what areas get follows the rules that everybody reads")
                .isEqualTo(46_000_000L);
        var poorer = version(richer, "money.total", "200000");
        refused("voting.allocation.base", () -> rules.follow(round, poorer.version(), "Minder.", CLERK));
        rules.lock(round, RoundRules.Part.MONEY, "proposal");
        var dearer = version(richer, "project.maximum", "120000");
        refused("wijkbudget.refusal.rules-locked", () -> rules.follow(round, dearer.version(), "Toch niet.", CLERK));
        var ties = version(richer, "tie.rule", "lot");
        rules.follow(round, ties.version(), "Eenvoudiger.", CLERK);
        assertThat(view(round).regulation()).isEqualTo(ties);
        refused("wijkbudget.refusal.no-version", () -> rules.follow(round, before.version(), "Terug.", CLERK));
    }

    private void total(String amount) {
        version(regulations.inForce(BudgetRound.TRAJECTORY, today()), "money.total", amount);
    }

    private void move(CaseId round, LocalDate ends, String reason) {
        moves.move(round, Phase.DIALOGUE, ends, reason, CLERK);
        run();
    }

    static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }

    private Map<String, Object> known(CaseId round, String element) {
        var task = task(round, element);
        return taskData.of(task, form(task), CLERK);
    }
}
