package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Refusal;

/** The same form is taken once, whoever presses when. */
class IntakeOnceIT extends IntakeScenario {

    @Test
    void taskIsAnsweredOnceAlsoByTwoAtTheSameMoment() throws Exception {
        var opened = start("Meer banken");
        when(tasks.find("t1")).thenReturn(Optional.of(task(opened.id())));

        var outcomes = atOnce(8, () -> {
            answer("t1", "Ja");
            return "accepted";
        });

        assertThat(outcomes).containsOnlyOnce("accepted");
        assertThat(outcomes.stream().filter(it -> it.equals("forms.refusal.already-sent")))
                .hasSize(7);
        assertThat(count("forms_submission")).isEqualTo(2);
        verify(tasks, times(1)).complete("t1", Map.of("cost", 1250.5), BY);
    }

    @Test
    void startFormIsAcceptedOnceAlsoByTwoAtTheSameMoment() throws Exception {
        var outcomes = atOnce(6, () -> {
            start("Meer banken");
            return "accepted";
        });

        assertThat(outcomes).containsOnlyOnce("accepted");
        assertThat(count("casefile_case")).isEqualTo(1);
    }

    @Test
    void sameStartFormTwiceInARowIsOneCase() {
        start("Meer banken");

        assertThatThrownBy(() -> start("Meer banken"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.messageKey()).isEqualTo("forms.refusal.already-sent"));
        assertThat(count("casefile_case")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(11));
        start("Meer banken");
        start("Andere vraag");
        assertThat(count("casefile_case")).isEqualTo(3);
    }

    private static List<String> atOnce(int people, Callable<String> work) throws Exception {
        var pool = Executors.newFixedThreadPool(people);
        try {
            Callable<String> tried = () -> {
                try {
                    return work.call();
                } catch (Refusal refusal) {
                    return refusal.messageKey();
                }
            };
            var outcomes = new ArrayList<String>();
            for (var outcome : pool.invokeAll(Collections.nCopies(people, tried))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }
}
