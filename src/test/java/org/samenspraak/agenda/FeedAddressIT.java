package org.samenspraak.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People.Details;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.slf4j.LoggerFactory;

/** Who makes, renews and revokes an address of the agenda, and whom it answers. */
class FeedAddressIT extends FeedScenario {

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
}
