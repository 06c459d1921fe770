package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailParts;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** What waited for a mail server that was gone says what is true on the day that it leaves, or does not leave. */
class WaitingMailsIT extends CouncilCaseIT {

    private static final String DAY = "woensdag 14 oktober 2026";

    @Autowired
    private TermChanges changes;

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private ReminderRound round;

    @Autowired
    private Prompts prompts;

    @Test
    void aQuestionCountsFromTheDayThatItLeaves() throws Exception {
        askToSign();
        clock.advance(Duration.ofDays(4));
        outbox.sendDue();

        assertThat(question().getSubject()).startsWith("Tegen " + DAY + ": ");
        assertThat(Mails.text(question())).contains(DAY + " (over 26 dagen)");
        assertThat(MailParts.isWith(question(), "text/calendar")).isTrue();
    }

    @Test
    void aQuestionNamesNoDayToAnswerByThatIsPast() throws Exception {
        askToSign();
        clock.advance(Duration.ofDays(31));
        var token = tokenOf(AN);

        assertThat(question().getSubject()).startsWith("Vraag aan uw raad: ").doesNotContain("oktober");
        assertThat(Mails.text(question()))
                .contains("De laatste dag was " + DAY + ". Antwoord zo snel u kunt.")
                .doesNotContain("voorbij)");
        assertThat(MailParts.isWith(question(), "text/calendar")).isFalse();
        assertThat(prompts.open(token)).isInstanceOf(Opening.Open.class);
    }

    @Test
    void aNewLastDayThatIsPastIsNotToldAnyMore() {
        askToSign();
        outbox.sendDue();
        changes.change(caseId, "sign", null, new TermChange(Kind.MOVE, LocalDate.of(2026, 10, 6), "Vroeger."), OFFICE);
        clock.advance(Duration.ofDays(23));
        outbox.sendDue();

        assertThat(mail.received()).extracting(Mails::subject).noneMatch(it -> it.startsWith("Nieuwe laatste dag"));
        assertThat(outbox.page(State.WITHDRAWN, null, 10))
                .extracting(Outbox.Row::subject)
                .anyMatch(it -> it.startsWith("Nieuwe laatste dag, dinsdag 6 oktober 2026"));
    }

    @Test
    void aReminderThatWaitedLongerThanItsTermIsNotSent() {
        askForView();
        outbox.sendDue();
        var before = mail.received().size();
        clock.set(Instant.parse("2026-09-21T08:30:00Z"));
        schedule.giveDue();
        round.queueDue();
        assertThat(outbox.page(State.WAITING, null, 10))
                .extracting(Outbox.Row::subject)
                .anyMatch(it -> it.startsWith("Herinnering, tegen "));

        clock.advance(Duration.ofDays(60));
        outbox.sendDue();

        assertThat(mail.received()).hasSize(before);
        assertThat(outbox.page(State.WAITING, null, 10)).isEmpty();
    }

    /** The mail that asks, besides the letter that came with it. */
    private MimeMessage question() {
        return mail.receivedBy(AN).stream()
                .filter(sent -> !Mails.subject(sent).startsWith("Wijkraad"))
                .findFirst()
                .orElseThrow();
    }
}
