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
import org.samenspraak.deadlines.Clocks.ClockView;
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
    private RoundRules rules;

    @Autowired
    private BudgetPrefill prefill;

    @Test
    void isToBeAdoptedBeforeTheCallCouldNotOpenInTime() {
        var soon = prepared(Map.of("opens", "2027-04-12"));
        var late = prepared(Map.of("opens", "2027-04-06"));
        var later = prepared(Map.of());
        for (var round : List.of(soon, later)) {
            advised(round);
        }
        goTo(LocalDate.of(2027, 3, 23));

        var adoption = adoption(soon);
        assertThat(adoption.lastDay())
                .as("fifteen days before the call would be a Sunday, and the office works before it")
                .isEqualTo(LocalDate.of(2027, 3, 26));
        assertThat(adoption.lines())
                .containsExactly(
                        "6 weken na 1 maart 2027 = 12 april 2027",
                        "korter, want daarna komt nog de termijn ‘tijd tot de oproep begint’, tot en met 11 april 2027: loopt tot en met 26 maart 2027");
        assertThat(adoption(later).lastDay()).as("six weeks").isEqualTo(LocalDate.of(2027, 4, 12));
        assertThat(adoption(later).lines()).containsExactly("6 weken na 1 maart 2027 = 12 april 2027");
        assertThat(adoption(late).lastDay())
                .as("six weeks, for nobody advised in time: that call can't open as planned any more")
                .isEqualTo(LocalDate.of(2027, 5, 4));
    }

    private void advised(CaseId round) {
        answer(round, "Task_AdviseMethod", Map.of("methodAdvice", "positive", "methodReason", "Duidelijk."));
    }

    private ClockView adoption(CaseId round) {
        return clocks.find(round, BudgetRound.ADOPTION, null).orElseThrow();
    }

    @Test
    void leavesTheCommitteeItsTermBeforeTheCall() {
        refused("wijkbudget.refusal.opens", () -> prepared(Map.of("opens", "2027-04-05")));
        prepared(Map.of("opens", "2027-04-06"));
    }

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
        refused("wijkbudget.refusal.opens", () -> prepared(Map.of("opens", "2099-12-01")));
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
        assertThat(prefill.known(round, CLERK).get("ruleRows"))
                .asString()
                .contains("Basisbedrag voor een gebied", "De keuze groeit in de wijkdialoog.");
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

    private void total(String amount) {
        version(regulations.inForce(BudgetRound.TRAJECTORY, today()), Map.of("money.total", amount));
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
