package org.samenspraak.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** What a calendar program reads. */
class FeedIT extends FeedScenario {

    @Autowired
    private TermChanges changes;

    @Test
    void showsStepsNumbersCouncilsAndLinksToACalendarProgram() throws Exception {
        office.task("t1", file, "Nakijken", "legal", me, FRIDAY, null);
        office.task("t2", file, "Van een ander", "mayor", FRIDAY);
        meetings.add("college", List.of(LocalDate.of(2026, 9, 21)), Actor.SYSTEM);
        closingDays.add(LocalDate.of(2026, 9, 22), "Begrafenis van Jan Geheim", Actor.SYSTEM);

        var answer = read(make("mijn"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("private")))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andReturn();

        var text = text(answer);
        assertThat(text).doesNotContain("Geheim", "an@hasselt.example", "Van een ander");
        var events = events(answer);
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .contains(
                        "Nakijken · " + file.number() + " · Wijkraad; Runkst, \\ zuid",
                        "Zitting van het college",
                        "Stadhuis gesloten",
                        "Kerstmis");
        assertThat(events.stream()
                        .filter(event -> event.getUid().getValue().startsWith("task-t1@"))
                        .map(event -> event.getUrl().getValue()))
                .singleElement()
                .asString()
                .matches("http://localhost:\\d+/taken/t1");
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void movesAnEntryByItsIdAndDropsWhatIsDone() throws Exception {
        office.term(file, "check", LocalDate.of(2026, 9, 18));
        office.task("t1", file, "Nakijken", "legal", me, FRIDAY, "check");
        var address = make("mijn", "task");
        var before = events(read(address).andReturn()).get(0);

        changes.change(
                file.id(),
                "check",
                null,
                new TermChange(TermChange.Kind.EXTEND, LocalDate.of(2026, 9, 23), "Meer tijd"),
                Actor.SYSTEM);
        jdbc.sql("update process_task set due = '2026-09-23T21:59:59Z'").update();
        var after = events(read(address).andReturn()).get(0);

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getDateStart().getValue().getRawComponents().getDate()).isEqualTo(23);
        jdbc.sql("delete from process_task").update();
        assertThat(events(read(address).andReturn())).isEmpty();
    }

    @Test
    void followsTheRolesOfToday() throws Exception {
        office.task("t1", file, "Kijken", "mayor", FRIDAY);
        var address = make("groepen", "task");
        assertThat(events(read(address).andReturn())).isEmpty();

        people.give(me, GroupId.of("mayor"), LocalDate.of(2026, 9, 14), null, Actor.SYSTEM);

        assertThat(events(read(address).andReturn())).hasSize(1);
    }

    @Test
    void saysWhenNothingChanged() throws Exception {
        office.task("t1", file, "Nakijken", "legal", me, FRIDAY, null);
        var address = make("mijn", "task");
        var first = read(address).andReturn().getResponse();
        clock.advance(Duration.ofMinutes(10));

        var second = mvc.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, first.getHeader(HttpHeaders.ETAG)))
                .andExpect(status().isNotModified())
                .andReturn();
        assertThat(text(second)).isEmpty();
        mvc.perform(head(address))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, first.getHeader(HttpHeaders.ETAG)))
                .andExpect(header().dateValue(HttpHeaders.LAST_MODIFIED, TestClock.START.toEpochMilli()));

        jdbc.sql("update process_task set due = due + interval '1 day'").update();
        mvc.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, first.getHeader(HttpHeaders.ETAG)))
                .andExpect(status().isOk())
                .andExpect(header().dateValue(
                                HttpHeaders.LAST_MODIFIED,
                                TestClock.START.plus(Duration.ofMinutes(10)).toEpochMilli()));
    }

    @Test
    void showsWhenItWasReadLast() throws Exception {
        var address = make("mijn");
        assertThat(page().select("section li").text()).contains("Nog niet gelezen");

        clock.advance(Duration.ofMinutes(70));
        read(address);

        assertThat(page().select("section li").text()).contains("Laatst gelezen op 14 september 2026, 13.10 uur");
    }

    @Test
    void speaksTheLanguageOfWhoMadeIt() throws Exception {
        office.task("t1", file, "Nakijken", "legal", me, FRIDAY, null);
        var address = address(mvc.perform(post("/agenda/koppelen?lang=en")
                        .param("choice", "mijn")
                        .param("kind", "task")
                        .with(csrf())
                        .with(signedIn()))
                .andReturn());

        assertThat(text(read(address).andReturn())).contains("English Nakijken", "Samenspraak: My tasks");
    }
}
