package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.HeldRole;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** There is always somebody who can let others in. */
class AdministratorsIT extends PostgresIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final GroupId ADMINISTRATOR = GroupId.of("administrator");

    @Autowired
    private People people;

    @Autowired
    private TransactionTemplate transactions;

    private PersonId an = PersonId.create();

    @BeforeEach
    void addTheOnlyOne() {
        an = add("an", ADMINISTRATOR);
    }

    @Test
    void refusesToCloseTheLastOne() {
        add("bo", GroupId.of("finance"));

        assertRefused(() -> close(an));
        assertThat(people.find(an).orElseThrow().active()).isTrue();
    }

    @Test
    void refusesAnEndForTheLastOneAlsoInTheFuture() {
        assertRefused(() -> end(an, TODAY));
        assertRefused(() -> end(an, TODAY.plusYears(1)));
    }

    @Test
    void countsNeitherWhoIsClosedNorWhoComesOrGoes() {
        close(add("closed", ADMINISTRATOR));
        people.give(add("comes"), ADMINISTRATOR, TODAY.plusDays(1), null, Actor.SYSTEM);
        people.give(add("goes"), ADMINISTRATOR, TODAY, TODAY.plusDays(9), Actor.SYSTEM);

        assertRefused(() -> close(an));
        assertRefused(() -> end(an, TODAY));
    }

    @Test
    void letsOneOfTwoGo() {
        var bo = add("bo", ADMINISTRATOR);

        close(an);

        assertRefused(() -> close(bo));
    }

    @Test
    void letsEverybodyElseGo() {
        var bo = add("bo", GroupId.of("finance"));

        end(bo, TODAY);
        close(bo);

        assertThat(people.find(bo).orElseThrow().active()).isFalse();
    }

    @Test
    void standsInNobodysWayWhenThereIsNoneAnyhow() {
        jdbc.sql("update identity_role set valid_until = valid_from").update();
        clock.advance(Duration.ofDays(3));

        assertThatCode(() -> close(an)).doesNotThrowAnyException();
    }

    @Test
    @Timeout(60)
    void keepsOneOfTwoWhoRemoveEachOtherAtTheSameMoment() throws Exception {
        var bo = add("bo", ADMINISTRATOR);
        var second = transactions.execute(first -> {
            close(an);
            var other = CompletableFuture.runAsync(() -> end(bo, TODAY));
            awaitLock();
            return other;
        });

        assertThatThrownBy(() -> second.orTimeout(20, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("last-administrator");
        assertThat(people.inGroup(ADMINISTRATOR)).extracting(People.Person::id).containsExactly(bo);
    }

    @Test
    void refusesARoleTwiceOnOneDay() {
        var bo = add("bo");
        var mayor = GroupId.of("mayor");
        people.give(bo, mayor, TODAY, TODAY.plusDays(9), Actor.SYSTEM);

        assertThatThrownBy(() -> people.give(bo, mayor, TODAY.plusDays(9), null, Actor.SYSTEM))
                .hasMessageContaining("role-held[14-09-2026, 23-09-2026]");
        people.give(bo, mayor, TODAY.plusDays(10), null, Actor.SYSTEM);
        assertThatThrownBy(() -> people.give(bo, mayor, TODAY.plusYears(1), null, Actor.SYSTEM))
                .hasMessageContaining("role-held-from[24-09-2026]");
        assertThatThrownBy(() -> people.give(bo, mayor, TODAY.minusDays(1), null, Actor.SYSTEM))
                .hasMessageContaining("role-held");
    }

    @Test
    void refusesAnEndThatReachesIntoTheNextPeriod() {
        var bo = add("bo");
        var mayor = GroupId.of("mayor");
        people.give(bo, mayor, TODAY, TODAY.plusDays(1), Actor.SYSTEM);
        people.give(bo, mayor, TODAY.plusDays(5), null, Actor.SYSTEM);
        var first = people.roles(bo).get(1);

        assertThatThrownBy(() -> people.end(bo, first, TODAY.plusDays(5), Actor.SYSTEM))
                .hasMessageContaining("role-held");
        people.end(bo, first, TODAY.plusDays(4), Actor.SYSTEM);
    }

    /** Until the other transaction waits for this one. */
    private void awaitLock() {
        var waiting = jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class);
        while (!waiting.single() && !Thread.interrupted()) {
            Thread.onSpinWait();
        }
    }

    private void close(PersonId id) {
        var version = people.find(id).orElseThrow().version();
        people.change(id, new Details("Weg", "weg@hasselt.example", "", false), version, Actor.SYSTEM);
    }

    private void end(PersonId id, LocalDate until) {
        HeldRole held = people.roles(id).get(0);
        people.end(id, held, until, Actor.SYSTEM);
    }

    private static void assertRefused(Runnable change) {
        assertThatThrownBy(change::run).isInstanceOf(Refusal.class).hasMessageContaining("last-administrator");
    }

    private PersonId add(String username, GroupId... groups) {
        return people.add(
                new NewPerson(
                        username, username, username + "@hasselt.example", "", "vier blauwe fietsen", Set.of(groups)),
                Actor.SYSTEM);
    }
}
