package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.correspondence.WeeklyNews;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** Advice that is made public stands in the mail of the week, of councils that chose to hear of it and of no other. */
class PublishedNewsIT extends OutScenario {

    @Autowired
    private Publishing publishing;

    @Autowired
    private WeeklyNews news;

    @Autowired
    private MailChoices choices;

    @Autowired
    private Outbox outbox;

    private CaseId request = CaseId.create();

    @BeforeEach
    void decide() {
        request = request("Plein en park", "mobility", "department-mobility");
        given(request, youth, "advice", LAST.minusDays(2));
        decide(request);
        choose("alles@raad.example", Interest.ALL, null);
        choose("buurt@raad.example", Interest.AREA, null);
        choose("mobiel@raad.example", Interest.THEMES, "mobility");
        choose("sport@raad.example", Interest.THEMES, "sport");
        choose("niets@raad.example", Interest.NONE, null);
        news.tell();
    }

    @Test
    void tellsWhoChoseItsTheme() {
        publishing.publish(request, OFFICE);
        nextWeek();

        for (var reader : Set.of("alles@raad.example", "buurt@raad.example", "mobiel@raad.example")) {
            assertThat(mail.receivedBy(reader)).as(reader).singleElement().satisfies(sent -> assertThat(
                            Mails.text(sent))
                    .contains(
                            "Advies en antwoorden staan online: Plein en park",
                            "/publiek/adviezen/" + number(request)));
        }
        assertThat(mail.received()).hasSize(3);
    }

    @Test
    void tellsNobodyWhatWasTakenAwayBeforeTheMailWentOut() {
        publishing.publish(request, OFFICE);
        publishing.withdraw(request, "Er staat een adres in", OFFICE);
        nextWeek();
        assertThat(mail.received()).isEmpty();

        publishing.bringBack(request, OFFICE);
        nextWeek();
        assertThat(mail.receivedBy("mobiel@raad.example")).hasSize(1);
    }

    private void nextWeek() {
        clock.advance(Duration.ofDays(7));
        news.tell();
        outbox.sendDue();
    }

    private void choose(String chair, Interest interest, @Nullable String theme) {
        CouncilId council = newCouncil("Raad " + chair.substring(0, chair.indexOf('@')), chair, chair);
        choices.choose(
                council,
                new MailChoice(Set.of(), null, false, interest, theme == null ? Set.of() : Set.of(theme), 0),
                OFFICE);
    }
}
