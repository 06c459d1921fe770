package org.samenspraak.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another official does somebody's tasks in their place for some days: all of them while they are away, or those of one
 * personal role, which has to be named. It goes no further: a deputy names no deputy. The day after the last it is over.
 */
@Service
public class Delegations {

    private final DelegationRows rows;
    private final DelegationRules rules;
    private final Leads leads;
    private final Roles roles;
    private final Persons persons;
    private final Audit audit;
    private final Clock clock;
    private final Municipality municipality;

    Delegations(
            DelegationRows rows,
            DelegationRules rules,
            Leads leads,
            Roles roles,
            Persons persons,
            Audit audit,
            Clock clock,
            Municipality municipality) {
        this.rows = rows;
        this.rules = rules;
        this.leads = leads;
        this.roles = roles;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
        this.municipality = municipality;
    }

    /**
     * The person, when it is up to who asks to say who acts for them: themselves, their lead, an administrator.
     *
     * @throws NotFound for everybody else
     */
    public People.Person arranged(SignedIn me, PersonId holder) {
        return persons.find(holder)
                .filter(person -> me.person().equals(holder)
                        || me.may(Permission.ADMINISTER)
                        || (me.may(Permission.WORK) && leads.leads(me.person(), holder)))
                .orElseThrow(() -> new NotFound("identity.refusal.delegation-person"));
    }

    /** The roles that somebody holds today and may delegate. */
    public List<GroupId> delegable(PersonId holder) {
        return rules.delegable(holder, today());
    }

    /** Who can be named: everybody active who works in the office today, but the holder. */
    public List<People.Person> deputies(PersonId holder) {
        return rules.deputies(holder, false, today());
    }

    /**
     * All that is wrong: a role that is not theirs to delegate, somebody who can't be named or is away, days that are missing,
     * in the wrong order, all past or given to another deputy, no reason for a role.
     */
    public List<Refusal> refusals(SignedIn me, PersonId holder, NewDelegation wanted) {
        return rules.refusals(me, holder, wanted, today());
    }

    /**
     * Refuses what {@link #refusals} names. Two at once for the same people wait for each other.
     *
     * @throws NotFound when the holder's work is not theirs to give away
     */
    @Transactional
    public void add(SignedIn me, PersonId holder, NewDelegation wanted) {
        var person = arranged(me, holder);
        persons.lock(wanted.deputy() == null ? Set.of(holder) : Set.of(holder, wanted.deputy()));
        for (var refusal : refusals(me, holder, wanted)) {
            throw refusal;
        }
        var deputy = rules.deputy(holder, wanted, today());
        rows.add(holder, wanted, deputy.id(), me.person());
        if (wanted.role() != null) {
            audit.addRole(Act.DELEGATED, me.actor(), deputy.id().value(), deputy.name(), wanted.role());
        } else {
            audit.add(Act.ABSENCE_SET, me.actor(), holder.value(), person.name() + " → " + deputy.name());
        }
    }

    /**
     * At once; nothing happens when it was ended before.
     *
     * @throws NotFound when there is none of that person, or it is not theirs to end
     */
    @Transactional
    public void end(SignedIn me, PersonId holder, UUID id) {
        arranged(me, holder);
        var given = rows.find(id, holder).orElseThrow(() -> new NotFound("identity.refusal.delegation-unknown"));
        if (!rows.end(id, OffsetDateTime.now(clock))) {
            return;
        }
        if (given.role() != null) {
            audit.addRole(Act.DELEGATION_ENDED, me.actor(), given.deputy().value(), given.deputyName(), given.role());
        } else {
            audit.add(Act.ABSENCE_ENDED, me.actor(), holder.value(), given.holderName() + " → " + given.deputyName());
        }
    }

    /** What somebody gave and got that is not over, the first to begin first. */
    public List<Delegation> of(PersonId person) {
        return of(Set.of(person));
    }

    /** What each of these people gave and got that is not over, the first to begin first. */
    public List<Delegation> of(Collection<PersonId> people) {
        return rows.of(people, today());
    }

    /** Who lets somebody act in their place today, with the areas inside those named; who stays away longest first. */
    public List<Delegation> running() {
        return rows.on(today()).stream()
                .map(given -> given.in(rules.inside(given.areas())))
                .toList();
    }

    /** Who is away today with all their work. */
    public Set<PersonId> away() {
        return running().stream()
                .filter(given -> given.role() == null
                        && given.trajectories().isEmpty()
                        && given.areas().isEmpty())
                .map(Delegation::holder)
                .collect(Collectors.toSet());
    }

    /** By what somebody else does all their work in an area today; none when they do it themselves. */
    public Optional<Delegation> standIn(PersonId holder, AreaId area) {
        return running().stream()
                .filter(given ->
                        given.holder().equals(holder) && given.trajectories().isEmpty() && given.isOfWork("", area))
                .findFirst();
    }

    /** Those whose work would have nobody when this deputy stays away on these days. */
    public List<Delegation> left(PersonId deputy, LocalDate from, LocalDate until) {
        return of(deputy).stream()
                .filter(given -> given.deputy().equals(deputy))
                .filter(given -> !given.from().isAfter(until) && !given.until().isBefore(from))
                .toList();
    }

    /** Whose work somebody does on a day; not that of whom they act for, and no longer than that is that person's own. */
    List<Cover> covers(PersonId deputy, LocalDate day) {
        return rows.got(deputy, day).stream()
                .flatMap(given -> cover(given, day).stream())
                .toList();
    }

    private Optional<Cover> cover(Delegation given, LocalDate day) {
        Predicate<GroupId> handedOver =
                group -> given.role() == null ? !Role.isPersonal(group) : group.equals(given.role());
        var groups =
                roles.reach(given.holder(), day).stream().filter(handedOver).collect(Collectors.toSet());
        return given.role() != null && groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cover(
                        new Holder(given.holder(), given.holderName()),
                        groups,
                        given.role() == null,
                        given.trajectories(),
                        rules.inside(given.areas())));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(municipality.zone()));
    }

    /**
     * As it was asked; what is missing is none.
     *
     * @param role none is all their work
     * @param until the last day
     * @param trajectories of which cases only; empty is all
     * @param areas where only, with those inside them; empty is everywhere
     */
    public record NewDelegation(
            @Nullable GroupId role,
            @Nullable PersonId deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Set<String> trajectories,
            Set<AreaId> areas) {}

    /**
     * @param role none is all their work
     * @param until the last day
     * @param trajectories of which cases only; empty is all
     * @param areas where only, with those inside them; empty is everywhere
     */
    public record Delegation(
            UUID id,
            PersonId holder,
            String holderName,
            PersonId deputy,
            String deputyName,
            @Nullable GroupId role,
            String reason,
            LocalDate from,
            LocalDate until,
            Set<String> trajectories,
            Set<AreaId> areas) {

        Delegation in(Set<AreaId> where) {
            return new Delegation(
                    id, holder, holderName, deputy, deputyName, role, reason, from, until, trajectories, where);
        }

        /** Whether the deputy does the holder's own work in such a case, when the areas are all that it is about. */
        public boolean isOfWork(String trajectory, @Nullable AreaId area) {
            return role == null
                    && (trajectories.isEmpty() || trajectories.contains(trajectory))
                    && (areas.isEmpty() || (area != null && areas.contains(area)));
        }

        /** Whether the deputy acts on that day. */
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }
}
