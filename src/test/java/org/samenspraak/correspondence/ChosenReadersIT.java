package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** Whom a council chose besides chair and secretary. */
class ChosenReadersIT extends CouncilCaseIT {

    private static final String MO = "mo@raad.example";
    private static final String BOX = "raad@raad.example";

    @Autowired
    private MailChoices choices;

    @Autowired
    private Prompts prompts;

    @Test
    void asksWhomTheCouncilChoseWithALinkOfTheirOwn() throws Exception {
        askForView();
        var mo = addMember("Mo Aziz", MO);

        choose(Set.of(mo), BOX);

        assertThat(function(tokenOf(MO))).isEqualTo("MEMBER");
        assertThat(function(tokenOf(BOX))).isEqualTo("MAILBOX");
        assertThat(prompts.open(tokenOf(AN))).isInstanceOf(Opening.Open.class);
    }

    @Test
    void killsTheLinkOfWhoIsNotChosenAnyMore() throws Exception {
        askForView();
        choose(Set.of(addMember("Mo Aziz", MO)), BOX);
        var mo = tokenOf(MO);
        var box = tokenOf(BOX);
        var an = tokenOf(AN);

        choose(Set.of(), "anders@raad.example");

        assertThat(prompts.open(mo)).isInstanceOf(Opening.Withdrawn.class);
        assertThat(prompts.open(box)).isInstanceOf(Opening.Earlier.class);
        assertThat(prompts.open(tokenOf("anders@raad.example"))).isInstanceOf(Opening.Open.class);
        assertThat(prompts.open(an)).isInstanceOf(Opening.Open.class);
    }

    @Test
    void keepsTheChoiceWhenAMemberGetsAnotherTask() throws Exception {
        askForView();
        var mo = addMember("Mo Aziz", MO);
        choose(Set.of(mo), null);
        var token = tokenOf(MO);

        memberships.change(council, mo, 0, member("Mo Aziz", MO, Set.of(Function.TREASURER)), today(), OFFICE);
        clock.advance(Duration.ofDays(1));
        memberships.change(council, mo, 1, member("Mo Aziz", MO, Set.of()), today(), OFFICE);

        assertThat(prompts.open(token)).isInstanceOf(Opening.Open.class);
        assertThat(choices.readers(council))
                .extracting(MailChoices.Reader::address)
                .containsExactly(MO);
    }

    @Test
    void asksNobodyWhoLeftTheCouncil() throws Exception {
        askForView();
        var mo = addMember("Mo Aziz", MO);
        choose(Set.of(mo), null);
        var token = tokenOf(MO);

        memberships.end(council, mo, today(), OFFICE);
        clock.advance(Duration.ofDays(1));
        memberships.replace(
                council,
                List.of(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
        memberships.change(
                council,
                memberships.contacts(council).get(0).id(),
                0,
                person("An Peeters", "an.nieuw@raad.example", Function.CHAIR),
                today(),
                OFFICE);

        assertThat(prompts.open(token)).isInstanceOf(Opening.Left.class);
    }

    @Test
    void asksWhoMustSignAndNobodyElse() {
        askToSign();
        choose(Set.of(addMember("Mo Aziz", MO)), BOX);
        outbox.sendDue();

        assertThat(mail.receivedBy(MO)).isEmpty();
        assertThat(mail.receivedBy(BOX)).isEmpty();
    }

    @Test
    void mailsNobodyTwice() {
        askForView();
        choose(Set.of(addMember("Mo Aziz", AN.toUpperCase(Locale.ROOT))), ELS);
        outbox.sendDue();

        assertThat(mail.received())
                .filteredOn(sent -> GreenMailUtil.getHeaders(sent).contains("mening geven"))
                .as("one for the chair, one for the secretary")
                .hasSize(2);
    }

    @Test
    void needsNobodyToReachAMailboxThatIsNotUsedAnyMore() {
        askForView();
        choose(Set.of(), "fout@weigert.example");
        jdbc.sql(
                        "update correspondence_message set state = 'FAILED', problem = 'address' where recipient like 'fout@%'")
                .update();
        outbox.sendDue();
        assertThat(processes.awaits(caseId, "council-reached")).isTrue();

        choose(Set.of(), BOX);

        assertThat(outbox.page(State.FAILED, null, 10)).isEmpty();
        assertThat(processes.awaits(caseId, "council-reached")).isFalse();
    }

    @Test
    void refusesStrangersTooManyAndBadAddresses() {
        askForView();
        var strangers = Set.of(UUID.randomUUID());
        var six = IntStream.range(0, 6)
                .mapToObj(n -> addMember("Lid " + n, "lid" + n + "@raad.example"))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> choose(strangers, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> choose(six, null)).isInstanceOf(Refusal.class);
        for (var bad : List.of("raad", "raad@x.example\r\nBcc: y@z.example", "a@b.c".repeat(80))) {
            assertThatThrownBy(() -> choose(Set.of(), bad)).isInstanceOf(Refusal.class);
        }
        assertThat(choices.readers(council)).isEmpty();
    }

    @Test
    void refusesWhoChoseOnAnOlderPage() {
        askForView();
        choose(Set.of(), BOX);

        assertThatThrownBy(() -> choices.choose(
                        council, new MailChoice(Set.of(), null, false, Interest.NONE, Set.of(), 0), OFFICE))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    private void choose(Set<UUID> readers, @Nullable String mailbox) {
        var version = choices.of(council).version();
        choices.choose(council, new MailChoice(readers, mailbox, true, Interest.NONE, Set.of(), version), OFFICE);
    }

    private UUID addMember(String name, String address) {
        return memberships.add(council, member(name, address, Set.of()), today(), OFFICE);
    }

    private static NewMember member(String name, String address, Set<Function> functions) {
        return new NewMember(name, address, null, null, functions, true, true, false, Sex.NOT_STATED);
    }

    private String function(String token) {
        return ((Opening.Open) prompts.open(token)).function();
    }
}
