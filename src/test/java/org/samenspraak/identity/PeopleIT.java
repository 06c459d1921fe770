package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

class PeopleIT extends PostgresIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private People people;

    @Autowired
    private Areas areas;

    @Autowired
    private SignedInPeople signedIn;

    @Test
    void managesTheAreasInsideAnArea() {
        var city = areas.add("Hasselt", null, Actor.SYSTEM);
        var village = areas.add("Kuringen", city, Actor.SYSTEM);
        var quarter = areas.add("Tuilt", village, Actor.SYSTEM);
        var an = add("an", manager(village));

        assertThat(load(an, "an").groups()).containsExactlyInAnyOrder(manager(village), manager(quarter));
        assertThat(people.inGroup(manager(quarter)))
                .extracting(People.Person::id)
                .containsExactly(an);
        assertThat(people.inGroup(manager(city))).isEmpty();
    }

    @Test
    void findsAreasAroundAndInside() {
        var city = areas.add("Hasselt", null, Actor.SYSTEM);
        var village = areas.add("Kuringen", city, Actor.SYSTEM);
        areas.add("Runkst", city, Actor.SYSTEM);
        areas.add("Tuilt", village, Actor.SYSTEM);

        assertThat(areas.related(village)).extracting(Areas.Area::name).containsExactly("Hasselt", "Kuringen", "Tuilt");
    }

    @Test
    void holdsARoleFromItsFirstToItsLastDay() {
        var an = add("an", GroupId.of("finance"));
        people.give(an, GroupId.of("legal"), TODAY.minusDays(9), TODAY.minusDays(1), Actor.SYSTEM);
        people.give(an, GroupId.of("auditor"), TODAY.plusDays(1), null, Actor.SYSTEM);
        people.give(an, GroupId.of("mayor"), TODAY, TODAY, Actor.SYSTEM);

        assertThat(load(an, "an").groups()).extracting(GroupId::role).containsExactlyInAnyOrder("finance", "mayor");
        assertThat(people.inGroup(GroupId.of("legal"))).isEmpty();
    }

    @Test
    void keepsPeopleWhoLeftOutOfTheirGroups() {
        var an = add("an", GroupId.of("finance"));
        people.change(an, new Details("An", "an@hasselt.example", "", false), 0, Actor.SYSTEM);

        assertThat(people.inGroup(GroupId.of("finance"))).isEmpty();
        assertThat(signedIn.load(new Account(an, "an"))).isEmpty();
    }

    @Test
    void refusesAUsernameThatDiffersInCaseOnly() {
        add("an");

        assertThatThrownBy(() -> add("AN")).isInstanceOf(Refusal.class).hasMessageContaining("username-taken");
    }

    @Test
    void refusesAChangeMadeOnAnOlderVersion() {
        var an = add("an");
        people.change(an, new Details("An", "an@hasselt.example", "", true), 0, Actor.SYSTEM);

        assertThatThrownBy(() -> people.change(an, new Details("Ann", "an@hasselt.example", "", true), 0, Actor.SYSTEM))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(people.find(an).orElseThrow().name()).isEqualTo("An");
    }

    @Test
    void refusesAnAreaInsideItself() {
        var city = areas.add("Hasselt", null, Actor.SYSTEM);
        var village = areas.add("Kuringen", city, Actor.SYSTEM);

        assertThatThrownBy(() -> areas.change(city, "Hasselt", village, 0, Actor.SYSTEM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("inside-itself");
    }

    @Test
    void refusesTwoNeighboursOfOneName() {
        areas.add("Runkst", null, Actor.SYSTEM);

        assertThatThrownBy(() -> areas.add("runkst ", null, Actor.SYSTEM)).hasMessageContaining("area-name-taken");
    }

    @Test
    void neverChangesTheAuditTrail() {
        add("an");

        assertThatThrownBy(
                        () -> jdbc.sql("update identity_audit set about = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> jdbc.sql("delete from identity_audit").update())
                .isInstanceOf(DataAccessException.class);
    }

    private SignedIn load(PersonId id, String username) {
        return signedIn.load(new Account(id, username)).orElseThrow();
    }

    private PersonId add(String username, GroupId... groups) {
        return people.add(
                new NewPerson(
                        username, username, username + "@hasselt.example", "", "vier blauwe fietsen", Set.of(groups)),
                Actor.SYSTEM);
    }

    private static GroupId manager(AreaId area) {
        return new GroupId("area-manager", area.toString());
    }
}
