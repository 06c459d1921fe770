package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.deadlines.CalendarChange.Kind;
import org.samenspraak.deadlines.CalendarChanges.Move;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Closing days and periods of several days at once. */
class PeriodsIT extends PostgresIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate FROM = LocalDate.of(2026, 10, 5);
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 16);
    private static final Actor OFFICIAL = new Actor(Actor.Kind.PERSON, null, "Participatiebureau", null);

    @Autowired
    private Clocks clocks;

    @Autowired
    private CalendarChanges calendar;

    @Autowired
    private Cases cases;

    private CaseId caseId;

    @BeforeEach
    void openCase() {
        caseId = cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "Wijkraad Runkst", null, null, TODAY, false, OFFICIAL));
    }

    @Test
    void closesSeveralDaysInOneGo() {
        clocks.due(caseId, "supplement", null); // until 14 October
        var preview = calendar.preview(new CalendarChange(Kind.CLOSE, FROM, UNTIL, "Verbouwing"));
        assertThat(preview.terms())
                .containsExactly(
                        new Move(caseId, "supplement", LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 19)));

        calendar.apply(preview.change(), preview.seen(), OFFICIAL);

        assertThat(lastDay("supplement")).isEqualTo("2026-10-19");
        assertThat(clocks.find(caseId, "supplement", null).orElseThrow().lines())
                .last()
                .isEqualTo("van 5 oktober 2026 tot en met 16 oktober 2026 werden sluitingsdagen (Verbouwing): het einde"
                        + " schuift op naar 19 oktober 2026");
        assertThat(calendar.toCome()).hasSize(10); // no weekend
        assertThat(calendar.closings()).containsExactly(new Period(FROM, UNTIL, "Verbouwing", "Participatiebureau"));

        apply(Kind.OPEN, FROM, UNTIL, "");
        assertThat(lastDay("supplement")).isEqualTo("2026-10-14");
        assertThat(calendar.toCome()).isEmpty();
    }

    @Test
    void addsAPeriodToTheTermsWhoseRegulationSaysSo() {
        clocks.due(caseId, "advice", null); // 15 working days, until 5 October
        clocks.due(caseId, "supplement", null);
        heed("supplement");

        apply(Kind.PAUSE, FROM, UNTIL, "herfstreces");

        assertThat(lastDay("advice")).isEqualTo("2026-10-05");
        assertThat(lastDay("supplement")).isEqualTo("2026-10-26");
        assertThat(clocks.find(caseId, "supplement", null).orElseThrow().lines())
                .last()
                .isEqualTo("van 5 oktober 2026 tot en met 16 oktober 2026 telt niet meer mee (herfstreces): het einde"
                        + " wordt 26 oktober 2026");
        clocks.stop(caseId, "supplement", null);
        clocks.due(caseId, "supplement", null);
        assertThat(clocks.find(caseId, "supplement", null).orElseThrow().lines())
                .containsExactly(
                        "30 kalenderdagen na 14 september 2026 = 14 oktober 2026",
                        "van 5 oktober 2026 tot en met 16 oktober 2026 telt niet mee (herfstreces)",
                        "met de dagen die niet meetellen wordt het einde 26 oktober 2026");

        apply(Kind.UNPAUSE, FROM, UNTIL, "");
        assertThat(lastDay("supplement")).isEqualTo("2026-10-14");
        assertThat(calendar.periods()).isEmpty();
    }

    @Test
    void refusesWhatChangesNothingOrMakesNoSense() {
        apply(Kind.PAUSE, FROM, UNTIL, "herfstreces");
        refuses(Kind.PAUSE, UNTIL, UNTIL.plusDays(3), "nog een", "overlaps");
        refuses(Kind.UNPAUSE, FROM, UNTIL.minusDays(1), "", "no-period");
        refuses(Kind.PAUSE, UNTIL.plusDays(1), FROM, "omgekeerd", "until-before");
        refuses(Kind.CLOSE, UNTIL, UNTIL.plusYears(2), "te lang", "days-many");
        refuses(Kind.CLOSE, TODAY.minusDays(1), UNTIL, "begonnen", "day-over");
        refuses(Kind.PAUSE, UNTIL.plusDays(1), UNTIL.plusDays(2), " ", "name");
        refuses(Kind.CLOSE, LocalDate.of(2026, 9, 19), LocalDate.of(2026, 9, 20), "weekend", "no-working-day");
        refuses(Kind.OPEN, FROM, UNTIL, "", "open-already");
    }

    @Test
    void appliesNothingThatWouldMoveOtherTermsByNow() {
        clocks.due(caseId, "supplement", null);
        var change = new CalendarChange(Kind.CLOSE, FROM, UNTIL, "Verbouwing");
        var seen = calendar.preview(change).seen();
        clocks.due(caseId, "advice", null); // ends in these days as well

        assertThatThrownBy(() -> calendar.apply(change, seen, OFFICIAL)).hasMessageContaining("changed");

        assertThat(lastDay("supplement")).isEqualTo("2026-10-14");
        assertThat(calendar.toCome()).isEmpty();
    }

    private void apply(Kind kind, LocalDate from, LocalDate until, String name) {
        var change = new CalendarChange(kind, from, until, name);
        calendar.apply(change, calendar.preview(change).seen(), OFFICIAL);
    }

    private void refuses(Kind kind, LocalDate from, LocalDate until, String name, String key) {
        assertThatThrownBy(() -> calendar.preview(new CalendarChange(kind, from, until, name)))
                .hasMessageContaining(key);
    }

    private void heed(String term) {
        jdbc.sql(
                        "insert into regulation_parameter select name, version, '%1$s.not-counting', 998, type, value, choices,"
                                        .formatted(term)
                                + " article, sentence, sentence_en, reason, reason_en from regulation_parameter"
                                + " where key = '%s.next-working-day'".formatted(term))
                .update();
    }

    private LocalDate lastDay(String term) {
        return clocks.find(caseId, term, null).orElseThrow().lastDay();
    }
}
