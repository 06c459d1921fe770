package org.samenspraak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class DatesTest {

    /** Half past eleven in the evening in UTC: already the next day in Brussels. */
    private static final Instant NOW = Instant.parse("2026-09-11T22:30:00Z");

    private final Dates dates = new Dates(
            new Municipality(
                    "Stad Hasselt",
                    Jurisdiction.BE_VLG,
                    ZoneId.of("Europe/Brussels"),
                    "http://localhost:8080",
                    "participatie@hasselt.example",
                    "011 00 00 00",
                    "Limburgplein 1, 3500 Hasselt"),
            Clock.fixed(NOW, ZoneOffset.UTC),
            texts());

    @BeforeEach
    void readsDutch() {
        LocaleContextHolder.setLocale(WebSetup.DUTCH);
    }

    @AfterEach
    void forgetsTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysDaysInWords() {
        assertThat(dates.day(LocalDate.of(2026, 9, 14))).isEqualTo("ma 14 september 2026");
        assertThat(dates.shortDay(LocalDate.of(2026, 9, 14))).isEqualTo("ma 14 september");
        assertThat(dates.shortDay(LocalDate.of(2025, 9, 14)))
                .as("a day of another year says so")
                .isEqualTo("zo 14 september 2025");
        assertThat(dates.moment(Instant.parse("2026-11-12T20:10:00Z"))).isEqualTo("12 november 2026, 21.10 uur");
        assertThat(dates.day(null)).isEmpty();
    }

    @Test
    void saysHowLongItTakesCountedInTheMunicipalitysZone() {
        assertThat(dates.today()).isEqualTo(LocalDate.of(2026, 9, 12));
        assertThat(dates.until(LocalDate.of(2026, 9, 10))).isEqualTo("2 dagen te laat");
        assertThat(dates.until(LocalDate.of(2026, 9, 11))).isEqualTo("1 dag te laat");
        assertThat(dates.until(LocalDate.of(2026, 9, 12))).isEqualTo("vandaag");
        assertThat(dates.until(LocalDate.of(2026, 9, 13))).isEqualTo("morgen");
        assertThat(dates.until(Instant.parse("2026-09-15T21:59:59Z"))).isEqualTo("over 3 dagen");
    }

    @Test
    void callsThreeDaysNear() {
        assertThat(dates.state(LocalDate.of(2026, 9, 11))).isEqualTo("late");
        assertThat(dates.state(LocalDate.of(2026, 9, 12))).isEqualTo("soon");
        assertThat(dates.state(LocalDate.of(2026, 9, 15))).isEqualTo("soon");
        assertThat(dates.state(LocalDate.of(2026, 9, 16))).isEqualTo("later");
        assertThat(dates.state(null)).isEqualTo("later");
    }

    @Test
    void speaksEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(dates.day(LocalDate.of(2026, 9, 14))).isEqualTo("Mon 14 September 2026");
        assertThat(dates.until(LocalDate.of(2026, 9, 10))).isEqualTo("2 days late");
        assertThat(dates.moment(Instant.parse("2026-11-12T20:10:00Z"))).isEqualTo("12 November 2026, 21:10");
    }

    private static Texts texts() {
        try {
            return new Texts(new PathMatchingResourcePatternResolver(), true);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
