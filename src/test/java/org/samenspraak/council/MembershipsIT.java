package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class MembershipsIT extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private MembershipDays days;

    @Autowired
    private MembershipRecords records;

    @Autowired
    private Areas areas;

    @Autowired
    private ApplicationEvents events;

    private AreaId area = AreaId.create();
    private CouncilId council = CouncilId.create();

    @BeforeEach
    void addCouncil() {
        area = areas.add("Runkst van de test", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
    }

    @Test
    void refusesSomebodyTwiceInOneCouncilButNotInTwo() {
        var other = councils.add(CouncilKind.ADVIESRAAD, "Adviesraad mobiliteit", area, OFFICE);
        memberships.add(council, member("An Claes", "an@a.be"), TODAY, OFFICE);

        assertThatThrownBy(() -> memberships.add(council, member("AN CLAES", null), TODAY, OFFICE))
                .isInstanceOf(Refusal.class);
        memberships.add(other, member("An Claes", null), TODAY, OFFICE);

        assertThat(records.elsewhere(council, TODAY))
                .extracting(MembershipRecords.Elsewhere::name)
                .containsExactly("Adviesraad mobiliteit");
    }

    @Test
    void replacesMembersByAList() {
        var from = LocalDate.of(2026, 1, 1);
        memberships.add(council, member("An Claes", "an@a.be", Function.CHAIR), from, OFFICE);
        memberships.add(council, member("Jan Maes", null), from, OFFICE);
        var kept = memberships.add(council, member("Els Bos", null), from, OFFICE);

        memberships.replace(
                council,
                List.of(
                        member("An Claes", "an@a.be"),
                        member("Els Bos", "els@b.be"),
                        member("Bo Pas", "bo@p.be", Function.CHAIR),
                        member("bo pas", null, Function.TREASURER)),
                TODAY,
                OFFICE);

        assertThat(memberships.today(council))
                .extracting(member -> member.details().name())
                .containsExactly("An Claes", "Bo Pas", "Els Bos");
        assertThat(memberships.today(council).get(1).details().functions())
                .containsExactlyInAnyOrder(Function.CHAIR, Function.TREASURER);
        assertThat(records.find(council, kept)).map(Member::from).contains(from);
        assertThat(memberships.all(council)).hasSize(5);
        assertThat(records.on(council, TODAY.minusDays(1))).hasSize(3);
        assertThat(events.stream(MembershipChanged.class)).last().isEqualTo(new MembershipChanged(council, true));
    }

    @Test
    void changesNothingWhenTheListIsTheSame() {
        memberships.add(council, member("An Claes", "an@a.be", Function.CHAIR), TODAY, OFFICE);
        events.clear();

        memberships.replace(council, List.of(member("An Claes", "an@a.be", Function.CHAIR)), TODAY, OFFICE);

        assertThat(events.stream(MembershipChanged.class)).isEmpty();
        assertThat(memberships.all(council)).hasSize(1);
    }

    @Test
    void tellsWhetherTheContactsChanged() {
        var chair = memberships.add(council, member("An Claes", "an@a.be", Function.CHAIR), TODAY, OFFICE);
        var plain = memberships.add(council, member("Jan Maes", null), TODAY, OFFICE);
        events.clear();

        memberships.change(council, plain, 0, member("Jan Maes", "jan@m.be"), TODAY, OFFICE);
        memberships.change(council, chair, 0, member("An Claes", "nieuw@a.be", Function.CHAIR), TODAY, OFFICE);

        assertThat(events.stream(MembershipChanged.class).map(MembershipChanged::contactsChanged))
                .containsExactly(false, true);
    }

    @Test
    void keepsWhoHadAFunctionBeforeAndRefusesALostUpdate() {
        var from = LocalDate.of(2026, 1, 1);
        var id = memberships.add(council, member("An Claes", "an@a.be", Function.CHAIR), from, OFFICE);

        memberships.change(council, id, 0, member("An Claes", "an@a.be", Function.SECRETARY), TODAY, OFFICE);

        assertThat(memberships.all(council)).hasSize(2);
        assertThat(memberships.all(council).get(1).until()).isEqualTo(TODAY.minusDays(1));
        assertThatThrownBy(() -> memberships.change(council, id, 0, member("An", null), TODAY, OFFICE))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void endsAMembershipAfterItsLastDay() {
        var id = memberships.add(council, member("An Claes", null), TODAY, OFFICE);
        assertThatThrownBy(() -> memberships.end(council, id, TODAY.minusDays(1), OFFICE))
                .isInstanceOf(Refusal.class);

        memberships.end(council, id, TODAY, OFFICE);

        assertThat(memberships.today(council)).hasSize(1);
        clock.advance(Duration.ofDays(1));
        assertThat(memberships.today(council)).isEmpty();
    }

    @Test
    void tellsOnceThatAChairStartsOnTheDayItself() {
        days.tell();
        memberships.add(council, member("An Claes", "an@a.be", Function.CHAIR), TODAY.plusDays(2), OFFICE);
        assertThat(memberships.contacts(council)).isEmpty();
        clock.advance(Duration.ofDays(3));
        events.clear();

        days.tell();
        days.tell();

        assertThat(memberships.contacts(council)).hasSize(1);
        assertThat(events.stream(MembershipChanged.class)).containsExactly(new MembershipChanged(council, true));
    }

    @Test
    void hasFactsOfTodayForTheConditions() {
        memberships.add(council, member("An Claes", "an@a.be", Function.CHAIR), TODAY, OFFICE);
        memberships.add(council, member("Jan Maes", null), TODAY.plusDays(1), OFFICE);

        assertThat(councils.composition(council))
                .containsEntry("kind", "wijkraad")
                .containsEntry("members", 1L)
                .containsEntry("hasChair", true);
    }

    private static NewMember member(String name, @Nullable String email, Function... functions) {
        var held = EnumSet.noneOf(Function.class);
        held.addAll(List.of(functions));
        return new NewMember(name, email, null, name + "straat 1", held, true, true, false, Sex.WOMAN);
    }
}
