package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.ProcessEnded;
import org.samenspraak.process.TaskClosed;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

class ClocksIT extends PostgresIT {

    @Autowired
    private TermChanges changes;

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final Actor OFFICIAL = new Actor(Actor.Kind.PERSON, null, "Participatiebureau", null);

    @Autowired
    private Clocks clocks;

    @Autowired
    private Cases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    private CaseId caseId;

    @BeforeEach
    void openCase() {
        caseId = opened(TODAY.minusDays(4));
    }

    @Test
    void isDueAtTheEndOfTheLastDayHere() {
        var due = clocks.due(caseId, "supplement", null);

        assertThat(due).isEqualTo(Instant.parse("2026-10-14T21:59:59Z"));
        assertThat(clocks.find(caseId, "supplement", null))
                .get()
                .satisfies(view -> assertThat(view.lines())
                        .containsExactly("30 kalenderdagen na 14 september 2026 = 14 oktober 2026"))
                .satisfies(view -> assertThat(view.rules())
                        .singleElement()
                        .satisfies(rule -> assertThat(rule.sentence()).contains("dertig dagen"))
                        .satisfies(rule -> assertThat(rule.article()).isNull())
                        .satisfies(rule -> assertThat(rule.reason()).contains("vergaderen")));
    }

    @Test
    void isDueInWinterTimeAfterTheClockChange() {
        assertThat(clocks.due(caseId, "composition-mend", null)).isEqualTo(Instant.parse("2026-11-13T22:59:59Z"));
    }

    @Test
    void leavesATermAloneThatRunsAlready() {
        var first = clocks.due(caseId, "supplement", null);
        clock.set(Instant.parse("2026-09-20T10:00:00Z"));

        assertThat(clocks.due(caseId, "supplement", null)).isEqualTo(first);
        assertThat(clocks.start(caseId, "supplement", null, TODAY.plusDays(6)).due())
                .isEqualTo(first);
        assertThat(clocks.of(caseId)).hasSize(1);
    }

    @Test
    void startsAnewAfterItStopped() {
        clocks.due(caseId, "supplement", null);
        clocks.stop(caseId, "supplement", null);
        clock.set(Instant.parse("2026-09-20T10:00:00Z"));

        assertThat(clocks.due(caseId, "supplement", null)).isEqualTo(Instant.parse("2026-10-20T21:59:59Z"));
        assertThat(clocks.of(caseId)).extracting(Clocks.ClockView::running).containsExactly(false, true);
    }

    @Test
    void keepsParallelBranchesApart() {
        clocks.due(caseId, "supplement", "green");
        clocks.due(caseId, "supplement", "mobility");

        clocks.stop(caseId, "supplement", "green");

        assertThat(clocks.find(caseId, "supplement", "mobility")).get().matches(Clocks.ClockView::running);
        assertThat(clocks.find(caseId, "supplement", null)).isEmpty();
    }

    @Test
    void countsTheFirstCheckFromReceiptAndALaterOneFromItsStart() {
        clocks.due(caseId, "check", null);
        assertThat(clocks.find(caseId, "check", null)).get().satisfies(view -> assertThat(view.lines())
                .first()
                .isEqualTo("10 werkdagen na ontvangst op 10 september 2026 = 24 september 2026"));

        clocks.stop(caseId, "check", null);
        clocks.due(caseId, "check", null);

        assertThat(clocks.find(caseId, "check", null)).get().satisfies(view -> assertThat(view.from())
                .isEqualTo(TODAY));
    }

    @Test
    void endsOnADayThatIsGivenAndActsSoLongBeforeIt() {
        clocks.startUntil(caseId, "recognition-end", null, LocalDate.of(2030, 9, 14));

        assertThat(clocks.find(caseId, "recognition-end", null).orElseThrow().lastDay())
                .isEqualTo("2030-09-14");
        assertThat(clocks.before(caseId, "recognition-end", "renewal-invitation", null))
                .isEqualTo(Instant.parse("2030-05-14T06:00:00Z"));
        assertThat(clocks.find(caseId, "renewal-invitation", null).orElseThrow().lines())
                .containsExactly("4 maanden voor 14 september 2030 = 14 mei 2030");
    }

    @Test
    void refusesToActBeforeAnEndThatDoesNotRun() {
        assertThatThrownBy(() -> clocks.before(caseId, "recognition-end", "renewal-invitation", null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void extendsOnceWithAReasonWithinTheLimit() {
        clocks.start(caseId, "decision", null, TODAY);
        var last = clocks.find(caseId, "decision", null).orElseThrow().lastDay();

        changes.change(
                caseId,
                "decision",
                null,
                new TermChange(TermChange.Kind.EXTEND, last.plusDays(20), "Zomerreces"),
                OFFICIAL);

        var extended = clocks.find(caseId, "decision", null).orElseThrow();
        assertThat(extended.lastDay()).isEqualTo("2027-02-01");
        assertThat(extended.lines())
                .last()
                .asString()
                .isEqualTo("verlengd tot en met 1 februari 2027 door Participatiebureau, want: Zomerreces");
        assertThat(timeline.page(caseId, null, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo("clock.extended"))
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("Zomerreces"));
        assertThatThrownBy(() -> changes.change(
                        caseId,
                        "decision",
                        null,
                        new TermChange(TermChange.Kind.EXTEND, last.plusDays(30), "Nog eens"),
                        OFFICIAL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("extended-already");
    }

    @Test
    void refusesAnExtensionWithoutReasonOrEarlierOrTooLong() {
        clocks.start(caseId, "decision", null, TODAY);
        var last = clocks.find(caseId, "decision", null).orElseThrow().lastDay();

        assertThatThrownBy(() -> changes.change(
                        caseId,
                        "decision",
                        null,
                        new TermChange(TermChange.Kind.EXTEND, last.plusDays(1), " "),
                        OFFICIAL))
                .hasMessageContaining("reason-missing");
        assertThatThrownBy(() -> changes.change(
                        caseId, "decision", null, new TermChange(TermChange.Kind.EXTEND, last, "Reden"), OFFICIAL))
                .hasMessageContaining("not-later");
        assertThatThrownBy(() -> changes.change(
                        caseId,
                        "decision",
                        null,
                        new TermChange(TermChange.Kind.EXTEND, last.plusDays(64), "Reden"),
                        OFFICIAL))
                .hasMessageContaining("too-late");
        assertThatThrownBy(() -> changes.change(
                        caseId, "advice", null, new TermChange(TermChange.Kind.EXTEND, last, "Reden"), OFFICIAL))
                .hasMessageContaining("not-running");
    }

    @Test
    void stopsWithItsTask() {
        clocks.due(caseId, "check", null);
        clocks.due(caseId, "advice", null);

        close("check");

        assertThat(clocks.find(caseId, "check", null)).get().matches(view -> !view.running());
        assertThat(clocks.find(caseId, "advice", null)).get().matches(Clocks.ClockView::running);
    }

    @Test
    void stopsWithTheProcess() {
        clocks.due(caseId, "check", null);
        clocks.due(caseId, "advice", null);

        events.publishEvent(new ProcessEnded(caseId, "recognition", "End_Refused", "Geweigerd"));

        assertThat(clocks.of(caseId)).noneMatch(Clocks.ClockView::running);
    }

    @Test
    void writesItsStartInTheTimeline() {
        clocks.due(caseId, "advice", null);

        assertThat(timeline.page(caseId, null, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo("clock.started"))
                .satisfies(entry -> assertThat(entry.args()).containsEntry("until", "2026-10-05"));
    }

    private void close(String term) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new TaskClosed("task", caseId, "trial", "Task_Check", term, null, null, true)));
    }

    private CaseId opened(LocalDate received) {
        return cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "Wijkraad Runkst", null, null, received, false, OFFICIAL));
    }
}
