package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.DaysOff;
import org.springframework.beans.factory.annotation.Autowired;

/** The days on which the stories of the demo happen. */
class DemoAgendaIT extends DemoScenario {

    @Autowired
    private DaysOff daysOff;

    @Test
    void nobodyWorksOnAHoliday() {
        var first = Clock.fixed(Instant.parse("2026-11-28T23:50:00Z"), ZoneOffset.UTC);
        var agenda = agenda(first);
        try {
            agenda.begin();
            var days = IntStream.range(0, 700).mapToObj(agenda::day).collect(Collectors.toSet());
            assertThat(daysOff.between(agenda.day(699), agenda.day(0)))
                    .filteredOn(day -> day.kind() == DaysOff.Kind.HOLIDAY)
                    .isNotEmpty()
                    .noneMatch(day -> days.contains(day.day()));
        } finally {
            agenda.reset();
        }
    }
}
