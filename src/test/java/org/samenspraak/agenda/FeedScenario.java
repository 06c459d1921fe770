package org.samenspraak.agenda;

import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInPeople;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody of two groups makes addresses for a calendar program. It is Monday 14 September 2026. */
abstract class FeedScenario extends PostgresIT {

    static final Instant FRIDAY = Instant.parse("2026-09-18T21:59:59Z");

    @Autowired
    People people;

    @Autowired
    SignedInPeople signedIn;

    @Autowired
    Areas areas;

    @Autowired
    Meetings meetings;

    @Autowired
    CalendarChanges closingDays;

    @Autowired
    Clocks clocks;

    @Autowired
    ApplicationContext context;

    AgendaFixture office;
    CaseView file;
    PersonId me;

    @BeforeEach
    void layOut() {
        office = new AgendaFixture(context);
        var runkst = areas.add("Runkst", null, Actor.SYSTEM);
        file = office.openCase(
                "Aanvraag van mevrouw An Geheim", office.council("Wijkraad; Runkst, \\ zuid", runkst), runkst);
        me = official("an", "legal", "finance");
    }

    PersonId official(String name, String... groups) {
        var roles = Set.of(groups).stream().map(GroupId::parse).collect(Collectors.toSet());
        return people.add(
                new NewPerson(name, name, name + "@hasselt.example", "", "vier blauwe fietsen", roles), Actor.SYSTEM);
    }

    RequestPostProcessor signedIn() {
        return person(signedIn.of(me).orElseThrow());
    }

    /** The path of the new address. */
    String make(String choice, String... kinds) throws Exception {
        return address(mvc.perform(post("/agenda/koppelen")
                        .param("choice", choice)
                        .param("kind", kinds.length == 0 ? new String[] {"task", "term", "meeting", "closed"} : kinds)
                        .with(csrf())
                        .with(signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                .andReturn());
    }

    static String address(MvcResult answer) throws Exception {
        return URI.create(Jsoup.parse(text(answer)).select("#address").attr("value"))
                .getPath();
    }

    void revoke(String choice) throws Exception {
        var id = jdbc.sql("select id::text from agenda_feed where person = ? and choice = ?")
                .params(me.value(), choice)
                .query(String.class)
                .single();
        mvc.perform(post("/agenda/koppelen/{id}/intrekken", id).with(csrf()).with(signedIn()));
    }

    Document page() throws Exception {
        return Jsoup.parse(
                text(mvc.perform(get("/agenda/koppelen").with(signedIn())).andReturn()));
    }

    ResultActions read(String address) throws Exception {
        return mvc.perform(get(URI.create(address)));
    }

    static String text(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    static List<VEvent> events(MvcResult answer) throws Exception {
        return Biweekly.parse(text(answer)).first().getEvents();
    }
}
