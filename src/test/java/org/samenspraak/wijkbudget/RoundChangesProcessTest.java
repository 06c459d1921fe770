package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** What may change in a round that is adopted: its days, and the version of its regulation. */
class RoundChangesProcessTest extends BudgetScenario {

    @Autowired
    private PhaseMoves moves;

    @Autowired
    private TermChanges terms;

    @Autowired
    private RoundRules rules;

    @Test
    void movesADayBeforeItsPhaseBeginsWithAReasonAndAllThatFollows() {
        var round = adopted();
        var dialogue = days(round, Phase.DIALOGUE);
        refused("wijkbudget.refusal.reason", () -> move(round, dialogue.ends().plusDays(7), " "));
        refused(
                "wijkbudget.refusal.ends",
                () -> moves.foresee(round, Phase.DIALOGUE, dialogue.ends(), "Dezelfde dag."));
        refused(
                "wijkbudget.refusal.too-long",
                () -> move(round, dialogue.ends().plusYears(1).plusDays(1), "Een tikfout."));
        refused(
                "wijkbudget.refusal.too-short",
                () -> move(round, dialogue.ends().minusDays(1), "Een dag korter."));
        var choice = days(round, Phase.CHOICE);
        colleague("schepen", GroupId.of("college"));

        move(round, dialogue.ends().plusDays(7), "Het buurthuis is dicht in de laatste week.");

        move(round, dialogue.ends().plusDays(7), "Het buurthuis is dicht in de laatste week.");
        assertThat(days(round, Phase.DIALOGUE).ends()).isEqualTo(dialogue.ends().plusDays(7));
        outbox.sendDue();
        assertThat(mail.receivedBy("schepen@stad.example")).singleElement().satisfies(one -> assertThat(Mails.text(one))
                .contains("De fase Wijkdialoog eindigt op", "Het buurthuis is dicht"));
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
                () -> moves.move(round, Phase.CALL, dialogue.ends().plusDays(14), "De oproep is voorbij.", CLERK));
    }

    @Test
    void givesAPhaseInWhichTheCityWorksMoreTimeWhileItRuns() {
        var round = adopted();
        var dialogue = days(round, Phase.DIALOGUE);
        goTo(dialogue.begins().plusDays(3));
        refused("wijkbudget.refusal.ends", () -> move(round, dialogue.ends().minusDays(1), "Korter, nu hij loopt."));

        move(round, dialogue.ends().plusDays(14), "Een avond ging niet door.");

        goTo(dialogue.ends().plusDays(10));
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.DIALOGUE);
        goTo(dialogue.ends().plusDays(15));
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.FEASIBILITY);
        goTo(days(round, Phase.CHOICE).begins());
        refused(
                "wijkbudget.refusal.phase-began",
                () -> moves.move(round, Phase.CHOICE, today().plusDays(90), "Nog een week stemmen.", CLERK));
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
        var cheaper = version(before, Map.of("project.maximum", "90000"));

        rules.follow(round, cheaper.version(), "Het maximum was te hoog.", CLERK);

        assertThat(view(round).regulation()).isEqualTo(cheaper);
        var richer = version(cheaper, Map.of("money.total", "460000"));
        rules.follow(round, richer.version(), "De gemeenteraad gaf meer.", CLERK);
        assertThat(rounds.get(round).money().total()).isEqualTo(46_000_000L);
        assertThat(shares.of(round).stream().mapToLong(BudgetAreas.Share::cents).sum())
                .as("what areas get follows the rules that everybody reads")
                .isEqualTo(46_000_000L);
        var poorer = version(richer, Map.of("money.total", "200000"));
        refused("voting.allocation.base", () -> rules.follow(round, poorer.version(), "Minder.", CLERK));
        rules.lock(round, RoundRules.Part.MONEY, "proposal");
        var dearer = version(richer, Map.of("project.maximum", "120000"));
        refused("wijkbudget.refusal.rules-locked", () -> rules.follow(round, dearer.version(), "Toch niet.", CLERK));
        var ties = version(richer, Map.of("tie.rule", "lot"));
        rules.follow(round, ties.version(), "Eenvoudiger.", CLERK);
        assertThat(view(round).regulation()).isEqualTo(ties);
        refused("wijkbudget.refusal.no-version", () -> rules.follow(round, before.version(), "Terug.", CLERK));
    }

    private void move(CaseId round, LocalDate ends, String reason) {
        moves.move(round, Phase.DIALOGUE, ends, reason, CLERK);
        run();
    }
}
