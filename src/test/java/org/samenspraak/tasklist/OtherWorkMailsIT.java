package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.testing.TestClock.START;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.Mails;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The mail of the day also tells what a group promised councils, to who asked for the work of their groups. */
class OtherWorkMailsIT extends PostgresIT {

    private static final String ANN = "ann@hasselt.example";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private People people;

    @Autowired
    private WorkMailRound round;

    @Autowired
    private MailRows rows;

    @Autowired
    private Outbox outbox;

    private CaseView file;
    private CouncilId council = CouncilId.create();

    @BeforeEach
    void promiseThings() {
        var runkst = areas.add("Runkst", null, Actor.SYSTEM);
        file = new WorkFixture(context).openCase("Gesprek", runkst);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", runkst, Actor.SYSTEM);
        jdbc.sql("insert into grant_talk (case_id, council_id, year, state) values (?, ?, 2026, 'CONFIRMED')")
                .params(file.id().value(), council.value())
                .update();
        promise("participation-office", START.plus(Duration.ofDays(2)));
        promise("participation-office", START.plus(Duration.ofDays(9)));
        promise("legal", START.minus(Duration.ofDays(2)));
    }

    @Test
    void tellsWhatIsNearOrLateWithoutItsWords() {
        add(new MailChoice(true, false, true, "nl"));

        round.daily();
        outbox.sendDue();

        assertThat(mail.receivedBy(ANN)).singleElement().satisfies(mail -> assertThat(Mails.text(mail))
                .contains(
                        "Wat uw groepen beloofden",
                        "Afspraak (" + file.number() + "), ten laatste op woensdag 16 september 2026")
                .doesNotContain("23 september", "12 september", "Banken", "Runkst"));
    }

    @Test
    void saysNothingToWhoAsksForTheirOwnTasksOnly() {
        add(new MailChoice(false, true, false, "nl"));

        round.daily();
        outbox.sendDue();

        assertThat(mail.receivedBy(ANN)).isEmpty();
    }

    private void add(MailChoice choice) {
        var ann = people.add(
                new NewPerson(
                        "ann", "Ann", ANN, "", "een lang wachtwoord hier", Set.of(GroupId.of("participation-office"))),
                Actor.SYSTEM);
        rows.choose(ann, choice);
    }

    private void promise(String group, Instant due) {
        jdbc.sql("insert into grant_agreement (talk, council_id, what, owner_group, due) values (?, ?, 'Banken', ?, ?)")
                .params(file.id().value(), council.value(), group, LocalDate.ofInstant(due, ZoneOffset.UTC))
                .update();
    }
}
