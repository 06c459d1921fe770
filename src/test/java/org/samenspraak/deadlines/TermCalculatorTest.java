package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.kernel.Jurisdiction.BE_VLG;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterType;
import org.springframework.context.support.ResourceBundleMessageSource;

class TermCalculatorTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @ParameterizedTest(name = "{0}: {2} {3} after {1} ends on {4}")
    @CsvSource({
        // 30 days from the source, and over month and year ends
        "BE_VLG, 2026-07-01, 30, DAYS, 2026-07-31",
        "BE_VLG, 2026-07-16, 30, DAYS, 2026-08-17",
        "BE_VLG, 2026-12-02, 30, DAYS, 2027-01-04",
        "BE_VLG, 2024-02-28, 1, DAYS, 2024-02-29",
        "BE_VLG, 2025-02-27, 1, DAYS, 2025-02-28",
        // clocks go forward on 29 March 2026 and back on 25 October 2026: days stay days
        "BE_VLG, 2026-03-27, 4, DAYS, 2026-03-31",
        "BE_VLG, 2026-10-23, 4, DAYS, 2026-10-27",
        // Easter: Monday 6 April 2026 is off; Good Friday counts for Dutch terms only
        "BE_VLG, 2026-04-02, 1, DAYS, 2026-04-03",
        "NL, 2026-04-02, 1, DAYS, 2026-04-07",
        "BE_VLG, 2026-04-03, 1, WORKING_DAYS, 2026-04-07",
        "NL, 2026-04-02, 1, WORKING_DAYS, 2026-04-07",
        // Ascension on Thursday 14 May 2026: the Friday after it is a working day
        "BE_VLG, 2026-05-13, 1, WORKING_DAYS, 2026-05-15",
        // Pentecost Monday 25 May 2026
        "BE_VLG, 2026-05-22, 3, DAYS, 2026-05-26",
        // 11 July 2025 is a Friday: off in Flanders only
        "BE_VLG, 2025-07-10, 1, DAYS, 2025-07-14",
        "NL, 2025-07-10, 1, DAYS, 2025-07-11",
        // 21 July and 15 August are off in Belgium only
        "BE_VLG, 2026-07-20, 1, WORKING_DAYS, 2026-07-22",
        "NL, 2026-07-20, 1, WORKING_DAYS, 2026-07-21",
        // observances of the library are working days: 2 and 15 November, 31 December
        "BE_VLG, 2026-10-30, 1, WORKING_DAYS, 2026-11-02",
        "BE_VLG, 2024-11-14, 1, DAYS, 2024-11-15",
        "BE_VLG, 2026-12-30, 1, DAYS, 2026-12-31",
        "BE_VLG, 2026-11-10, 1, DAYS, 2026-11-12",
        // 26 December is off in the Netherlands only; 26 December 2025 is a Friday
        "BE_VLG, 2025-12-24, 2, DAYS, 2025-12-26",
        "NL, 2025-12-24, 2, DAYS, 2025-12-29",
        // King's Day is 26 April in 2025 (27 is a Sunday), a Monday in 2026
        "NL, 2026-04-24, 1, WORKING_DAYS, 2026-04-28",
        "NL, 2025-04-25, 1, WORKING_DAYS, 2025-04-28",
        // Liberation Day, Tuesday 5 May 2026
        "NL, 2026-05-04, 1, DAYS, 2026-05-06",
        // weeks, months and years
        "NL, 2026-03-02, 8, WEEKS, 2026-04-28",
        "BE_VLG, 2026-01-31, 1, MONTHS, 2026-03-02",
        "BE_VLG, 2024-01-31, 1, MONTHS, 2024-02-29",
        "BE_VLG, 2026-08-31, 4, MONTHS, 2026-12-31",
        "BE_VLG, 2024-02-29, 4, YEARS, 2028-02-29",
        "BE_VLG, 2024-02-29, 1, YEARS, 2025-02-28",
        // around New Year
        "BE_VLG, 2025-12-31, 1, WORKING_DAYS, 2026-01-02",
        "BE_VLG, 2026-12-31, 1, DAYS, 2027-01-04",
        "BE_VLG, 2026-12-22, 10, WORKING_DAYS, 2027-01-07"
    })
    void endsOn(Jurisdiction law, LocalDate from, int amount, ParameterType unit, LocalDate last) {
        assertThat(calculator(law)
                        .after(from, "start", term(unit, amount), true, Rest.NONE)
                        .lastDay())
                .isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, --10-01, 2026-10-01",
        "2026-10-01, --10-01, 2027-10-01",
        "2026-01-15, --02-29, 2026-02-28",
        "2027-03-01, --02-29, 2028-02-29"
    })
    void endsOnTheNextSuchDayInTheYear(LocalDate from, String day, LocalDate last) {
        var term = new Parameter("talk", ParameterType.DATE_IN_YEAR, day, List.of(), null, "", "", null, null, null);

        assertThat(calculator(BE_VLG)
                        .after(from, "start", term, false, Rest.NONE)
                        .lastDay())
                .isEqualTo(last);
    }

    @Test
    void staysWhereTheRuleDoesNotMoveIt() {
        assertThat(calculator(BE_VLG).after(day("2026-07-16"), "start", term(ParameterType.DAYS, 30), false, Rest.NONE))
                .satisfies(counted -> assertThat(counted.lastDay()).isEqualTo("2026-08-15"))
                .satisfies(counted -> assertThat(counted.lines()).hasSize(1));
    }

    @Test
    void skipsClosingDays() {
        var closed = calculator(BE_VLG, "2026-05-15", "2026-05-18");

        assertThat(closed.after(day("2026-05-13"), "start", term(ParameterType.DAYS, 2), true, Rest.NONE)
                        .lastDay())
                .isEqualTo("2026-05-19");
        assertThat(closed.after(day("2026-05-13"), "start", term(ParameterType.WORKING_DAYS, 1), true, Rest.NONE)
                        .lastDay())
                .isEqualTo("2026-05-19");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-31, 14, DAYS, 2026-07-17",
        "2026-07-31, 10, WORKING_DAYS, 2026-07-16",
        "2029-12-31, 4, MONTHS, 2029-08-31",
        "2030-06-30, 4, MONTHS, 2030-02-28",
        "2026-04-07, 1, WORKING_DAYS, 2026-04-03"
    })
    void countsBackFromAnEnd(LocalDate end, int amount, ParameterType unit, LocalDate day) {
        assertThat(calculator(BE_VLG).before(end, term(unit, amount), false).lastDay())
                .isEqualTo(day);
    }

    @Test
    void saysHowTheDateCameAbout() {
        assertThat(words(DUTCH, BE_VLG, "2026-07-01", ParameterType.DAYS, 30))
                .containsExactly("30 kalenderdagen na ontvangst op 1 juli 2026 = 31 juli 2026");
        assertThat(words(DUTCH, BE_VLG, "2026-07-16", ParameterType.DAYS, 30))
                .containsExactly(
                        "30 kalenderdagen na ontvangst op 16 juli 2026 = 15 augustus 2026",
                        "zaterdag 15 augustus is een feestdag (Onze-Lieve-Vrouw-Hemelvaart): het einde schuift op naar maandag 17 augustus");
        assertThat(words(DUTCH, BE_VLG, "2026-07-17", ParameterType.WORKING_DAYS, 3))
                .containsExactly(
                        "3 werkdagen na ontvangst op 17 juli 2026 = 23 juli 2026",
                        "dinsdag 21 juli is een feestdag (nationale feestdag) en telt niet mee");
        assertThat(words(DUTCH, BE_VLG, "2026-08-21", ParameterType.DAYS, 1))
                .containsExactly(
                        "1 kalenderdag na ontvangst op 21 augustus 2026 = 22 augustus 2026",
                        "zaterdag 22 augustus is geen werkdag: het einde schuift op naar maandag 24 augustus");
    }

    @Test
    void saysItInEnglishToo() {
        assertThat(words(Locale.ENGLISH, BE_VLG, "2026-07-16", ParameterType.DAYS, 30))
                .containsExactly(
                        "30 calendar days after receipt on 16 July 2026 = 15 August 2026",
                        "Saturday 15 August is a public holiday (Assumption Day): the end moves to Monday 17 August");
    }

    @Test
    void saysEveryDayThatIsSkippedByItsName() {
        var easter = calculator(BE_VLG, "2026-04-07")
                .after(day("2026-04-03"), "start", term(ParameterType.DAYS, 1), true, Rest.NONE);
        assertThat(texts().of(easter.lines(), DUTCH))
                .containsExactly(
                        "1 kalenderdag na 3 april 2026 = 4 april 2026",
                        "zaterdag 4 april is geen werkdag: het einde schuift op naar maandag 6 april",
                        "maandag 6 april is een feestdag (paasmaandag): het einde schuift op naar dinsdag 7 april",
                        "dinsdag 7 april is een sluitingsdag (brugdag): het einde schuift op naar woensdag 8 april");
    }

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void namesEveryHolidayInBothLanguages(Jurisdiction law) {
        var holidays = new Holidays(law);
        day("2020-01-01").datesUntil(day("2040-01-01")).forEach(day -> holidays.find(day)
                .ifPresent(name -> {
                    var line = List.of(Line.of(Line.Kind.NOT_COUNTED, day, OfficeCalendar.Day.HOLIDAY, name));
                    assertThat(texts().of(line, DUTCH)).isNotEqualTo(texts().of(line, Locale.ENGLISH));
                }));
    }

    @Test
    void remindsBeforeTheEndAndNotOnDaysThatAreOver() {
        var calculator = calculator(BE_VLG);

        assertThat(Reminders.days("14 d, 3 d", day("2026-07-31"), day("2026-07-01"), calculator))
                .containsExactly(day("2026-07-17"), day("2026-07-28"));
        assertThat(Reminders.days("14 d, 3 d", day("2026-07-31"), day("2026-07-17"), calculator))
                .containsExactly(day("2026-07-17"), day("2026-07-28"));
        assertThat(Reminders.days("14 d, 3 d", day("2026-07-31"), day("2026-07-18"), calculator))
                .containsExactly(day("2026-07-28"));
        assertThat(Reminders.days("10 wd, 1 w, 1 m", day("2026-07-31"), day("2026-06-01"), calculator))
                .containsExactly(day("2026-06-30"), day("2026-07-16"), day("2026-07-24"));
        assertThat(Reminders.days("", day("2026-07-31"), day("2026-07-01"), calculator))
                .isEmpty();
    }

    private static List<String> words(Locale locale, Jurisdiction law, String from, ParameterType unit, int amount) {
        var lines = calculator(law)
                .after(day(from), "received", term(unit, amount), true, Rest.NONE)
                .lines();
        return texts().of(lines, locale);
    }

    static LineTexts texts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/deadlines", "messages/regulation");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new LineTexts(messages);
    }

    private static TermCalculator calculator(Jurisdiction law, String... closed) {
        var days = Stream.of(closed).collect(Collectors.toMap(TermCalculatorTest::day, day -> "brugdag"));
        return new TermCalculator(new OfficeCalendar(new Holidays(law), days, List.of()));
    }

    private static Parameter term(ParameterType unit, int amount) {
        return new Parameter("term", unit, String.valueOf(amount), List.of(), null, "", "", null, null, null);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
