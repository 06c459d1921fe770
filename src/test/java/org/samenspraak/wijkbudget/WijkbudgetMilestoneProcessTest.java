package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A milestone that is reached: once, with its money, and told. */
class WijkbudgetMilestoneProcessTest extends ExecutionScenario {

    @Autowired
    private Running running;

    @Autowired
    private TransactionTemplate transaction;

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
