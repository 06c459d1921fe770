package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final CalendarDates DATES =
            new CalendarDates(TODAY, TODAY.plusMonths(18), ZoneId.of("Europe/Brussels"));

    @Test
    void readsADayAndAMoment() {
        assertThat(read("DTSTART;VALUE=DATE:20261006", "LOCATION:Dorp 1\\, zaal\\nachter"))
                .singleElement()
                .satisfies(meeting -> {
                    assertThat(meeting.day()).isEqualTo("2026-10-06");
                    assertThat(meeting.starts()).isNull();
                    assertThat(meeting.place()).isEqualTo("Dorp 1, zaal achter");
                    assertThat(meeting.fromCalendar()).isTrue();
                });
        assertThat(read("DTSTART:20261006T180000Z"))
                .extracting(CouncilMeeting::starts)
                .containsExactly(LocalTime.of(20, 0));
        assertThat(read("DTSTART;TZID=\"Europe/London\":20261006T233000"))
                .extracting(CouncilMeeting::day)
                .containsExactly(LocalDate.of(2026, 10, 7));
        assertThat(read("DTSTART;TZID=Romance Standard Time:20261006T200000"))
                .extracting(CouncilMeeting::starts)
                .containsExactly(LocalTime.of(20, 0));
    }

    @Test
    void followsASeriesForEighteenMonths() {
        var days = read("DTSTART;TZID=Europe/Brussels:20260106T200000", "RRULE:FREQ=MONTHLY;BYDAY=1TU");

        assertThat(days)
                .extracting(CouncilMeeting::day)
                .startsWith(LocalDate.of(2026, 10, 6))
                .hasSize(18);
        assertThat(days).extracting(CouncilMeeting::day).last().isEqualTo(LocalDate.of(2028, 3, 7));
    }

    @Test
    void leavesOutWhatIsOffAndTakesWhatMoved() {
        var calendar = CalendarLines.read(
                calendar(
                        """
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20261006
                RRULE:FREQ=WEEKLY;COUNT=4
                EXDATE;VALUE=DATE:20261013
                RDATE;VALUE=DATE:20261201
                END:VEVENT
                BEGIN:VEVENT
                UID:1
                RECURRENCE-ID;VALUE=DATE:20261020
                DTSTART;VALUE=DATE:20261021
                END:VEVENT
                BEGIN:VEVENT
                UID:1
                RECURRENCE-ID;VALUE=DATE:20261027
                DTSTART;VALUE=DATE:20261027
                STATUS:CANCELLED
                END:VEVENT"""));

        assertThat(DATES.of(calendar))
                .extracting(meeting -> meeting.day().toString())
                .containsExactly("2026-10-06", "2026-10-21", "2026-12-01");
    }

    @Test
    void endsASeriesOnItsLastDay() {
        assertThat(read("DTSTART;VALUE=DATE:20261006", "RRULE:FREQ=DAILY;UNTIL=20261008T235959Z"))
                .hasSize(3);
        assertThat(read("DTSTART:20261006T180000Z", "RRULE:FREQ=DAILY;UNTIL=20261008T180000Z"))
                .hasSize(3);
        assertThat(read("DTSTART:20261006T180000Z", "RRULE:FREQ=DAILY;UNTIL=20261008T175959Z"))
                .hasSize(2);
    }

    /** None of these may take long or bring anything but the day itself, if any. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=MINUTELY;INTERVAL=1",
                "RRULE:FREQ=DAILY;BYSECOND=1,2,3;BYMINUTE=1,2,3",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:FREQ=DAILY;INTERVAL=-1",
                "RRULE:FREQ=YEARLY;BYMONTH=99",
                "RRULE:FREQ=",
                "RRULE:;;;",
                "RRULE:FREQ=MONTHLY;BYDAY=99ZZ"
            })
    void takesNoRuleThatIsNoMeeting(String rule) {
        assertThat(read("DTSTART;VALUE=DATE:20261006", rule)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void looksForADayThatNeverComesNotForEver() {
        assertThat(read("DTSTART;VALUE=DATE:20261006", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(read("DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=DAILY")).isEmpty();
        assertThat(read("DTSTART;VALUE=DATE:20261006", "RRULE:FREQ=DAILY")).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void readsNothingWithinAnEventAndNoSense() {
        assertThat(read("BEGIN:VALARM", "DTSTART:20261006T180000Z", "END:VALARM"))
                .isEmpty();
        assertThat(read("DTSTART:20269999")).isEmpty();
        assertThat(read("DTSTART:morgen")).isEmpty();
        assertThat(read("DTSTART;X=\"" + ":".repeat(9) + "\";TZID=../../etc:20261006T180000"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "BEGIN:VCARD\nEND:VCARD"})
    void refusesWhatIsNoCalendar(String text) {
        assertThatThrownBy(() -> CalendarLines.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreEventsThanACouncilHas() {
        var many = calendar("BEGIN:VEVENT\nEND:VEVENT\n".repeat(2_001));

        assertThatThrownBy(() -> CalendarLines.read(many)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<CouncilMeeting> read(String... lines) {
        return DATES.of(CalendarLines.read(
                calendar("BEGIN:VEVENT\r\nUID:1\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT")));
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "\r\nEND:VCALENDAR\r\n";
    }
}
