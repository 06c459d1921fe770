package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.correspondence.Outbox.Mail;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails of the demo year, and those that come after it. */
class DemoMailsIT extends DemoScenario {

    @Autowired
    private Outbox outbox;

    @Test
    void sentEveryMailOfThePastOnItsDay() {
        assertThat(jdbc.sql("select distinct state from correspondence_message")
                        .query(String.class)
                        .list())
                .containsExactly("SENT");
        assertThat(jdbc.sql("select count(*) from correspondence_message where sent_at <> queued_at")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select bool_and(not waiting and published_at < now() - interval '1 day') from advice_publication")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Without a mail server, as a newcomer starts it. */
    @Test
    void bringsNewMailsToNobody() {
        var mail = outbox.queue(
                new Mail(null, null, "voorzitter@wijkraad.example", "voorzitter", "s", "t", "h", null, List.of()));

        outbox.sendDue();

        assertThat(outbox.sheet(mail).row().state()).isEqualTo(Outbox.State.SENT);
    }
}
