package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.HandOver;

/** Who wrote the advice does not decide: neither the one who did it, nor for whom, nor anybody in the place of either. */
class FourEyesProcessTest extends RecognitionScenario {

    private static final Holder ANN = new Holder(PersonId.create(), "Adviseur");
    private static final Actor BERT = Actor.person(PersonId.create(), "Vervanger");
    private static final Actor CARL = Actor.person(PersonId.create(), "Derde");

    @Test
    void letsWhoJudgedDecideInNobodysName() {
        var caseId = advisedByBertForAnn();
        var task = task(caseId, "Task_DecideCollege").id();
        var other = new Holder(PersonId.create(), "Schepen");

        Stream.of(BERT, Actor.person(ANN.id(), ANN.name()), BERT.inPlaceOf(other), CARL.inPlaceOf(ANN))
                .forEach(judge -> {
                    assertThatThrownBy(() -> tasks.claim(task, judge)).satisfies(FourEyesProcessTest::isKeptFromThem);
                    assertThatThrownBy(() -> answer(caseId, "Task_DecideCollege", decision("granted"), judge))
                            .satisfies(FourEyesProcessTest::isKeptFromThem);
                    assertThat(tasks.bar(task(caseId, "Task_DecideCollege"), judge))
                            .isPresent();
                });
        assertThatThrownBy(() -> tasks.handOver(task, new HandOver(null, ANN.id(), null, null), CARL))
                .satisfies(FourEyesProcessTest::isKeptFromThem);
        assertThat(tasks.find(task).orElseThrow().assignee()).isNull();

        tasks.claim(task, CARL.inPlaceOf(other));
        answer(caseId, "Task_DecideCollege", decision("granted"), CARL.inPlaceOf(other));
        assertThat(tasks.find(task)).isEmpty();
    }

    private CaseId advisedByBertForAnn() {
        var caseId = complete(Map.of());
        answer(
                caseId,
                "Task_Advise",
                Map.of(
                        "advice", "grant",
                        "adviceReason", "Alles is in orde.",
                        "meeting", today().plusDays(14).toString(),
                        "draft", "Het orgaan erkent de raad."),
                BERT.inPlaceOf(ANN));
        return caseId;
    }

    private static void isKeptFromThem(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                .isEqualTo("process.refusal.not-by"));
    }
}
