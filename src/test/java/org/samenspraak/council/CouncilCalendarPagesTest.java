package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A calendar of a council that the office reads. */
class CouncilCalendarPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final String SECRET = "https://agenda.example/geheim-1234/raad.ics";

    @Autowired
    private Councils councils;

    @Autowired
    private CouncilMeetings meetings;

    @Autowired
    private CouncilCalendars calendars;

    @Autowired
    private Areas areas;

    private CouncilId council = CouncilId.create();

    @BeforeEach
    void fill() {
        var area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad <Runkst>", area, OFFICE);
    }

    @Test
    void showsNobodyTheAddressOfACalendar() throws Exception {
        mvc.perform(post(page() + "/agenda")
                        .param("address", SECRET)
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(redirectedUrl(page()));

        mvc.perform(get(page()).with(role("participation-office")))
                .andExpect(content().string(allOf(containsString("agenda.example"), not(containsString("geheim")))));
        assertThat(jdbc.sql("select coalesce(string_agg(a::text, ''), '') from identity_audit a")
                        .query(String.class)
                        .single())
                .doesNotContain("geheim");
        mvc.perform(post(page() + "/agenda")
                        .param("address", "http://agenda.example/x")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("begint")));
    }

    @Test
    void saysInWordsWhyACalendarIsNotRead() throws Exception {
        meetings.add(council, List.of(LocalDate.of(2026, 10, 6)), null, "", OFFICE);
        for (var problem : List.of("host", "unreachable", "tls", "status", "moved", "slow", "large", "format")) {
            calendars.set(council, SECRET, OFFICE);
            calendars.readNext(new Failing(problem));
            mvc.perform(get(page()).with(role("participation-office")))
                    .andExpect(content().string(allOf(containsString("notice--late"), not(containsString("??")))));
        }
        assertThat(meetings.toCome(council)).hasSize(1);
    }

    @Test
    void readsACalendarEveryDayAndForgetsWhatIsGone() {
        meetings.add(council, List.of(LocalDate.of(2026, 12, 1)), null, "", OFFICE);
        calendars.set(council, SECRET, OFFICE);
        var reader = new Answering(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261006\nEND:VEVENT\nEND:VCALENDAR");

        assertThat(calendars.readNext(reader)).isTrue();
        assertThat(calendars.readNext(reader)).as("not twice a day").isFalse();
        assertThat(meetings.next(council)).contains(LocalDate.of(2026, 10, 6));

        clock.advance(Duration.ofDays(1));
        assertThat(calendars.readNext(new Answering("BEGIN:VCALENDAR\nEND:VCALENDAR")))
                .isTrue();
        assertThat(meetings.next(council)).contains(LocalDate.of(2026, 12, 1));

        clock.advance(Duration.ofDays(1));
        calendars.readNext(reader);
        calendars.remove(council, OFFICE);
        assertThat(meetings.toCome(council)).hasSize(1);
    }

    private String page() {
        return "/raden/" + council + "/vergaderingen";
    }

    private static class Failing extends CalendarReader {

        private final String problem;

        Failing(String problem) {
            super(address -> false, context(), Duration.ofSeconds(1));
            this.problem = problem;
        }

        @Override
        String read(URI address) throws CalendarProblem {
            throw new CalendarProblem(problem);
        }
    }

    private static class Answering extends CalendarReader {

        private final String text;

        Answering(String text) {
            super(address -> false, context(), Duration.ofSeconds(1));
            this.text = text;
        }

        @Override
        String read(URI address) {
            return text;
        }
    }

    private static SSLContext context() {
        return SSLContexts.createDefault();
    }
}
