package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class CasesInTasksIT extends PostgresIT {

    @Autowired
    private CasesInTasks cases;

    @Autowired
    private ApplicationContext context;

    @Test
    void mendsARowThatMissedAMove() {
        var work = new WorkFixture(context);
        var area = context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM);
        work.startTrial(area);
        work.task("a", work.openCase("Zaak", area), "Nakijken", "legal", null);
        assertThat(cases.mend()).isZero();
        jdbc.sql("alter table process_task disable trigger tasklist_case").update();
        jdbc.sql("update process_task set case_title = 'Oude titel', words = null where id = 'a'")
                .update();
        jdbc.sql("alter table process_task enable trigger tasklist_case").update();

        assertThat(cases.mend()).isEqualTo(1);

        assertThat(jdbc.sql("select case_title from process_task where id = 'a'")
                        .query(String.class)
                        .single())
                .isEqualTo("Zaak");
        assertThat(cases.mend()).isZero();
    }
}
