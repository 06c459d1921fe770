package org.samenspraak.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInPeople;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** It is Monday 14 September 2026. */
class FeedIT extends PostgresIT {

    private static final Instant FRIDAY = Instant.parse("2026-09-18T21:59:59Z");

    @Autowired
    private People people;

    @Autowired
    private SignedInPeople signedIn;

    @Autowired
    private Areas areas;

    @Autowired
    private Meetings meetings;

    @Autowired
    private CalendarChanges closingDays;

    @Autowired
    private Clocks clocks;

    @Autowired
    private ApplicationContext context;

    private AgendaFixture office;
    private CaseView file;
    private PersonId me;

    @BeforeEach
    void layOut() {
        office = new AgendaFixture(context);
        var runkst = areas.add("Runkst", null, Actor.SYSTEM);
        file = office.openCase(
                "Aanvraag van mevrouw An Geheim", office.council("Wijkraad; Runkst, \\ zuid", runkst), runkst);
        me = official("an", "legal", "finance");
    }

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

        clocks.extend(file.id(), "check", null, LocalDate.of(2026, 9, 23), "Meer tijd", Actor.SYSTEM);
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
    void answersTheSameForUnknownRevokedAndLost() throws Exception {
        var mine = make("mijn");
        var ofLegal = make("legal");
        var unknown = mine.substring(0, mine.length() - 10) + "AAAAAA.ics";
        read(mine).andExpect(status().isOk());
        read(ofLegal).andExpect(status().isOk());

        revoke("mijn");
        var legal = people.roles(me).stream()
                .filter(role -> role.group().equals(GroupId.of("legal")))
                .findFirst()
                .orElseThrow();
        people.end(me, legal, LocalDate.of(2026, 9, 14), Actor.SYSTEM);
        read(ofLegal).andExpect(status().isOk());
        clock.advance(Duration.ofDays(1));

        for (var address :
                List.of(mine, ofLegal, unknown, "/agenda/feed/a.ics", "/agenda/feed/" + "%27".repeat(43) + ".ics")) {
            var answer = read(address).andExpect(status().isNotFound()).andReturn();
            assertThat(text(answer)).as(address).isEmpty();
        }
        assertThat(page().select(".due--late").text()).contains("u hebt deze rol niet meer");
    }

    @Test
    void diesWithTheAccountAndWithAllWork() throws Exception {
        var address = make("groepen");
        var person = people.find(me).orElseThrow();
        people.change(me, new Details(person.name(), person.email(), "", false), person.version(), Actor.SYSTEM);

        read(address).andExpect(status().isNotFound());

        me = official("bea", "legal");
        var other = make("groepen");
        people.end(me, people.roles(me).get(0), LocalDate.of(2026, 9, 14), Actor.SYSTEM);
        clock.advance(Duration.ofDays(1));
        read(other).andExpect(status().isNotFound());
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
    void renewsAtOnceAndKeepsOnlyADigest() throws Exception {
        var first = make("mijn");
        var second = make("mijn");

        assertThat(second).isNotEqualTo(first);
        read(first).andExpect(status().isNotFound());
        read(second).andExpect(status().isOk());
        assertThat(page().select("section li")).hasSize(1);
        assertThat(second).matches("/agenda/feed/[\\w-]{43}\\.ics");
        var kept = jdbc.sql("select row_to_json(f)::text from agenda_feed f")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(second.substring(13, 40));
        assertThat(jdbc.sql("select what || ' ' || about from identity_audit where what like 'feed-%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("feed-made Mijn taken", "feed-made Mijn taken");
    }

    @Test
    void isRevokedByItsOwnerOnly() throws Exception {
        var address = make("mijn");
        var owner = me;
        me = official("bea", "legal");
        var id =
                jdbc.sql("select id::text from agenda_feed").query(String.class).single();

        mvc.perform(post("/agenda/koppelen/{id}/intrekken", id).with(csrf()).with(signedIn()))
                .andExpect(redirectedUrl("/agenda/koppelen"));
        read(address).andExpect(status().isOk());
        me = owner;
        revoke("mijn");

        read(address).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from identity_audit where what = 'feed-revoked'")
                        .query(Integer.class)
                        .single())
                .isOne();
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

    @Test
    void isReadAndGuessedSoManyTimesAnHour() throws Exception {
        var address = make("mijn", "task");
        for (int i = 0; i < FeedFilePages.READINGS; i++) {
            read(address).andExpect(status().isOk());
        }
        read(address).andExpect(status().isTooManyRequests());
        for (int i = 0; i < FeedFilePages.MISSES; i++) {
            read("/agenda/feed/x.ics").andExpect(status().isNotFound());
        }
        read("/agenda/feed/x.ics").andExpect(status().isTooManyRequests());

        clock.advance(Duration.ofMinutes(61));
        read(address).andExpect(status().isOk());
    }

    @Test
    void refusesWhatOneMayNotChoose() throws Exception {
        for (var choice : List.of("", "alles", "mayor", "x".repeat(2_000), "gebieden")) {
            mvc.perform(post("/agenda/koppelen")
                            .param("choice", choice)
                            .param("kind", "task")
                            .with(csrf())
                            .with(signedIn()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Kies wat het adres toont.")));
        }
        mvc.perform(post("/agenda/koppelen")
                        .param("choice", "mijn")
                        .param("kind", "baas")
                        .with(csrf())
                        .with(signedIn()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies minstens één soort dagen.")));
        assertThat(jdbc.sql("select count(*) from agenda_feed")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesItsAddressInNoLog() throws Exception {
        var all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var ours = (Logger) LoggerFactory.getLogger("org.samenspraak");
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        all.addAppender(heard);
        ours.setLevel(Level.DEBUG);
        try {
            var address = make("mijn");
            read(address);
            read(address + "x");
            mvc.perform(post(address));
            revoke("mijn");
            read(address);

            assertThat(heard.list)
                    .noneMatch(event -> event.getFormattedMessage().contains(address.substring(13, 40)));
            assertThat(jdbc.sql("select coalesce(string_agg(a::text, ' '), '') from identity_audit a")
                            .query(String.class)
                            .single())
                    .doesNotContain(address.substring(13, 40));
        } finally {
            all.detachAppender(heard);
            ours.setLevel(null);
        }
    }

    private PersonId official(String name, String... groups) {
        var roles = Set.of(groups).stream().map(GroupId::parse).collect(Collectors.toSet());
        return people.add(
                new NewPerson(name, name, name + "@hasselt.example", "", "vier blauwe fietsen", roles), Actor.SYSTEM);
    }

    private RequestPostProcessor signedIn() {
        return person(signedIn.of(me).orElseThrow());
    }

    /** The path of the new address. */
    private String make(String choice, String... kinds) throws Exception {
        return address(mvc.perform(post("/agenda/koppelen")
                        .param("choice", choice)
                        .param("kind", kinds.length == 0 ? new String[] {"task", "term", "meeting", "closed"} : kinds)
                        .with(csrf())
                        .with(signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                .andReturn());
    }

    private static String address(MvcResult answer) throws Exception {
        return URI.create(Jsoup.parse(text(answer)).select("#address").attr("value"))
                .getPath();
    }

    private void revoke(String choice) throws Exception {
        var id = jdbc.sql("select id::text from agenda_feed where person = ? and choice = ?")
                .params(me.value(), choice)
                .query(String.class)
                .single();
        mvc.perform(post("/agenda/koppelen/{id}/intrekken", id).with(csrf()).with(signedIn()));
    }

    private Document page() throws Exception {
        return Jsoup.parse(
                text(mvc.perform(get("/agenda/koppelen").with(signedIn())).andReturn()));
    }

    private ResultActions read(String address) throws Exception {
        return mvc.perform(get(URI.create(address)));
    }

    private static String text(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<VEvent> events(MvcResult answer) throws Exception {
        return Biweekly.parse(text(answer)).first().getEvents();
    }
}
