package org.samenspraak.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.property.ICalProperty;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Duration;
import java.util.Date;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Read by another library than the one that writes. */
class CalendarFileTest {

    private static final CalendarFile FILE = new CalendarFile(
            "Agenda; van, mij", "https://samen.hasselt.example", Instant.parse("2026-09-14T10:00:00Z"));

    @Test
    void isAWholeDayThatKeepsNobodyBusy() {
        var text = FILE.text(List.of(entry("Nakijken", LocalDate.of(2026, 10, 25))));

        var event = read(text).getEvents().get(0);

        assertThat(text)
                .contains("DTSTART;VALUE=DATE:20261025\r\n", "DTEND;VALUE=DATE:20261026\r\n")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "VERSION:2.0\r\n", "PRODID:");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day(event.getDateStart().getValue())).isEqualTo("2026-10-25");
        assertThat(day(event.getDateEnd().getValue()))
                .as("the first day after it")
                .isEqualTo("2026-10-26");
        assertThat(event.getTransparency().isTransparent()).isTrue();
        assertThat(event.getUid().getValue()).isEqualTo("task-7@samen.hasselt.example");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo("2026-09-14T10:00:00Z");
        assertThat(event.getUrl().getValue()).isEqualTo("https://samen.hasselt.example/taken/7");
        assertThat(event.getSummary().getValue()).isEqualTo("Nakijken · 2026-REC-0001 · Wijkraad Runkst");
        assertThat(text).contains("X-WR-CALNAME:Agenda\\; van\\, mij\r\n");
        assertThat(read(text).getNames())
                .extracting(ICalProperty::toString)
                .first()
                .asString()
                .contains("Agenda; van, mij");
    }

    @Test
    void letsNoTitleBreakOut() {
        var hostile = "a; b, c\\n d\\ \" \r\nEND:VEVENT\r\nATTENDEE:mailto:x@y.example\u0007\u0085 é".repeat(9)
                + "😀".repeat(60);

        var text = FILE.text(List.of(entry(hostile, LocalDate.of(2026, 10, 5))));

        var calendar = read(text);
        assertThat(calendar.getEvents()).hasSize(1);
        var event = calendar.getEvents().get(0);
        assertThat(event.getAttendees()).isEmpty();
        assertThat(event.getSummary().getValue())
                .isEqualTo(hostile.replaceAll("\\p{Cc}+", " ") + " · 2026-REC-0001 · Wijkraad Runkst");
    }

    @Test
    void foldsByOctetsAndCutsNoCharacterInTwo() {
        for (int shift = 0; shift < 8; shift++) {
            var title = "x".repeat(shift) + "😀".repeat(60) + "é".repeat(80);

            var text = FILE.text(List.of(entry(title, LocalDate.of(2026, 10, 5))));

            assertThat(text.split("\r\n", -1)).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(75));
            assertThat(read(text).getEvents().get(0).getSummary().getValue()).startsWith(title);
        }
    }

    @Test
    void aMeetingHasItsHoursAndItsPlaceAndKeepsFromOthers() {
        var begins = Instant.parse("2026-12-01T08:00:00Z");
        var talk = entry("Gesprek", LocalDate.of(2026, 12, 1)).at(begins, Duration.ofMinutes(45), "Buurthuis De Linde");

        var event = read(FILE.text(List.of(talk))).getEvents().get(0);

        assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(begins));
        assertThat(event.getDateEnd().getValue()).isEqualTo(Date.from(begins.plus(Duration.ofMinutes(45))));
        assertThat(event.getLocation().getValue()).isEqualTo("Buurthuis De Linde");
        assertThat(event.getTransparency().isOpaque()).isTrue();
    }

    @Test
    void canBeEmpty() {
        assertThat(read(FILE.text(List.of())).getEvents()).isEmpty();
    }

    private static AgendaEntry entry(String title, LocalDate day) {
        return new AgendaEntry(
                "task",
                "7",
                day,
                "",
                title,
                "2026-REC-0001",
                "Wijkraad Runkst",
                "niet voor buiten",
                "/taken/7",
                true,
                3);
    }

    private static ICalendar read(String text) {
        var calendars = Biweekly.parse(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .all();
        assertThat(calendars).hasSize(1);
        return calendars.get(0);
    }

    /** Read as a day of the reader's own calendar, wherever that is. */
    private static String day(ICalDate date) {
        var raw = date.getRawComponents();
        return "%04d-%02d-%02d".formatted(raw.getYear(), raw.getMonth(), raw.getDate());
    }
}
