package org.samenspraak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.People.HeldRole;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code identity_role}: who holds which role, where, from when until when. */
@Repository
class Roles {

    private static final String ON_DAY = "r.valid_from <= :day and (r.valid_until is null or r.valid_until >= :day)";

    private final JdbcClient db;

    Roles(JdbcClient db) {
        this.db = db;
    }

    void add(PersonId person, GroupId group, LocalDate from, @Nullable LocalDate until) {
        var area = PersonRules.area(group);
        db.sql("insert into identity_role (id, person, role, area, valid_from, valid_until) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        person.value(),
                        group.role(),
                        area == null ? null : area.value(),
                        from,
                        until)
                .update();
    }

    /** @param except a period that is being changed */
    void refuseTwice(PersonId person, GroupId group, LocalDate from, @Nullable LocalDate until, @Nullable UUID except) {
        of(person).stream()
                .filter(held -> held.group().equals(group) && !held.id().equals(except))
                .filter(held -> (until == null || !held.from().isAfter(until))
                        && (held.until() == null || !held.until().isBefore(from)))
                .findFirst()
                .ifPresent(held -> {
                    throw held.until() == null
                            ? Refusal.of("from", "identity.refusal.role-held-from", day(held.from()))
                            : Refusal.of("from", "identity.refusal.role-held", day(held.from()), day(held.until()));
                });
    }

    /** Day, month, year: the same to read in Dutch and English. */
    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd-MM-yyyy"));
    }

    void end(UUID id, PersonId person, LocalDate until) {
        db.sql("update identity_role set valid_until = ? where id = ? and person = ?")
                .params(until, id, person.value())
                .update();
    }

    List<HeldRole> of(PersonId person) {
        return db.sql("select id, role, area, valid_from, valid_until from identity_role where person = ?"
                        + " order by valid_from desc, role, id")
                .param(person.value())
                .query((row, n) -> new HeldRole(
                        row.getObject("id", UUID.class),
                        group(row),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    /** The groups of everybody on a day. */
    Map<PersonId, List<GroupId>> on(LocalDate day) {
        var groups = new HashMap<PersonId, List<GroupId>>();
        db.sql("select person, role, area from identity_role r where " + ON_DAY + " order by role, area")
                .param("day", day)
                .query(row -> {
                    groups.computeIfAbsent(new PersonId(row.getObject("person", UUID.class)), id -> new ArrayList<>())
                            .add(group(row));
                });
        return groups;
    }

    /** The groups of one active person on a day, each area with the areas inside it. */
    List<GroupId> reach(PersonId person, LocalDate day) {
        return db.sql("with recursive reach as (select r.role, r.area from identity_role r join identity_person p"
                        + " on p.id = r.person and p.active where p.id = :person and " + ON_DAY
                        + " union select reach.role, a.id from reach join identity_area a on a.within = reach.area)"
                        + " select role, area from reach")
                .param("person", person.value())
                .param("day", day)
                .query((row, n) -> group(row))
                .list();
    }

    private static GroupId group(ResultSet row) throws SQLException {
        return new GroupId(row.getString("role"), row.getString("area"));
    }
}
