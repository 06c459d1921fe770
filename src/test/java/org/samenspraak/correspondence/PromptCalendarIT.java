package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilMeetings;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.MeetingLines;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What a prompt says about its last day: in the mail, and in the reader's own calendar. */
class PromptCalendarIT extends CouncilCaseIT {

    @Autowired
    private CouncilMeetings meetings;

    @Autowired
    private MeetingLines lines;

    @Autowired
    private MailChoices choices;

    @Autowired
    private MailTexts texts;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TermChanges changes;

    @Autowired
    private PromptRows rows;

    @Autowired
    private PromptMails prompts;

    @Test
    void bringsTheLastDayForTheCalendarWithoutLinkOrName() throws Exception {
        askForView();
        outbox.sendDue();

        var sent = questions(AN).get(0);
        var text = calendarText(sent);
        var event = read(text).getEvents().get(0);

        assertThat(read(text).getMethod().isPublish()).isTrue();
        var term = clocks.of(caseId).get(0);
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:" + term.lastDay().toString().replace("-", ""));
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(clock.instant());
        assertThat(event.getTransparency().isTransparent()).isTrue();
        assertThat(event.getSummary().getValue()).contains("Wijkraad Runkst");
        assertThat(text.replace("\r\n ", "")).doesNotContain("/v/", "An Peeters", AN, "ATTENDEE", "ORGANIZER");
        assertThat(read(calendarText(questions(ELS).get(0))).getEvents().get(0).getUid())
                .as("one entry for who shares a calendar")
                .isEqualTo(event.getUid());
    }

    @Test
    void movesTheSameEntryWhenTheTermMoves() throws Exception {
        askForView();
        outbox.sendDue();
        var before = read(calendarText(questions(AN).get(0))).getEvents().get(0);
        var term = clocks.of(caseId).get(0);
        var change = new TermChange(TermChange.Kind.MOVE, term.lastDay().plusDays(20), "Vakantie");
        var preview = changes.preview(caseId, term.id(), change, OFFICE);
        changes.change(caseId, term.id(), change, preview.seen(), OFFICE);
        clock.advance(Duration.ofHours(1));

        rows.ofCase(caseId).forEach(row -> prompts.again(row, 1));
        outbox.sendDue();

        var after = read(calendarText(questions(AN).get(1))).getEvents().get(0);
        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getDateTimeStamp().getValue())
                .isAfter(before.getDateTimeStamp().getValue());
        assertThat(after.getDateStart().getValue())
                .isAfter(before.getDateStart().getValue());
    }

    @Test
    void saysWhyThisCouncilAndWhetherItStillMeets() throws Exception {
        askForView();
        var last = clocks.of(caseId).get(0).lastDay();
        meetings.add(council, List.of(last.minusDays(3)), null, "Dorpshuis", OFFICE);
        outbox.sendDue();
        rows.ofCase(caseId).forEach(row -> prompts.again(row, 1));
        outbox.sendDue();

        assertThat(plain(questions(AN).get(0))).contains("gaat over uw raad: Wijkraad Runkst, wijkraad voor Runkst");
        assertThat(plain(questions(AN).get(0))).doesNotContain("vergadert");
        assertThat(plain(questions(AN).get(1)))
                .contains("U vergadert nog op " + texts.day(last.minusDays(3), MailTexts.DUTCH))
                .contains("3 dagen voor de laatste dag");
        assertThat(lines.of(council, last.plusDays(200), MailTexts.DUTCH))
                .as("a meeting that long before says nothing")
                .isEmpty();
    }

    @Test
    void saysThatTheCouncilDoesNotMeetAnyMore() throws Exception {
        askForView();
        var last = clocks.of(caseId).get(0).lastDay();
        meetings.add(council, List.of(last.plusDays(5)), null, "", OFFICE);
        outbox.sendDue();
        rows.ofCase(caseId).forEach(row -> prompts.again(row, 1));
        outbox.sendDue();

        assertThat(plain(questions(AN).get(1))).contains("U vergadert niet meer voor deze dag");
    }

    @Test
    void writesDutchInFlandersWhateverTheCouncilChose() throws Exception {
        askForView();
        choices.choose(council, new MailChoice(Set.of(), null, true, Interest.NONE, Set.of(), 0), OFFICE);
        outbox.sendDue();
        rows.ofCase(caseId).forEach(row -> prompts.again(row, 1));
        outbox.sendDue();

        assertThat(choices.language(council)).isEqualTo(MailTexts.DUTCH);
        assertThat(plain(questions(AN).get(1))).contains("Beste An Peeters");
    }

    /** Without the letter that comes with the question. */
    private List<MimeMessage> questions(String address) {
        return mail.receivedBy(address).stream()
                .filter(sent -> GreenMailUtil.getHeaders(sent).contains("mening geven"))
                .toList();
    }

    private static String plain(MimeMessage sent) throws Exception {
        return text((Multipart) sent.getContent());
    }

    private static String text(Multipart parts) throws Exception {
        for (int at = 0; at < parts.getCount(); at++) {
            BodyPart part = parts.getBodyPart(at);
            if (part.getContent() instanceof Multipart inner) {
                return text(inner);
            }
            if (part.isMimeType("text/plain")) {
                return (String) part.getContent();
            }
        }
        throw new AssertionError("no text");
    }

    private static String calendarText(MimeMessage sent) throws Exception {
        var parts = (Multipart) sent.getContent();
        for (int at = 0; at < parts.getCount(); at++) {
            if (parts.getBodyPart(at).isMimeType("text/calendar")) {
                assertThat(parts.getBodyPart(at).getContentType()).contains("method=PUBLISH");
                try (InputStream in = parts.getBodyPart(at).getInputStream()) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no calendar in " + GreenMailUtil.getWholeMessage(sent));
    }

    private static ICalendar read(String text) {
        return Biweekly.parse(text).first();
    }
}
