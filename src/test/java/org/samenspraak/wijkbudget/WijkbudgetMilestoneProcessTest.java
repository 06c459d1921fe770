package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

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
    void isReachedOnceAlsoWhenTwoOfficialsNoteItAtTheSameMoment() throws Exception {
        var project = running();
        answer(project, "Task_Follow", WijkbudgetExecutionProcessTest.reached(today()));
        jdbc.sql("update wijkbudget_milestone set done_on = null where project = ?")
                .param(projects.get(project).id())
                .update();

        assertThat(new TwoAtOnce(jdbc, transaction)
                        .of(() -> running.followed(project, CLERK), () -> running.followed(project, CLERK)))
                .isEqualTo("wijkbudget.refusal.milestone-done");
    }
}
