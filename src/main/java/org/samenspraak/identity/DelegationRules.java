package org.samenspraak.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Who can act for whom, and when. */
@Component
class DelegationRules {

    private static final int LONGEST_REASON = 500;

    /** Day, month, year: the same to read in Dutch and English. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final DelegationRows rows;
    private final Roles roles;
    private final Persons persons;
    private final Areas areas;

    DelegationRules(DelegationRows rows, Roles roles, Persons persons, Areas areas) {
        this.rows = rows;
        this.roles = roles;
        this.persons = persons;
        this.areas = areas;
    }

    /** The roles that somebody holds on a day and may delegate. */
    List<GroupId> delegable(PersonId holder, LocalDate day) {
        return roles.reach(holder, day).stream().filter(Role::isPersonal).toList();
    }

    /**
     * Who can be named: everybody active who works in the office that day, but the holder. For a personal role nobody who
     * holds one: two people sign for the city.
     */
    List<People.Person> deputies(PersonId holder, boolean forRole, LocalDate day) {
        var groups = roles.on(day);
        return persons.all().stream()
                .filter(person -> person.active() && !person.id().equals(holder))
                .filter(person -> {
                    var held = groups.getOrDefault(person.id(), List.of());
                    return Permissions.of(held).contains(Permission.WORK)
                            && !(forRole && held.stream().anyMatch(Role::isPersonal));
                })
                .toList();
    }

    List<Refusal> refusals(SignedIn me, PersonId holder, NewDelegation wanted, LocalDate today) {
        return PersonRules.collect(
                () -> refuseHolder(holder, today),
                () -> refuseRole(me, holder, wanted.role(), today),
                () -> deputy(holder, wanted, today),
                () -> refuseNoDay("from", wanted.from()),
                () -> refuseUntil(wanted, today),
                () -> refuseOverlap(holder, wanted, today),
                () -> refuseAway(wanted, today),
                () -> refuseReason(wanted));
    }

    /** Only who does tasks can have them done. */
    private void refuseHolder(PersonId holder, LocalDate today) {
        if (!Permissions.of(roles.reach(holder, today)).contains(Permission.WORK)
                || persons.find(holder).filter(People.Person::active).isEmpty()) {
            throw Refusal.of("deputy", "identity.refusal.delegation-holder");
        }
    }

    /** A signature is given away by who gives it only, not by their lead. */
    private void refuseRole(SignedIn me, PersonId holder, @Nullable GroupId role, LocalDate today) {
        if (role != null
                && !(me.person().equals(holder) && delegable(holder, today).contains(role))) {
            throw Refusal.of("role", "identity.refusal.delegation-role");
        }
    }

    People.Person deputy(PersonId holder, NewDelegation wanted, LocalDate today) {
        return deputies(holder, wanted.role() != null, today).stream()
                .filter(person -> person.id().equals(wanted.deputy()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("deputy", "identity.refusal.delegation-deputy"));
    }

    private static void refuseNoDay(String field, @Nullable LocalDate day) {
        if (day == null || day.getYear() < 1900 || day.getYear() > 9998) {
            throw Refusal.of(field, "identity.refusal.delegation-day");
        }
    }

    private static void refuseUntil(NewDelegation wanted, LocalDate today) {
        refuseNoDay("until", wanted.until());
        var until = Objects.requireNonNull(wanted.until());
        if (until.isBefore(today)) {
            throw Refusal.of("until", "identity.refusal.delegation-past");
        }
        if (wanted.from() != null) {
            PersonRules.refuseDates(wanted.from(), until);
        }
    }

    /** One deputy for each task: two at the same time each have cases of their own. */
    private void refuseOverlap(PersonId holder, NewDelegation wanted, LocalDate today) {
        sameDays(holder, wanted, today).stream()
                .filter(given -> Objects.equals(given.role(), wanted.role()))
                .filter(given -> meet(given.trajectories(), wanted.trajectories()))
                .filter(given -> meet(inside(given.areas()), inside(wanted.areas())))
                .findFirst()
                .ifPresent(given -> {
                    throw Refusal.of(
                            "from",
                            "identity.refusal.delegation-overlap",
                            given.deputyName(),
                            DAY.format(given.from()),
                            DAY.format(given.until()));
                });
    }

    /** Who is away themselves does nobody else's work: a deputy has no deputy. */
    private void refuseAway(NewDelegation wanted, LocalDate today) {
        if (wanted.deputy() == null) {
            return;
        }
        sameDays(wanted.deputy(), wanted, today).stream()
                .filter(given -> given.role() == null)
                .findFirst()
                .ifPresent(given -> {
                    throw Refusal.of(
                            "deputy",
                            "identity.refusal.delegation-away",
                            given.holderName(),
                            DAY.format(given.from()),
                            DAY.format(given.until()));
                });
    }

    private List<Delegation> sameDays(PersonId holder, NewDelegation wanted, LocalDate today) {
        var from = wanted.from();
        var until = wanted.until();
        if (from == null || until == null) {
            return List.of();
        }
        return rows.of(Set.of(holder), today).stream()
                .filter(given -> given.holder().equals(holder))
                .filter(given -> !given.from().isAfter(until) && !given.until().isBefore(from))
                .toList();
    }

    private static boolean meet(Set<?> some, Set<?> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    /** With the areas inside these. */
    Set<AreaId> inside(Set<AreaId> some) {
        if (some.isEmpty()) {
            return some;
        }
        var tree = areas.tree();
        return some.stream().flatMap(area -> tree.inside(area).stream()).collect(Collectors.toSet());
    }

    /** Why somebody is away is nobody's business; why another signs for the city is. */
    private static void refuseReason(NewDelegation wanted) {
        if ((wanted.role() != null && wanted.reason().isBlank())
                || wanted.reason().length() > LONGEST_REASON) {
            throw Refusal.of("reason", "identity.refusal.delegation-reason", LONGEST_REASON);
        }
    }
}
