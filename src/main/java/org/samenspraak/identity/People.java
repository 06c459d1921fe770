package org.samenspraak.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Officials and administrators: named by their function, in groups. */
@Service
public class People {

    private final Persons persons;
    private final Roles roles;
    private final Administrators administrators;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;
    private final Municipality municipality;

    People(
            Persons persons,
            Roles roles,
            Administrators administrators,
            PasswordEncoder passwords,
            Sessions sessions,
            Audit audit,
            Clock clock,
            Municipality municipality) {
        this.persons = persons;
        this.roles = roles;
        this.administrators = administrators;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** Refuses a username that is taken, a weak password, an unknown role, a role without the area it needs. */
    @Transactional
    public PersonId add(NewPerson person, Actor by) {
        refusals(person).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        var id = PersonId.create();
        persons.add(id, person, passwords.encode(person.password()), OffsetDateTime.now(clock));
        audit.add(Act.PERSON_ADDED, by, id.value(), person.name());
        person.groups().forEach(group -> give(id, group, today(), null, by));
        return id;
    }

    /**
     * Changes name, addresses and whether the person can sign in; a person made inactive is out at once. Refuses to close
     * the last administrator.
     *
     * @throws OptimisticLockingFailureException when somebody changed the person since that version
     */
    @Transactional
    public void change(PersonId id, Details details, int version, Actor by) {
        refusals(details).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        administrators.keepOneWhile(() -> {
            if (!persons.change(id, details, version)) {
                throw new OptimisticLockingFailureException("person " + id);
            }
        });
        audit.add(details.active() ? Act.PERSON_CHANGED : Act.PERSON_CLOSED, by, id.value(), details.name());
    }

    /** All that {@link #add} would refuse, so that a page can say it at once. */
    public List<Refusal> refusals(NewPerson person) {
        return PersonRules.collect(
                () -> PersonRules.refuseUsername(person.username()),
                () -> persons.refuseTaken(person.username()),
                () -> PersonRules.refuseName(person.name()),
                () -> PersonRules.refuseEmail(person.email()),
                () -> PersonRules.refusePassword(person.password(), person.username()),
                () -> person.groups().forEach(PersonRules::refuseGroup));
    }

    /** All that {@link #change} would refuse. */
    public List<Refusal> refusals(Details details) {
        return PersonRules.collect(
                () -> PersonRules.refuseName(details.name()), () -> PersonRules.refuseEmail(details.email()));
    }

    /**
     * Refuses an unknown role, a scope that the role does not take, dates in the wrong order, and a role that the person
     * holds already on one of these days.
     */
    @Transactional
    public void give(PersonId id, GroupId group, LocalDate from, @Nullable LocalDate until, Actor by) {
        PersonRules.refuseGroup(group);
        PersonRules.refuseDates(from, until);
        persons.lock(id);
        roles.refuseTwice(id, group, from, until, null);
        roles.add(id, group, from, until);
        audit.addRole(Act.ROLE_GIVEN, by, id.value(), persons.name(id), group);
    }

    /**
     * Sets the last day of a role. Refuses a day before its first, days on which the person holds the role anyhow, and an
     * end for the last administrator.
     */
    @Transactional
    public void end(PersonId id, HeldRole role, LocalDate until, Actor by) {
        PersonRules.refuseDates(role.from(), until);
        administrators.keepOneWhile(() -> {
            persons.lock(id);
            roles.refuseTwice(id, role.group(), role.from(), until, role.id());
            roles.end(role.id(), id, until);
        });
        audit.addRole(Act.ROLE_ENDED, by, id.value(), persons.name(id), role.group());
    }

    /** Sets a new password and ends the person's sessions; refuses a weak one. */
    @Transactional
    public void setPassword(PersonId id, String password, Actor by) {
        setPassword(id, password, "", by);
    }

    /** The person's own change: refuses a wrong current password and a weak new one; ends all other sessions. */
    @Transactional
    void changePassword(SignedIn me, String current, String password, String session) {
        if (!passwords.matches(current, persons.hash(me.person()))) {
            throw Refusal.of("currentPassword", "identity.refusal.password-wrong");
        }
        setPassword(me.person(), password, session, me.actor());
    }

    private void setPassword(PersonId id, String password, String keptSession, Actor by) {
        var person = persons.find(id).orElseThrow();
        PersonRules.refusePassword(password, person.username());
        persons.setPassword(id, passwords.encode(password));
        sessions.end(person.username(), keptSession);
        audit.add(Act.PASSWORD_SET, by, id.value(), person.name());
    }

    public Optional<Person> find(PersonId id) {
        return persons.find(id);
    }

    /** Everybody by name, those who can't sign in any more as well. */
    public List<Person> all() {
        return persons.all();
    }

    /** Who can sign in and has such a name, or one that looks like it; at most {@code limit}, after the last one of the page before. */
    @Transactional(readOnly = true)
    public List<Person> search(String text, @Nullable PersonId after, int limit) {
        return persons.search(text, after, limit);
    }

    /** The roles of a person, past and future ones too, newest first. */
    public List<HeldRole> roles(PersonId id) {
        return roles.of(id);
    }

    /** The groups people are in today, without the areas inside theirs. */
    public Map<PersonId, List<GroupId>> groups() {
        return roles.on(today());
    }

    /** Names by id, in one query. */
    public Map<PersonId, String> names(Set<PersonId> ids) {
        return persons.names(ids);
    }

    /** Everybody active in a group today, also by a surrounding area. */
    public List<Person> inGroup(GroupId group) {
        return persons.inGroup(group, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(municipality.zone()));
    }

    /** @param groups with areas as scope where the role has one */
    public record NewPerson(
            String username, String name, String email, String phone, String password, Set<GroupId> groups) {}

    /** @param version counts changes, against lost updates */
    public record Person(
            PersonId id, String username, String name, String email, String phone, boolean active, int version) {}

    /** What can change of a person. */
    public record Details(String name, String email, String phone, boolean active) {}

    /**
     * A role somebody has, had or will have.
     *
     * @param until the last day, or none
     */
    public record HeldRole(UUID id, GroupId group, LocalDate from, @Nullable LocalDate until) {

        /** Whether it is held on that day. */
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }
}
