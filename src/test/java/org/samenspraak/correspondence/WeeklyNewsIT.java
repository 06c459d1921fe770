package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils.Inscription;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.News;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The test begins on a Monday at noon. */
class WeeklyNewsIT extends CouncilCaseIT {

    private static final Pattern STOP = Pattern.compile("/v/nieuws/[A-Za-z0-9_-]{64}");

    @Autowired
    private Meetings meetings;

    @Autowired
    private WeeklyNews news;

    @Autowired
    private MailChoices choices;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private AreaId area = AreaId.create();
    private AreaId elsewhere = AreaId.create();

    @BeforeEach
    void makeCouncil() {
        area = areas.add("Runkst", null, OFFICE);
        elsewhere = areas.add("Kuringen", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        memberships.replace(
                council,
                List.of(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
    }

    @Test
    void tellsEachReaderOnceAWeek() {
        choose(Interest.ALL);
        news.tell();
        recognise("Dorpsraad Kuringen", elsewhere);
        recognise("Dorpsraad Godsheide", elsewhere);

        for (int hour = 0; hour < 24 * 7; hour += 6) {
            clock.advance(Duration.ofHours(6));
            news.tell();
            outbox.sendDue();
        }

        for (var reader : List.of(AN, ELS)) {
            assertThat(mail.receivedBy(reader)).singleElement().satisfies(sent -> {
                assertThat(sent.getSubject()).isEqualTo("Nieuws van deze week voor Wijkraad Runkst");
                assertThat(body(sent))
                        .contains("Dorpsraad Kuringen is erkend vanaf")
                        .contains("Dorpsraad Godsheide");
                assertThat(sent.getHeader("List-Unsubscribe")[0]).contains("/v/nieuws/");
            });
        }
    }

    @Test
    void tellsNothingBeforeTheHourOfItsDay() {
        choose(Interest.ALL);
        news.tell();
        recognise("Dorpsraad Kuringen", elsewhere);

        clock.advance(Duration.ofDays(7).minusHours(6)); // Monday, six in the morning
        news.tell();
        outbox.sendDue();
        assertThat(mail.received()).isEmpty();

        clock.advance(Duration.ofHours(1));
        news.tell();
        outbox.sendDue();
        assertThat(mail.received()).hasSize(2);
    }

    @Test
    void tellsWhatWasMissedWhenTheOfficeStoodStill() {
        choose(Interest.ALL);
        news.tell();
        recognise("Dorpsraad Kuringen", elsewhere);

        clock.advance(Duration.ofDays(17));
        news.tell();
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).hasSize(1);
    }

    @Test
    void isQuietWithoutNewsAndForWhoChoseNothing() {
        recognise("Dorpsraad Kuringen", elsewhere);
        news.tell();
        clock.advance(Duration.ofDays(7));
        news.tell();
        choose(Interest.ALL);
        news.tell();
        clock.advance(Duration.ofDays(7));
        news.tell();
        outbox.sendDue();

        assertThat(mail.received()).isEmpty();
    }

    @Test
    void tellsOfTheAreaOnly() {
        choose(Interest.AREA);
        news.tell();
        recognise("Dorpsraad Kuringen", elsewhere);
        recognise("Buurtraad Runkst", area);
        nextWeek();

        assertThat(body(mail.receivedBy(AN).get(0)))
                .contains("Buurtraad Runkst")
                .doesNotContain("Kuringen");
    }

    @Test
    void tellsOfTheThemesOnly() {
        choices.choose(council, new MailChoice(Set.of(), null, false, Interest.THEMES, Set.of("mobility"), 0), OFFICE);
        news.tell();
        publish("Plan Noord", Set.of("mobility", "green"));
        publish("Plan Zuid", Set.of("green"));
        nextWeek();

        assertThat(body(mail.receivedBy(AN).get(0))).contains("Plan Noord").doesNotContain("Plan Zuid");
    }

    /** Once, in the mail before it; a meeting has no theme, and the college meets behind closed doors. */
    @Test
    void tellsWhenTheMunicipalCouncilMeetsInTheWeekToCome() throws Exception {
        choose(Interest.AREA);
        news.tell();
        meetings.add("gemeenteraad", List.of(today().plusDays(10)), OFFICE);
        meetings.add("college", List.of(today().plusDays(11)), OFFICE);
        nextWeek();
        nextWeek();

        assertThat(mail.receivedBy(AN)).hasSize(1);
        assertThat(MailParts.text(mail.receivedBy(AN).get(0)))
                .contains("De gemeenteraad vergadert op ")
                .doesNotContainIgnoringCase("college");
        assertThat(mail.receivedBy(AN).get(0).getSubject()).contains("Nieuws van deze week");
    }

    @Test
    void tellsNoMeetingToWhoAsksForThemes() {
        choices.choose(council, new MailChoice(Set.of(), null, false, Interest.THEMES, Set.of("mobility"), 0), OFFICE);
        news.tell();
        meetings.add("gemeenteraad", List.of(today().plusDays(10)), OFFICE);
        nextWeek();

        assertThat(mail.receivedBy(AN)).isEmpty();
    }

    @Test
    void forgetsNewsOfWhatWasUndone() {
        choose(Interest.ALL);
        news.tell();
        transaction.executeWithoutResult(status -> {
            recognise("Dorpsraad Kuringen", elsewhere);
            status.setRollbackOnly();
        });
        nextWeek();

        assertThat(mail.received()).isEmpty();
    }

    @Test
    void stopsForWhoAsksItByTheLinkAndForNobodyElse() throws Exception {
        choose(Interest.ALL);
        news.tell();
        recognise("Dorpsraad Kuringen", elsewhere);
        nextWeek();
        var link = link();
        assertThat(jdbc.sql("select string_agg(text || html, '') from correspondence_message")
                        .query(String.class)
                        .single())
                .doesNotContain("/v/nieuws/");

        mvc.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Wijkraad Runkst")))
                .andExpect(content().string(not(containsString("An Peeters"))));
        mvc.perform(get(link)); // a mail program that looks changes nothing
        recognise("Dorpsraad Godsheide", elsewhere);
        nextWeek();
        assertThat(mail.receivedBy(AN)).hasSize(2);

        mvc.perform(post(link + "/stop")).andExpect(redirectedUrl(link));
        mvc.perform(get(link)).andExpect(content().string(containsString("U krijgt geen nieuwsmail")));
        recognise("Dorpsraad Stokrooie", elsewhere);
        nextWeek();
        assertThat(mail.receivedBy(AN)).hasSize(2);
        assertThat(mail.receivedBy(ELS)).hasSize(3);

        mvc.perform(post(link + "/verder")).andExpect(redirectedUrl(link));
        recognise("Dorpsraad Spalbeek", elsewhere);
        nextWeek();
        assertThat(mail.receivedBy(AN)).hasSize(3);
    }

    @Test
    void tellsAGuesserNothing() throws Exception {
        choose(Interest.ALL);
        for (var token : List.of("A".repeat(64), "raad", UUID.randomUUID().toString())) {
            mvc.perform(get("/v/nieuws/" + token)).andExpect(status().isNotFound());
            mvc.perform(post("/v/nieuws/" + token + "/stop")).andExpect(status().is3xxRedirection());
        }
        assertThat(jdbc.sql("select count(*) from correspondence_news_stop")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String link() {
        var found = STOP.matcher(body(mail.receivedBy(AN).get(0)));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String body(MimeMessage sent) {
        return GreenMailUtil.getBody(sent).replace("=\r\n", "");
    }

    private void nextWeek() {
        clock.advance(Duration.ofDays(7));
        news.tell();
        outbox.sendDue();
    }

    private void choose(Interest interest) {
        choices.choose(council, new MailChoice(Set.of(), null, false, interest, Set.of(), 0), OFFICE);
    }

    private CouncilId recognise(String name, AreaId where) {
        var id = councils.add(CouncilKind.DORPSRAAD, name, where, OFFICE);
        councils.inscribe(
                id, new Inscription(true, today(), null, null, null, "2026-1", today(), CaseId.create()), OFFICE);
        return id;
    }

    private void publish(String name, Set<String> themes) {
        events.publishEvent(new News("plan:" + name, "ended", name, today(), null, null, themes, null));
    }
}
