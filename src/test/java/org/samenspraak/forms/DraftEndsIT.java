package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.TaskClosed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** When a draft goes. */
class DraftEndsIT extends DraftScenario {

    @Autowired
    private DraftTerms terms;

    @Autowired
    private DraftCare care;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void staysWithItsPartyAndGoesWhenItsTaskIsDone() {
        save(page(), AN, "what=Banken");
        assertThat(drafts.open(drafts.ofStart("recognition", "t1", "kermt"), form, NOTHING)
                        .by())
                .isNull();

        events.publishEvent(new TaskClosed(place.key(), CaseId.create(), "trial", "Task_1", null, null, null, false));
        assertThat(page().by()).isEqualTo(AN);
        events.publishEvent(new TaskClosed(place.key(), CaseId.create(), "trial", "Task_1", null, null, null, true));

        assertThat(page().by()).isNull();
        assertThat(count("forms_draft_field")).isZero();
    }

    @Test
    void goesAfterTheTermOfTheRegulation() {
        save(page(), AN, "what=Banken");
        clock.advance(Duration.ofDays(89));
        care.removeOld();
        assertThat(page().by()).isEqualTo(AN);

        clock.advance(Duration.ofDays(1));
        care.removeOld();
        assertThat(count("forms_draft")).isZero();
    }

    @Test
    void ofVisitorsGoesSoonerWhenItHoldsHardlyAnything() {
        for (int typed = 1; typed <= 3; typed++) {
            place = drafts.ofVisitor("recognition", new java.util.UUID(7, typed));
            save(
                    page(),
                    "",
                    Arrays.copyOf(
                            new String[] {"what=Banken", "cost=5", "_shown=kind", "kind=p"},
                            typed + (typed == 3 ? 1 : 0)));
        }
        place = drafts.ofStart("recognition", "t1", "runkst");
        save(page(), AN, "what=Banken");
        assertThat(terms.ofVisitor(place)).isEqualTo(new DraftTerms.Retention(90, 3, 7, 1));

        clock.advance(Duration.ofDays(7));
        care.removeOld();
        assertThat(count("forms_draft")).isEqualTo(4);
        clock.advance(Duration.ofSeconds(1));
        care.removeOld();

        assertThat(jdbc.sql("select key from forms_draft order by key")
                        .query(String.class)
                        .list())
                .containsExactly("start:recognition:" + new java.util.UUID(7, 3), "start:recognition:t1");
    }
}
