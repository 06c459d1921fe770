package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.forms.Came;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.OpenTask;

/** Whose names stand under advice: one signs for both, or each for themselves. */
class AdviceSigningProcessTest extends GivingScenario {

    private static final String CHAIR = "An Peeters, voorzitter";
    private static final String SECRETARY = "Els Maes, secretaris";

    private CaseId asked = CaseId.create();

    @BeforeEach
    void aQuestion() {
        asked = asked();
    }

    @Test
    void oneSignsForBothWhenTheRegulationSaysSo() {
        write(CHAIR);

        assertThat(tasks.ofCase(asked)).isEmpty();
        assertThat(given(asked)).containsEntry("answer", "advice").containsEntry("secretary", "Els Maes");
    }

    @Test
    void theOtherConfirmsByALinkOfTheirOwn() throws Exception {
        askBothSignatures();
        write(CHAIR);
        assertThat(given(asked)).containsEntry("answer", null);
        assertThat(task(asked, "Task_SignSecretary").groups()).hasToString("[council-secretary@" + council + "]");
        assertThat(tokenOf(ELS)).isNotEmpty();
        assertThat(known(task(asked, "Task_SignSecretary"), by(SECRETARY)))
                .extracting("points")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);

        answer(asked, "Task_SignSecretary", Map.of("signed", "yes"), by(SECRETARY));

        assertThat(given(asked)).containsEntry("answer", "advice");
        assertThat(points(asked)).isEqualTo(2);
    }

    @Test
    void whoDoesNotConfirmGivesItBackWithRemarks() {
        askBothSignatures();
        write(SECRETARY);

        answer(asked, "Task_SignChair", Map.of("signed", "no", "signingRemarks", "Punt 2 klopt niet."), by(CHAIR));

        assertThat(given(asked)).containsEntry("answer", null);
        assertThat(known(task(asked, "Task_WriteAdvice"), by(SECRETARY)))
                .containsEntry("signingRemarks", "Punt 2 klopt niet.")
                .extracting("points")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        write(SECRETARY);
        answer(asked, "Task_SignChair", Map.of("signed", "yes"), by(CHAIR));
        assertThat(given(asked)).containsEntry("answer", "advice");
    }

    @Test
    void withoutAnAnswerItGoesInTheNameOfWhoWroteIt() {
        askBothSignatures();
        for (var sender : List.of(CHAIR, SECRETARY)) {
            asked = asked();
            write(sender);
            engine.set(clock.instant().plus(Duration.ofDays(10)));
            engine.runDue();
            assertThat(given(asked)).containsEntry("answer", "advice");
            engine.set(clock.instant());
        }
        assertThat(jdbc.sql("select count(*) from casefile_event where kind = 'advice.not-confirmed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nobodyConfirmsWhatOnePersonIsOrWhatCameOnPaper() {
        askBothSignatures();
        memberships.replace(
                council,
                List.of(new NewMember(
                        "An Peeters",
                        AN,
                        null,
                        "Dorp 1",
                        Set.of(Function.CHAIR, Function.SECRETARY),
                        true,
                        true,
                        false,
                        Sex.NOT_STATED)),
                today(),
                OFFICE);
        var ofOne = advice();
        ofOne.put("secretary", "An Peeters");
        answer(asked, "Task_WriteAdvice", ofOne, by(CHAIR));
        assertThat(given(asked)).containsEntry("answer", "advice");

        memberships.replace(
                council,
                List.of(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
        asked = asked();
        var task = task(asked, "Task_WriteAdvice");
        var came = new Came(Came.By.PHONE, CHAIR, today(), null);
        intake.enter(task.id(), form(task), judged(form(task), known(task, OFFICE), advice()), came, OFFICE);
        engine.runDue();
        assertThat(given(asked)).containsEntry("answer", "advice");
    }

    @Test
    void aCouncilThatGivesNoAdviceSignsNothing() {
        askBothSignatures();

        answer(asked, "Task_WriteAdvice", Map.of("answer", "none"), by(CHAIR));

        assertThat(given(asked)).containsEntry("answer", "none");
    }

    @Test
    void whatIsNotConfirmedWhenTheRepliesAreFixedIsNotSent() {
        askBothSignatures();
        write(CHAIR);

        processes.signal(asked, "replies-fixed", Map.of("answer", "silent"), OFFICE);
        engine.runDue();

        assertThat(tasks.ofCase(asked)).extracting(OpenTask::element).isEmpty();
        assertThat(cases.get(asked).outcome()).isEqualTo("silent");
    }

    @Test
    void theCouncilSeesThatItsCompositionIsBrokenBeforeItSends() {
        councils.flagComposition(council, true, OFFICE);
        assertThat(known(task(asked, "Task_WriteAdvice"), by(CHAIR)))
                .hasEntrySatisfying(
                        "composition", it -> assertThat(String.valueOf(it)).contains("geen rechtsgeldig advies"));

        write(CHAIR);

        assertThat(given(asked)).containsEntry("not_legal", true);
    }

    private void write(String who) {
        answer(asked, "Task_WriteAdvice", advice(), by(who));
    }

    private static Map<String, Object> advice() {
        var all = new HashMap<>(ADVICE);
        all.put("answer", "advice");
        return all;
    }
}
