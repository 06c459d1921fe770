package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges.Move;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class TermChangesIT extends PostgresIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final Actor OFFICIAL = new Actor(Actor.Kind.PERSON, null, "Participatiebureau", null);

    @Autowired
    private TermChanges changes;

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
        caseId = cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "Wijkraad Runkst", null, null, TODAY, false, OFFICIAL));
    }

    @Test
    void addsTheRealDaysEachTimeItIsResumed() {
        clocks.due(caseId, "supplement", null); // until 14 October
        goTo("2026-09-20");
        change("supplement", Kind.SUSPEND, null, "De raad wacht op een attest.");
        assertThat(clock("supplement").suspendedOn()).isEqualTo("2026-09-20");
        assertThat(clocks.due(caseId, "supplement", null)).isNull();
        assertThat(reminders()).isZero();

        goTo("2026-09-28");
        change("supplement", Kind.RESUME, null, "Het attest is er.");

        assertThat(clock("supplement").suspendedOn()).isNull();
        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-22");
        assertThat(clock("supplement").due()).isEqualTo(Instant.parse("2026-10-22T21:59:59Z"));
        assertThat(reminders()).isEqualTo(2);
        goTo("2026-10-01");
        change("supplement", Kind.SUSPEND, null, "De voorzitter is ziek.");
        goTo("2026-10-04");
        change("supplement", Kind.RESUME, null, "Beter.");

        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-26"); // a Sunday moves to Monday, once
        assertThat(clock("supplement").lines())
                .containsExactly(
                        "30 kalenderdagen na 14 september 2026 = 14 oktober 2026",
                        "opgeschort vanaf 20 september 2026 door Participatiebureau, want: De raad wacht op een attest.",
                        "hervat op 28 september 2026 door Participatiebureau, na 8 dagen: het einde wordt 22 oktober 2026, want: Het attest is er.",
                        "opgeschort vanaf 1 oktober 2026 door Participatiebureau, want: De voorzitter is ziek.",
                        "hervat op 4 oktober 2026 door Participatiebureau, na 3 dagen: het einde wordt 25 oktober 2026, want: Beter.",
                        "zondag 25 oktober is geen werkdag: het einde schuift op naar maandag 26 oktober");
        assertThat(timeline.page(caseId, null, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo("clock.resumed"))
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("Beter."));
    }

    /** The end lay on a Saturday and had moved to the Monday on which the term was suspended. */
    @Test
    void resumesOnADayToComeAlsoWhenItWasSuspendedAfterItsLastDayMoved() {
        clocks.startUntil(caseId, "supplement", null, LocalDate.of(2026, 10, 10));
        goTo("2026-10-12");
        change("supplement", Kind.SUSPEND, null, "Op het laatste.");
        goTo("2026-10-21");
        change("supplement", Kind.RESUME, null, "Verder.");

        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-21");
        assertThat(clock("supplement").lines())
                .last()
                .asString()
                .contains("het einde wordt 21 oktober 2026, want: Verder.");
    }

    @Test
    void refusesWhatTheStateOfATermDoesNotAllow() {
        clocks.due(caseId, "supplement", null);
        refuses("supplement", Kind.RESUME, null, "not-suspended");
        change("supplement", Kind.SUSPEND, null, "Even wachten.");

        refuses("supplement", Kind.SUSPEND, null, "refusal.suspended");
        refuses("supplement", Kind.EXTEND, TODAY.plusDays(60), "refusal.suspended");
        refuses("supplement", Kind.MOVE, TODAY.plusDays(60), "refusal.suspended");
        refuses("advice", Kind.SUSPEND, null, "not-running");
        clocks.stop(caseId, "supplement", null);
        refuses("supplement", Kind.RESUME, null, "not-running");
        clocks.due(caseId, "supplement", null);
        assertThat(clock("supplement").suspendedOn()).isNull();
        goTo("2026-12-01");
        refuses("supplement", Kind.SUSPEND, null, "over");
        assertThatThrownBy(() -> change("supplement", Kind.MOVE, LocalDate.of(2027, 1, 4), " "))
                .hasMessageContaining("reason-missing");
        assertThatThrownBy(() -> change("supplement", Kind.MOVE, LocalDate.of(2027, 1, 4), "x".repeat(1001)))
                .hasMessageContaining("reason-long");
    }

    @Test
    void movesTheEndEarlierOrLaterByHand() {
        clocks.due(caseId, "supplement", null);
        refuses("supplement", Kind.MOVE, LocalDate.of(2026, 10, 14), "same-day");
        refuses("supplement", Kind.MOVE, TODAY.minusDays(1), "day-over");
        refuses("supplement", Kind.MOVE, LocalDate.of(2126, 10, 14), "far");

        change("supplement", Kind.MOVE, LocalDate.of(2026, 10, 3), "De raad vergadert vroeger.");

        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-05");
        refuses("supplement", Kind.MOVE, LocalDate.of(2026, 10, 4), "same-day"); // a Sunday, which becomes that Monday
        assertThat(clock("supplement").lines())
                .contains(
                        "tot en met 3 oktober 2026, zo bepaald door Participatiebureau, want: De raad vergadert vroeger.");
        change("supplement", Kind.SUSPEND, null, "Even wachten.");
        goTo("2026-09-24");
        change("supplement", Kind.RESUME, null, "Verder.");
        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-13");
        change("supplement", Kind.MOVE, LocalDate.of(2026, 10, 20), "Toch later.");
        calendar.add(LocalDate.of(2026, 10, 20), "Brugdag", OFFICIAL);
        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-21"); // those ten days are in it already
    }

    @Test
    void measuresTheLimitFromTheEndThatTheRegulationGives() {
        clocks.start(caseId, "decision", null, TODAY); // until 12 January, 60 days more at most
        change("decision", Kind.MOVE, LocalDate.of(2027, 3, 1), "De begroting.");

        refuses("decision", Kind.EXTEND, LocalDate.of(2027, 3, 31), "too-late");
        refuses("decision", Kind.MOVE, LocalDate.of(2027, 3, 31), "too-late");
        change("decision", Kind.EXTEND, LocalDate.of(2027, 3, 12), "Nog iets.");
        refuses("decision", Kind.EXTEND, LocalDate.of(2027, 3, 15), "extended-already");
        assertThat(clock("decision").lastDay()).isEqualTo("2027-03-12");
    }

    @Test
    void saysWhatHappensAtOnce() {
        clocks.start(caseId, "decision", null, TODAY);
        clocks.before(caseId, "decision", "not-handled", null);
        var earlier = new TermChange(Kind.MOVE, TODAY.plusDays(3), "De raad vraagt het.");

        assertThat(changes.preview(caseId, clock("decision").id(), earlier, OFFICIAL)
                        .others())
                .singleElement()
                .matches(Move::atOnce);
    }

    @Test
    void takesAlongWhatIsCountedBackFromItsEnd() {
        clocks.start(caseId, "decision", null, TODAY);
        clocks.before(caseId, "decision", "not-handled", null);
        refuses("not-handled", Kind.SUSPEND, null, "follows");

        assertThat(changes.preview(caseId, clock("decision").id(), suspension(), OFFICIAL))
                .satisfies(preview -> assertThat(preview.to()).isNull())
                .satisfies(preview -> assertThat(preview.others())
                        .containsExactly(new Move("not-handled", LocalDate.of(2026, 12, 15), null, false)));
        change("decision", Kind.SUSPEND, null, "Wachten op de begroting.");
        assertThat(clock("not-handled").suspendedOn()).isEqualTo(TODAY);
        assertThat(clocks.before(caseId, "decision", "not-handled", null)).isNull();
        assertThat(clocks.before(caseId, "decision", "advice", null)).isNull();

        goTo("2027-01-13"); // the day to act on would have come
        change("decision", Kind.RESUME, null, "Ze is er.");

        assertThat(clock("decision").lastDay()).isEqualTo("2027-05-13");
        assertThat(clock("not-handled").lastDay()).isEqualTo("2027-04-15");
        assertThat(clock("not-handled").suspendedOn()).isNull();
        assertThat(clock("advice").suspendedOn()).isNull();
    }

    @Test
    void countsWithTheCalendarOfTheDayThatItIsResumed() {
        clocks.due(caseId, "supplement", null);
        change("supplement", Kind.SUSPEND, null, "Even wachten.");
        assertThat(calendar.add(LocalDate.of(2026, 10, 14), "Brugdag", OFFICIAL))
                .isEmpty();
        calendar.add(LocalDate.of(2026, 10, 20), "Brugdag", OFFICIAL);

        goTo("2026-09-20");
        change("supplement", Kind.RESUME, null, "Verder.");

        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-21");
    }

    @Test
    void makesNoChangeThatDoesSomethingElseByNow() {
        clocks.due(caseId, "supplement", null);
        var id = clock("supplement").id();
        var change = new TermChange(Kind.MOVE, LocalDate.of(2026, 10, 20), "Later.");
        var seen = changes.preview(caseId, id, change, OFFICIAL);
        assertThat(seen.from()).isEqualTo("2026-10-14");
        assertThat(seen.to()).isEqualTo("2026-10-20");
        assertThat(seen.lines()).singleElement().asString().contains("zo bepaald door");
        assertThat(seen.remindersTo()).hasSize(2);
        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-14");

        calendar.add(LocalDate.of(2026, 10, 20), "Brugdag", OFFICIAL);
        assertThatThrownBy(() -> changes.change(caseId, id, change, seen.seen(), OFFICIAL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("changed");
        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-14");

        var again = changes.preview(caseId, id, change, OFFICIAL).seen();
        changes.change(caseId, id, change, again, OFFICIAL);
        assertThat(clock("supplement").lastDay()).isEqualTo("2026-10-21");
    }

    @Test
    void knowsNoTermOfAnotherCase() {
        clocks.due(caseId, "supplement", null);
        var id = clock("supplement").id();
        var other = cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "Wijkraad Banneux", null, null, TODAY, false, OFFICIAL));

        assertThat(clocks.find(other, id)).isEmpty();
        assertThatThrownBy(() -> changes.preview(other, id, suspension(), OFFICIAL))
                .hasMessageContaining("not-running");
    }

    private static TermChange suspension() {
        return new TermChange(Kind.SUSPEND, null, "Even wachten.");
    }

    private void change(String term, Kind kind, @Nullable LocalDate until, String reason) {
        changes.change(caseId, term, null, new TermChange(kind, until, reason), OFFICIAL);
    }

    private void refuses(String term, Kind kind, @Nullable LocalDate until, String key) {
        assertThatThrownBy(() -> change(term, kind, until, "Daarom."))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(key);
    }

    private ClockView clock(String term) {
        return clocks.find(caseId, term, null).orElseThrow();
    }

    private int reminders() {
        return jdbc.sql("select count(*) from deadlines_reminder where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    private void goTo(String day) {
        clock.set(Instant.parse(day + "T10:00:00Z"));
    }
}
