package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.Mails;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who follows the public side by mail; it begins on a Monday at noon. */
abstract class FollowScenario extends PostgresIT {

    static final Actor OFFICE = Actor.resident("Bureau");
    static final String BO = "bo@wijk.example";
    static final Pattern LINK = Pattern.compile("/publiek/volgen/mail/[A-Za-z0-9_-]{64}");

    @Autowired
    Councils councils;

    @Autowired
    Areas areas;

    @Autowired
    Outbox outbox;

    @Autowired
    Followers followers;

    AreaId north = AreaId.create();
    AreaId south = AreaId.create();

    @BeforeEach
    void fill() {
        north = areas.add("Noord", null, OFFICE);
        south = areas.add("Zuid", null, OFFICE);
    }

    static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    void confirm(String address, String about) throws Exception {
        ask(address, about);
        send();
        mvc.perform(post(link(mail.receivedBy(address).get(0)) + "/bevestigen"));
    }

    ResultActions ask(String address, String about) throws Exception {
        return mvc.perform(post("/publiek/volgen/mail").param("mail", address).param("about", about));
    }

    static String link(MimeMessage sent) {
        var found = LINK.matcher(Mails.text(sent));
        assertThat(found.find()).as(GreenMailUtil.getBody(sent)).isTrue();
        return found.group();
    }

    void nextWeek() {
        clock.advance(Duration.ofDays(7));
        followers.tell();
        send();
    }

    void send() {
        followers.mailWhoAsked();
        outbox.sendDue();
    }

    long rows() {
        return jdbc.sql("select count(*) from publication_follower")
                .query(Long.class)
                .single();
    }

    /** Where an address still stands in the database. */
    String everywhere(String address) {
        return jdbc.sql(
                        """
                        select (select count(*) from publication_follower where address = :address) || ' choices, '
                            || (select count(*) from correspondence_message where recipient = :address) || ' mails'""")
                .param("address", address)
                .query(String.class)
                .single();
    }

    CouncilId recognise(String name, AreaId where) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"));
        var id = councils.add(CouncilKind.WIJKRAAD, name, where, OFFICE);
        councils.inscribe(
                id,
                new Councils.Inscription(true, today, today.plusYears(4), null, null, "1", today, CaseId.create()),
                OFFICE);
        return id;
    }
}
