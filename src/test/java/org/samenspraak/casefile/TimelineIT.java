package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.ElementPassed;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;

class TimelineIT extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");

    @Autowired
    private Cases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private StepLog steps;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void logsStepsAndTellsAboutTasks() {
        var id = open();
        passed(id, "Task_Check", "userTask", true, false);
        passed(id, "Gateway_Complete", "exclusiveGateway", true, false);
        passed(id, "Gateway_Complete", "exclusiveGateway", false, false);
        passed(id, "Task_Check", "userTask", false, true);
        passed(id, "Task_Check", "userTask", true, false);

        var log = steps.of(id);

        assertThat(log)
                .extracting(StepLog.Passed::element)
                .as("the last time of each")
                .containsExactly("Gateway_Complete", "Task_Check");
        assertThat(log).extracting(StepLog.Passed::current).containsExactly(false, true);
        assertThat(steps.definition(id)).contains("recognition:1");
        assertThat(timeline.page(id, null, 10))
                .extracting(Timeline.Entry::kind)
                .containsExactly("task.opened", "task.lapsed", "task.opened", "case.opened");
    }

    @Test
    void pagesTheTimelineNewestFirst() {
        var id = open();
        IntStream.range(0, 5).forEach(number -> timeline.add(id, "note", Map.of("n", "" + number), "dit", OFFICE));

        var page = timeline.page(id, null, 3);
        var next = timeline.page(id, page.get(2).id(), 3);

        assertThat(page).extracting(entry -> entry.args().get("n")).containsExactly("4", "3", "2");
        assertThat(next).extracting(Timeline.Entry::kind).containsExactly("note", "note", "case.opened");
        assertThat(page.get(0).by()).isEqualTo("Bureau");
    }

    @Test
    void hasATimelineThatOnlyGrows() {
        var id = open();

        assertThatThrownBy(() ->
                        jdbc.sql("update casefile_event set detail = 'anders'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append only");
        assertThatThrownBy(() -> jdbc.sql("delete from casefile_event").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("truncate casefile_event").update()).isInstanceOf(DataAccessException.class);
        assertThat(timeline.page(id, null, 10)).hasSize(1);
    }

    private void passed(CaseId id, String element, String type, boolean entered, boolean canceled) {
        events.publishEvent(new ElementPassed(
                id,
                "recognition",
                "recognition:1",
                element,
                "Aanvraag nakijken",
                "Check the application",
                type,
                entered,
                canceled,
                clock.instant(),
                OFFICE));
    }

    private CaseId open() {
        return cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "a", null, null, LocalDate.of(2026, 9, 10), false, OFFICE));
    }
}
