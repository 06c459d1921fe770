package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** An address that gets no more mails is told so: it may be somebody else who had it changed. */
class AddressMailsIT extends CouncilCaseIT {

    private static final String NEW = "an.nieuw@raad.example";
    private static final String SUBJECT = "Ander mailadres bij Stad Hasselt";

    @Autowired
    private MailChoices choices;

    @Autowired
    private Prompts prompts;

    @BeforeEach
    void makeCouncil() {
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kiewit", areas.add("Kiewit", null, OFFICE), OFFICE);
        replace(AN);
        outbox.sendDue();
    }

    @Test
    void tellsTheOldAddressWhomToCallAndNotTheNewOne() {
        replace(NEW);
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).singleElement().satisfies(sent -> {
            assertThat(sent.getSubject()).isEqualTo(SUBJECT);
            assertThat(Mails.text(sent))
                    .contains("Beste An Peeters", "Wijkraad Kiewit", "Weet u hier niets van?", "participatie@")
                    .doesNotContain("an.nieuw");
            assertThat(sent.getAllRecipients()).hasSize(1);
        });
        assertThat(mail.receivedBy(NEW)).isEmpty();
    }

    @Test
    void tellsWhoHasNoAddressAnyMore() {
        replace(null);
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).extracting(Mails::subject).containsExactly(SUBJECT);
    }

    @Test
    void tellsNothingWhenTheSameAddressIsWrittenOtherwiseOrSomethingElseChanged() {
        replace("An@Raad.example");
        var member = memberships.today(council).get(0);
        memberships.change(
                council,
                member.id(),
                member.version(),
                person("An Peeters-Maes", "An@Raad.example", Function.CHAIR),
                today(),
                OFFICE);
        outbox.sendDue();

        assertThat(mail.received()).isEmpty();
    }

    @Test
    void tellsTheOldMailboxThatTheCouncilShared() {
        share("raad@kiewit.example", 0);
        share("bestuur@kiewit.example", 1);
        outbox.sendDue();

        assertThat(mail.receivedBy("raad@kiewit.example")).singleElement().satisfies(sent -> assertThat(
                        Mails.text(sent))
                .contains("Beste Wijkraad Kiewit")
                .doesNotContain("bestuur@"));
    }

    /** Whoever reads there said that it is not for them: they get nothing any more. */
    @Test
    void tellsNothingToAWrongReader() throws Exception {
        askToSign();
        prompts.wrongReader(((Opening.Open) prompts.open(tokenOf(AN))).prompt());
        var before = mail.receivedBy(AN).size();

        replace(NEW);
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).hasSize(before);
    }

    private void replace(@Nullable String address) {
        memberships.replace(council, List.of(person("An Peeters", address, Function.CHAIR)), today(), OFFICE);
    }

    private void share(String mailbox, int version) {
        choices.choose(council, new MailChoice(Set.of(), mailbox, false, Interest.NONE, Set.of(), version), OFFICE);
    }
}
