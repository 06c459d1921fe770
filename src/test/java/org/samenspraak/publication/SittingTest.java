package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.publication.PublicSittings.Sitting;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class SittingTest {

    private static final Instant BEGINS = Instant.parse("2026-12-16T19:00:00Z");

    @Test
    void hasItsHourInACalendarWhereThatIsKnownAndElseTheDay() {
        assertThat(Objects.requireNonNull(
                                sitting("Zitting", null, BEGINS).entry().meeting())
                        .where())
                .isEqualTo("Stadhuis");
        assertThat(sitting("Zitting", null, null).entry().meeting()).isNull();
    }

    @Test
    void saysOnceWhoseItIs() {
        assertThat(sitting("Open forum", "Dorpsraad Kermt", BEGINS).entry().about())
                .isEqualTo("Dorpsraad Kermt");
        assertThat(sitting("Open forum: Dorpsraad Kermt", "Dorpsraad Kermt", BEGINS)
                        .entry()
                        .about())
                .isEmpty();
    }

    @Test
    void theDemoTellsWhenTheCouncilOfTheCityMeets() throws IOException {
        var file = new YamlPropertySourceLoader().load("demo", new ClassPathResource("application-demo.yml"));
        var settings = new Binder(ConfigurationPropertySources.from(file))
                .bind("samenspraak.publication.sitting", PublicationSettings.Sitting.class)
                .get();

        assertThat(LocalTime.parse(settings.begins())).isEqualTo(LocalTime.of(20, 0));
        assertThat(settings.takes()).isEqualTo(Duration.ofHours(3));
        assertThat(settings.place()).startsWith("Stadhuis");
    }

    private static Sitting sitting(String title, @Nullable String of, @Nullable Instant begins) {
        return new Sitting(
                "public-meeting",
                "x",
                title,
                null,
                of,
                LocalDate.of(2026, 12, 16),
                begins,
                begins == null ? null : begins.plusSeconds(3_600),
                "Stadhuis",
                0);
    }
}
