package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.CalendarChange.Kind;
import org.samenspraak.deadlines.CalendarChanges.Move;
import org.samenspraak.deadlines.CalendarChanges.ReminderMove;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class CalendarChangesIT extends PostgresIT {

    @Autowired
    private TermChanges changes;

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final Actor OFFICIAL = new Actor(Actor.Kind.PERSON, null, "Participatiebureau", null);

    @Autowired
    private Clocks clocks;

    @Autowired
    private CalendarChanges calendar;

    @Autowired
    private Cases cases;

    @Autowired
    private Timeline timeline;

    private CaseId caseId;

    @BeforeEach
    void openCase() {
        caseId = opened(TODAY.minusDays(4));
    }

    @Test
    void showsWhatAClosingDayMovesBeforeItMoves() {
        clocks.due(caseId, "advice", null);
        clocks.due(caseId, "supplement", null);
        var closing = LocalDate.of(2026, 9, 28);

        assertThat(preview(closing, Kind.CLOSE).terms())
                .containsExactly(new Move(caseId, "advice", LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 6)));
        assertThat(clocks.find(caseId, "advice", null).orElseThrow().lastDay()).isEqualTo("2026-10-05");

        calendar.add(closing, "Brugdag", OFFICIAL);

        var moved = clocks.find(caseId, "advice", null).orElseThrow();
        assertThat(moved.lastDay()).isEqualTo("2026-10-06");
        assertThat(moved.due()).isEqualTo(Instant.parse("2026-10-06T21:59:59Z"));
        assertThat(moved.lines())
                .last()
                .isEqualTo(
                        "maandag 28 september werd een sluitingsdag (Brugdag): het einde schuift op naar 6 oktober 2026");
        assertThat(timeline.page(caseId, null, 1)).singleElement().satisfies(entry -> assertThat(entry.kind())
                .isEqualTo("clock.calendar"));
    }

    @Test
    void movesBackWhenTheDayOpensAgain() {
        var closing = LocalDate.of(2026, 10, 14);
        clocks.due(caseId, "supplement", null);
        calendar.add(closing, "Brugdag", OFFICIAL);
        assertThat(clocks.find(caseId, "supplement", null).orElseThrow().lastDay())
                .isEqualTo("2026-10-15");

        assertThat(calendar.remove(closing, OFFICIAL)).hasSize(1);

        var moved = clocks.find(caseId, "supplement", null).orElseThrow();
        assertThat(moved.lastDay()).isEqualTo("2026-10-14");
        assertThat(moved.lines())
                .last()
                .isEqualTo("woensdag 14 oktober is geen sluitingsdag meer (Brugdag): het einde wordt 14 oktober 2026");
    }

    @Test
    void leavesTermsAloneThatAreOverOrStopped() {
        clocks.due(caseId, "supplement", null);
        clocks.stop(caseId, "supplement", null);
        clocks.due(opened(TODAY), "hear", null);
        clock.set(Instant.parse("2026-09-22T10:00:00Z"));

        assertThat(preview(LocalDate.of(2026, 10, 14), Kind.CLOSE).terms()).isEmpty();
    }

    @Test
    void refusesClosingDaysThatChangeNothing() {
        assertThatThrownBy(() -> preview(TODAY.minusDays(1), Kind.CLOSE)).hasMessageContaining("day-over");
        assertThatThrownBy(() -> preview(LocalDate.of(2026, 9, 19), Kind.CLOSE)).hasMessageContaining("no-working-day");
        assertThatThrownBy(() -> preview(LocalDate.of(2026, 9, 21), Kind.OPEN)).hasMessageContaining("open-already");
        calendar.add(LocalDate.of(2026, 9, 21), "Opleiding", OFFICIAL);
        assertThatThrownBy(() -> calendar.add(LocalDate.of(2026, 9, 21), "Opleiding", OFFICIAL))
                .hasMessageContaining("closed-already");
        assertThatThrownBy(() -> calendar.add(LocalDate.of(2026, 9, 22), " ", OFFICIAL))
                .hasMessageContaining("name");
        assertThat(calendar.toCome()).extracting(ClosingDay::name).isEqualTo(List.of("Opleiding"));
    }

    @Test
    void movesWhatIsCountedBackFromAnEndThatMoves() {
        clocks.start(caseId, "decision", null, TODAY);
        clocks.before(caseId, "decision", "not-handled", null);
        var end = LocalDate.of(2027, 1, 12);
        assertThat(lastDay("decision")).isEqualTo(end);
        assertThat(lastDay("not-handled")).isEqualTo("2026-12-15");

        assertThat(preview(end, Kind.CLOSE).terms())
                .containsExactly(
                        new Move(caseId, "decision", end, LocalDate.of(2027, 1, 13)),
                        new Move(caseId, "not-handled", LocalDate.of(2026, 12, 15), LocalDate.of(2026, 12, 16)));
        calendar.add(end, "Brugdag", OFFICIAL);

        var moved = clocks.find(caseId, "not-handled", null).orElseThrow();
        assertThat(moved.lastDay()).isEqualTo("2026-12-16");
        assertThat(moved.due()).isEqualTo(Instant.parse("2026-12-16T07:00:00Z"));
        assertThat(moved.lines()).last().asString().contains("12 januari", "16 december 2026");

        calendar.remove(end, OFFICIAL);

        assertThat(lastDay("not-handled")).isEqualTo("2026-12-15");
    }

    @Test
    void countsBackOverADayBetweenThatCloses() {
        clocks.start(caseId, "decision", null, TODAY);
        clocks.before(caseId, "decision", "advice", null);

        assertThat(calendar.add(LocalDate.of(2027, 1, 5), "Brugdag", OFFICIAL))
                .containsExactly(new Move(caseId, "advice", LocalDate.of(2026, 12, 18), LocalDate.of(2026, 12, 17)));
    }

    @Test
    void leavesAloneWhatHappenedAlreadySoLongBeforeAnEnd() {
        clocks.start(caseId, "decision", null, TODAY);
        clocks.before(caseId, "decision", "not-handled", null);
        clock.set(Instant.parse("2026-12-15T09:00:00Z"));

        assertThat(preview(LocalDate.of(2027, 1, 12), Kind.CLOSE).terms())
                .extracting(Move::term)
                .containsExactly("decision");
    }

    @Test
    void movesAReminderInWorkingDaysThoughItsTermStays() {
        jdbc.sql("update regulation_parameter set value = '3 wd' where key = 'supplement.reminders'")
                .update();
        clocks.due(caseId, "supplement", null);
        assertThat(reminders()).containsExactly("2026-10-09");
        assertThat(preview(LocalDate.of(2026, 10, 12), Kind.CLOSE))
                .satisfies(preview -> assertThat(preview.terms()).isEmpty())
                .satisfies(preview -> assertThat(preview.reminders())
                        .containsExactly(new ReminderMove(
                                caseId,
                                "supplement",
                                List.of(Instant.parse("2026-10-09T06:00:00Z")),
                                List.of(Instant.parse("2026-10-08T06:00:00Z")))));

        assertThat(calendar.add(LocalDate.of(2026, 10, 12), "Brugdag", OFFICIAL))
                .isEmpty();

        assertThat(reminders()).containsExactly("2026-10-08");
    }

    /** Four working days before the end is this morning, before the term moves and after it. */
    @Test
    void keepsAReminderOfThisMorningWhenItsTermMoves() {
        jdbc.sql("update regulation_parameter set value = '4 wd' where key = 'supplement.reminders'")
                .update();
        clocks.due(caseId, "supplement", null);
        assertThat(reminders()).containsExactly("2026-10-08");
        clock.set(Instant.parse("2026-10-08T05:00:00Z"));

        assertThat(calendar.add(LocalDate.of(2026, 10, 14), "Brugdag", OFFICIAL))
                .hasSize(1);

        assertThat(reminders()).containsExactly("2026-10-08");
    }

    @Test
    void keepsAReminderOfThisMorningWhenTheChangeDoesNotTouchIt() {
        clocks.due(caseId, "supplement", null);
        clock.set(Instant.parse("2026-09-30T05:00:00Z"));

        calendar.add(LocalDate.of(2026, 10, 1), "Brugdag", OFFICIAL);

        assertThat(reminders()).containsExactly("2026-09-30", "2026-10-12");
    }

    @Test
    void followsAnEndThatIsExtendedTwice() {
        clocks.startUntil(caseId, "recognition-end", null, LocalDate.of(2030, 9, 13));
        clocks.before(caseId, "recognition-end", "renewal-invitation", null);
        assertThat(lastDay("renewal-invitation")).isEqualTo("2030-05-13");

        changes.change(
                caseId,
                "recognition-end",
                null,
                new TermChange(TermChange.Kind.EXTEND, LocalDate.of(2030, 10, 15), "Verkiezingen"),
                Actor.SYSTEM);
        assertThat(lastDay("renewal-invitation")).isEqualTo("2030-06-15");
        changes.change(
                caseId,
                "recognition-end",
                null,
                new TermChange(TermChange.Kind.EXTEND, LocalDate.of(2030, 11, 15), "Nog eens"),
                Actor.SYSTEM);
        assertThat(lastDay("renewal-invitation")).isEqualTo("2030-07-15");
    }

    @Test
    void changesNothingAtAllWhenOneTermCannotMove() {
        clocks.due(caseId, "supplement", null);
        var second = opened(TODAY);
        clocks.due(second, "supplement", null);
        jdbc.sql("alter table deadlines_line add constraint one_only check (clock_id <> (%d))"
                                .formatted(jdbc.sql("select max(id) from deadlines_clock")
                                        .query(Long.class)
                                        .single())
                        + " not valid")
                .update();

        try {
            assertThatThrownBy(() -> calendar.add(LocalDate.of(2026, 10, 14), "Brugdag", OFFICIAL))
                    .isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            jdbc.sql("alter table deadlines_line drop constraint one_only").update();
        }

        assertThat(lastDay("supplement")).isEqualTo("2026-10-14");
        assertThat(calendar.toCome()).isEmpty();
        assertThat(calendar.add(LocalDate.of(2026, 10, 14), "Brugdag", OFFICIAL))
                .extracting(Move::caseId)
                .containsExactly(caseId, second);
    }

    @Test
    void tellsWhoChangedTheCalendar() {
        calendar.add(LocalDate.of(2026, 9, 21), "Opleiding", OFFICIAL);
        calendar.remove(LocalDate.of(2026, 9, 21), OFFICIAL);

        assertThat(jdbc.sql("select what || ' ' || about || ' ' || actor_name from identity_audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "closing-day-added 21 september 2026: Opleiding Participatiebureau",
                        "closing-day-removed 21 september 2026: Opleiding Participatiebureau");
    }

    private CalendarChanges.Preview preview(LocalDate day, Kind kind) {
        return calendar.preview(new CalendarChange(kind, day, day, "Brugdag"));
    }

    private LocalDate lastDay(String term) {
        return clocks.find(caseId, term, null).orElseThrow().lastDay();
    }

    private List<String> reminders() {
        return jdbc.sql("select cast(due as date)::text from deadlines_reminder where state = 'WAITING' order by due")
                .query(String.class)
                .list();
    }

    private CaseId opened(LocalDate received) {
        return cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "Wijkraad Runkst", null, null, received, false, OFFICIAL));
    }
}
