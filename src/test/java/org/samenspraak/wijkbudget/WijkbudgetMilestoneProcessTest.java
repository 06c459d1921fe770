package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A milestone that is reached: once, with its money, and told. */
class WijkbudgetMilestoneProcessTest extends ExecutionScenario {

    @Autowired
    private Running running;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void isToldToWhoLeadsItAndWhoHandedItIn() throws Exception {
        var project = running();
        var leads = people(project).get(1);
        executions.ledBy(projects.get(project).id(), leads);
        answer(project, "Task_Follow", WijkbudgetExecutionProcessTest.reached(today()));
        var until = Objects.requireNonNull(
                        executions.get(projects.get(project).id()).due())
                .plusMonths(3);
        answer(project, "Task_Follow", WijkbudgetExecutionProcessTest.extension(until.toString()));

        outbox.sendDue();
        assertThat(Stream.of(PROPOSER, supporters.find(leads).orElseThrow().mail())
                        .map(mail::receivedBy))
                .allSatisfy(all -> assertThat(all)
                        .extracting(Mails::text)
                        .anyMatch(text -> text.contains("Bomen geplant"))
                        .anyMatch(text -> text.contains("De vergunning kwam laat.")
                                && text.contains(String.valueOf(until.getYear()))));
    }

    @Test
    void showsWhoLeadsItHowItStandsAndWhatTheyWrote() throws Exception {
        var project = running();
        answer(project, "Task_Follow", WijkbudgetExecutionProcessTest.reached(today()));
        var due = Objects.requireNonNull(
                executions.get(projects.get(project).id()).due());
        answer(
                project,
                "Task_Follow",
                WijkbudgetExecutionProcessTest.extension(due.plusMonths(3).toString()));
        tells(project, "De banken komen volgende week.", photo("png"));

        assertThat(body(led(project)))
                .contains("Klaar op", "De vergunning kwam laat.", "De banken komen volgende week.", "niet op de site");
    }

    @Test
    void countsWhatTheCitySpentOnceSomebodyElseConfirmsIt() throws Exception {
        var project = chosen("Groen plein");
        answer(project, "Task_Agree", byCity());
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        var noted = Map.<String, Object>of("next", "milestone", "milestone", "1", "spent", "3850.50");
        answer(project, "Task_Follow", noted);

        assertThat(task(project, "Task_ConfirmSpent").isForOtherEyes())
                .as("who notes it does not confirm it")
                .isTrue();
        assertThat(known(project, "Task_ConfirmSpent").get("spentWhat"))
                .asString()
                .contains("Bomen geplant", "3.850,50 euro");
        assertThat(pots.held(project).orElseThrow().paid().isNothing()).isTrue();
        spent(project, "no");

        assertThat(known(project, "Task_Follow").get("spentRefused"))
                .isEqualTo("Op de factuur staat een ander bedrag.");
        assertThat(executions.milestones(projects.get(project).id()).get(0).done())
                .isFalse();
        answer(project, "Task_Follow", noted);
        spent(project, "yes");
        assertThat(pots.held(project).orElseThrow().paid().cents()).isEqualTo(385_050L);
        assertThat(open(project)).containsExactly("Task_Follow");
        assertThat(kinds(project)).contains("wijkbudget.spent-refused", "wijkbudget.milestone-spent");
    }

    @Test
    void isReachedOnceAlsoWhenTwoOfficialsNoteItAtTheSameMoment() throws Exception {
        var project = running();
        answer(project, "Task_Follow", WijkbudgetExecutionProcessTest.reached(today()));
        jdbc.sql("update wijkbudget_milestone set done_on = null where project = ?")
                .param(projects.get(project).id())
                .update();

        assertThat(new TwoAtOnce(jdbc, transaction)
                        .of(() -> running.followed(project, true, CLERK), () -> running.followed(project, true, CLERK)))
                .isEqualTo("wijkbudget.refusal.milestone-done");
    }
}
