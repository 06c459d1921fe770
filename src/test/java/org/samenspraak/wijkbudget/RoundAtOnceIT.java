package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.wijkbudget.LotRows.Input;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two officials, or two nodes, do something with one round at the same moment. */
class RoundAtOnceIT extends VoteScenario {

    private static final String CRITERIA = "leeftijd;jong;300\nleeftijd;oud;700\n";

    @Autowired
    private LotDesk lot;

    @Autowired
    private PhaseMoves moves;

    @Autowired
    private RoundRules rules;

    @Autowired
    private TransactionTemplate transaction;

    @Override
    Map<String, String> regulation() {
        return Map.of("choice.method", "mix", "choice.public-share", "70", "count.rule", "greedy-skip");
    }

    private String atOnce(TwoAtOnce.Act first, TwoAtOnce.Act second) throws Exception {
        return new TwoAtOnce(jdbc, transaction).of(first, second);
    }

    @Test
    void countsTwiceAsOnce() throws Exception {
        toChoice();
        seatAJury(round);
        pastChoice();

        assertThat(atOnce(() -> counting.count(round, CLERK), () -> counting.count(round, CLERK)))
                .isEqualTo("done");
        assertThat(counts.lines(round)).hasSize(4);
    }

    @Test
    void replacesAMemberWhoDropsOutOnce() throws Exception {
        lot.fix(round, input(), CLERK);
        goTo(today().plusDays(1));
        assertThat(atOnce(() -> lot.draw(round, CLERK), () -> lot.draw(round, CLERK)))
                .isEqualTo("wijkbudget.lot.refusal.drawn");
        var gone = lot.drawn(round).members().get(0).id();

        assertThat(atOnce(
                        () -> lot.drop(round, gone, "Het lid verhuist.", CLERK),
                        () -> lot.drop(round, gone, "Het lid verhuist.", CLERK)))
                .isEqualTo("wijkbudget.lot.refusal.nobody");
        assertThat(lot.drawn(round).reserves()).hasSize(9);
    }

    @Test
    void drawsNothingThatWasFixedAnewOnTheSameDay() throws Exception {
        lot.fix(round, input(), CLERK);
        goTo(today().plusDays(1));

        var answer = atOnce(
                () -> {
                    lot.restart(round, "Een kandidaat ontbrak.", CLERK);
                    lot.fix(round, input(), CLERK);
                },
                () -> lot.draw(round, CLERK));

        assertThat(answer).isEqualTo("wijkbudget.lot.refusal.drawn");
    }

    @Test
    void movesPhasesOneAfterAnother() throws Exception {
        var advice = days(round, Phase.ADVICE).ends();
        var call = days(round, Phase.CALL).ends();

        assertThat(atOnce(
                        () -> moves.move(round, Phase.ADVICE, advice.plusDays(7), "Het comité vraagt tijd.", CLERK),
                        () -> moves.move(round, Phase.CALL, call.plusDays(3), "Er is een feestdag.", CLERK)))
                .isEqualTo("done");

        var all = rounds.phases(round);
        for (int at = 1; at < all.size(); at++) {
            assertThat(all.get(at).begins()).isEqualTo(all.get(at - 1).ends().plusDays(1));
        }
        assertThat(days(round, Phase.ADVICE).ends()).isEqualTo(advice.plusDays(10));
    }

    @Test
    void changesNoRulesWhileTheyAreBeingLocked() throws Exception {
        var richer = version(view(round).regulation(), Map.of("money.total", "460000"));

        assertThat(atOnce(
                        () -> rules.lock(round, RoundRules.Part.MONEY, "proposal"),
                        () -> rules.follow(round, richer.version(), "De gemeenteraad gaf meer.", CLERK)))
                .isEqualTo("wijkbudget.refusal.rules-locked");
    }

    private static Input input() {
        var candidates = IntStream.rangeClosed(1, 40)
                .mapToObj(at -> "K" + at + ";" + (at % 3 == 1 ? "jong" : "oud"))
                .collect(Collectors.joining("\n", "nummer;leeftijd\n", ""));
        return new Input(CRITERIA, 20, 10, candidates);
    }
}
