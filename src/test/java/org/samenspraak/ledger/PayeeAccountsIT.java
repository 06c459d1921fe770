package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.OTHER_IBAN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class PayeeAccountsIT extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PayeeAccounts accounts;

    private CouncilId council;

    @BeforeEach
    void addCouncil() {
        council = new LedgerFixture(context).council("Wijkraad Runkst");
    }

    @Test
    void isConfirmedByASecondSignatoryOfTheCouncil() {
        var chair = Actor.council(council, "Voorzitter");
        accounts.enter(council, "be68 5390 0754 7034", " Wijkraad Runkst vzw ", chair);
        accounts.enter(council, IBAN, "Wijkraad Runkst vzw", chair);

        refused("own-account", () -> accounts.confirm(council, waiting(), Actor.council(council, "voorzitter ")));
        assertThat(accounts.current(council)).isEmpty();
        accounts.confirm(council, waiting(), Actor.council(council, "Penningmeester"));

        assertThat(accounts.current(council).orElseThrow())
                .returns("BE68 5390 0754 7034", account -> account.iban().shown())
                .returns("Penningmeester", PayeeAccount::settledBy);
    }

    @Test
    void isNotConfirmedByTheSamePersonInAnotherFunction() {
        accounts.enter(council, IBAN, "Vzw", Actor.council(council, "An Peeters, voorzitter (Wijkraad Runkst)"));
        var same = Actor.council(council, "An Peeters, penningmeester (Wijkraad Runkst)");
        refused("own-account", () -> accounts.confirm(council, waiting(), same));
    }

    @Test
    void isPaidFromTheNextWorkingDayOn() {
        clock.set(Instant.parse("2026-09-18T10:00:00Z"));
        accounts.enter(council, IBAN, "Vzw", AN);
        accounts.confirm(council, waiting(), BART);

        assertThat(Objects.requireNonNull(
                        accounts.current(council).orElseThrow().payableFrom()))
                .as("the Monday after a Friday")
                .isEqualTo(LocalDate.of(2026, 9, 21));
    }

    @Test
    void refusesWhatIsNoAccountAndASecondProposal() {
        refused("forms.error.iban", () -> accounts.enter(council, "BE68539007547035", "Vzw", AN));
        refused("not-sepa", () -> accounts.enter(council, "SA0380000000608010167519", "Vzw", AN));
        refused("holder", () -> accounts.enter(council, IBAN, " ", AN));
        accounts.enter(council, IBAN, "Vzw", AN);
        refused("account-waits", () -> accounts.enter(council, OTHER_IBAN, "Vzw", AN));
        refused("account-settled", () -> accounts.confirm(council, UUID.randomUUID(), BART));
    }

    @Test
    void keepsTheHistory() {
        accounts.enter(council, IBAN, "Vzw", AN);
        accounts.confirm(council, waiting(), BART);
        LedgerFixture.nextDay(clock);
        accounts.enter(council, OTHER_IBAN, "Vzw", BART);
        accounts.refuse(council, waiting(), "De penningmeester weet van niets", AN);
        LedgerFixture.nextDay(clock);
        accounts.enter(council, OTHER_IBAN, "Vzw", BART);
        accounts.confirm(council, waiting(), AN);

        assertThat(accounts.history(council))
                .extracting(PayeeAccount::stage)
                .containsExactly("current", "refused", "ended");
        assertThat(jdbc.sql("select what from identity_audit where subject = ? order by id")
                        .param(council.value())
                        .query(String.class)
                        .list())
                .contains("account-entered", "account-confirmed", "account-refused");
    }

    private UUID waiting() {
        return accounts.history(council).stream()
                .filter(PayeeAccount::waits)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void refused(String why, Runnable command) {
        assertThatThrownBy(command::run).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }
}
