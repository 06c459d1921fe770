package org.samenspraak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds a role that may be delegated names another official, who does its tasks in their place for some days. It holds
 * only as long as the holder has the role, and goes no further: a deputy names no deputy.
 */
@Service
public class Delegations {

    private static final int LONGEST_REASON = 500;

    private static final String SELECT =
            """
            select d.*, holder.name as holder_name, deputy.name as deputy_name from identity_delegation d
            join identity_person holder on holder.id = d.holder
            join identity_person deputy on deputy.id = d.deputy
            """;

    private final JdbcClient db;
    private final Roles roles;
    private final Persons persons;
    private final Audit audit;
    private final Clock clock;
    private final Municipality municipality;

    Delegations(JdbcClient db, Roles roles, Persons persons, Audit audit, Clock clock, Municipality municipality) {
        this.db = db;
        this.roles = roles;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** The roles that somebody holds today and may delegate. */
    public List<GroupId> delegable(PersonId holder) {
        return held(holder, today());
    }

    private List<GroupId> held(PersonId holder, LocalDate day) {
        return roles.reach(holder, day).stream()
                .filter(Delegations::isDelegable)
                .toList();
    }

    private static boolean isDelegable(GroupId group) {
        return Role.find(group.role()).filter(Role::mayBeDelegated).isPresent();
    }

    /**
     * Who can be named: everybody active who works in the office today, but the holder. Mayor and general director don't stand
     * in for each other: two people sign for the city.
     */
    public List<People.Person> deputies(PersonId holder) {
        var groups = roles.on(today());
        return persons.all().stream()
                .filter(person -> person.active() && !person.id().equals(holder))
                .filter(person ->
                        groups.getOrDefault(person.id(), List.of()).stream().noneMatch(Delegations::isDelegable))
                .filter(person -> Permissions.of(groups.getOrDefault(person.id(), List.of()))
                        .contains(Permission.WORK))
                .toList();
    }

    /**
     * All that is wrong: a role that is not theirs to delegate, somebody who can't be named, days that are missing, in the wrong
     * order or all past, no reason.
     */
    public List<Refusal> refusals(SignedIn me, NewDelegation wanted) {
        return PersonRules.collect(
                () -> refuseRole(me, wanted),
                () -> deputy(me, wanted),
                () -> refuseNoDay("from", wanted.from()),
                () -> refuseUntil(wanted),
                () -> refuseReason(wanted.reason()));
    }

    private void refuseRole(SignedIn me, NewDelegation wanted) {
        if (!delegable(me.person()).contains(wanted.role())) {
            throw Refusal.of("role", "identity.refusal.delegation-role");
        }
    }

    private People.Person deputy(SignedIn me, NewDelegation wanted) {
        return deputies(me.person()).stream()
                .filter(person -> person.id().equals(wanted.deputy()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("deputy", "identity.refusal.delegation-deputy"));
    }

    private static void refuseNoDay(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw Refusal.of(field, "identity.refusal.delegation-day");
        }
    }

    private void refuseUntil(NewDelegation wanted) {
        var until = wanted.until();
        refuseNoDay("until", until);
        if (until != null && until.isBefore(today())) {
            throw Refusal.of("until", "identity.refusal.delegation-past");
        }
        if (wanted.from() != null) {
            PersonRules.refuseDates(wanted.from(), until);
        }
    }

    private static void refuseReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.of("reason", "identity.refusal.delegation-reason", LONGEST_REASON);
        }
    }

    /** Refuses what {@link #refusals} names. */
    @Transactional
    public void add(SignedIn me, NewDelegation wanted) {
        for (var refusal : refusals(me, wanted)) {
            throw refusal;
        }
        var deputy = deputy(me, wanted);
        db.sql("insert into identity_delegation (id, holder, deputy, role, reason, valid_from, valid_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        me.person().value(),
                        deputy.id().value(),
                        String.valueOf(wanted.role()),
                        wanted.reason().strip(),
                        wanted.from(),
                        wanted.until())
                .update();
        audit.addRole(
                Act.DELEGATED, me.actor(), deputy.id().value(), deputy.name(), Objects.requireNonNull(wanted.role()));
    }

    /** At once, by who gave it; nothing happens when it was ended before. */
    @Transactional
    public void end(SignedIn me, UUID id) {
        var found = db.sql(SELECT + "where d.id = ? and d.holder = ?")
                .params(id, me.person().value())
                .query(Delegations::delegation)
                .optional()
                .orElseThrow(() -> new NotFound("identity.refusal.delegation-unknown"));
        var ended = db.sql("update identity_delegation set ended_at = ? where id = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), id)
                .update();
        if (ended == 1) {
            audit.addRole(Act.DELEGATION_ENDED, me.actor(), found.deputy().value(), found.deputyName(), found.role());
        }
    }

    /** What somebody gave and got that is not over, the first to begin first. */
    public List<Delegation> of(PersonId person) {
        return db.sql(SELECT + "where ? in (d.holder, d.deputy) and d.ended_at is null and d.valid_until >= ?"
                        + " order by d.valid_from, d.id")
                .params(person.value(), today())
                .query(Delegations::delegation)
                .list();
    }

    /** Who lets somebody act in their place today, who stays away longest first. */
    public List<Delegation> running() {
        return db.sql(SELECT + "where d.ended_at is null and ? between d.valid_from and d.valid_until"
                        + " order by d.valid_until desc, d.id")
                .param(today())
                .query(Delegations::delegation)
                .list();
    }

    /** In which roles a person acts on a day, and for whom; not where they hold the role themselves. */
    Map<GroupId, Holder> inPlaceOf(PersonId deputy, LocalDate day) {
        var places = new LinkedHashMap<GroupId, Holder>();
        db
                .sql(SELECT + "where d.deputy = ? and d.ended_at is null and ? between d.valid_from and d.valid_until"
                        + " order by d.valid_from, d.id")
                .params(deputy.value(), day)
                .query(Delegations::delegation)
                .list()
                .stream()
                .filter(given -> held(given.holder(), day).contains(given.role()))
                .forEach(given -> places.putIfAbsent(given.role(), new Holder(given.holder(), given.holderName())));
        return places;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(municipality.zone()));
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("holder", UUID.class)),
                row.getString("holder_name"),
                new PersonId(row.getObject("deputy", UUID.class)),
                row.getString("deputy_name"),
                GroupId.parse(row.getString("role")),
                row.getString("reason"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    /**
     * As it was asked; what is missing is none.
     *
     * @param until the last day
     */
    public record NewDelegation(
            @Nullable GroupId role,
            @Nullable PersonId deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason) {}

    /** @param until the last day */
    public record Delegation(
            UUID id,
            PersonId holder,
            String holderName,
            PersonId deputy,
            String deputyName,
            GroupId role,
            String reason,
            LocalDate from,
            LocalDate until) {}
}
