package org.samenspraak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.People.Person;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.NameSearch;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code identity_person}. */
@Repository
class Persons {

    private static final String PERSON =
            "select id, username, name, email, phone, active, version from identity_person p ";

    private final JdbcClient db;

    Persons(JdbcClient db) {
        this.db = db;
    }

    /** Refuses a username that somebody else got in this same moment. */
    void add(PersonId id, NewPerson person, String hash, OffsetDateTime now) {
        var added = db.sql("insert into identity_person (id, username, name, email, phone, password_hash, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(id.value(), person.username(), person.name().strip(), person.email(), person.phone(), hash, now)
                .update();
        if (added == 0) {
            throw taken(person.username());
        }
    }

    void refuseTaken(String username) {
        if (credentials(username).isPresent()) {
            throw taken(username);
        }
    }

    private static Refusal taken(String username) {
        return Refusal.of("username", "identity.refusal.username-taken", username);
    }

    boolean change(PersonId id, Details details, int version) {
        return db.sql("update identity_person set name = ?, email = ?, phone = ?, active = ?, version = version + 1"
                                + " where id = ? and version = ?")
                        .params(
                                details.name().strip(),
                                details.email(),
                                details.phone(),
                                details.active(),
                                id.value(),
                                version)
                        .update()
                == 1;
    }

    void setPassword(PersonId id, String hash) {
        db.sql("update identity_person set password_hash = ? where id = ?")
                .params(hash, id.value())
                .update();
    }

    Optional<Person> find(PersonId id) {
        return db.sql(PERSON + "where id = ?")
                .param(id.value())
                .query(Persons::person)
                .optional();
    }

    /** What is decided about one person is decided one by one, until the transaction ends. */
    void lock(PersonId id) {
        db.sql("select 1 from identity_person where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** The same about several, always in the same order: two who lock each other's people don't wait for ever. */
    void lock(Set<PersonId> ids) {
        db.sql("select 1 from identity_person where id = any(?) order by id for update")
                .param(ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .list();
    }

    /** Whoever is active and led by somebody, by name. */
    List<Person> ledBy(PersonId lead) {
        return db.sql(PERSON + "where lead = ? and active order by lower(name), id")
                .param(lead.value())
                .query(Persons::person)
                .list();
    }

    String name(PersonId id) {
        return find(id).orElseThrow().name();
    }

    String hash(PersonId id) {
        return db.sql("select password_hash from identity_person where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    List<Person> all() {
        return db.sql(PERSON + "order by lower(name), id")
                .query(Persons::person)
                .list();
    }

    List<Person> search(String text, @Nullable PersonId after, int limit) {
        var order = NameSearch.EXACT_FIRST + ", lower(name), id";
        return db.sql(PERSON + "where active and " + NameSearch.FOUND
                        + (after == null
                                ? ""
                                : " and (" + order + ") > (select " + order
                                        + " from identity_person where id = :after)")
                        + " order by " + order + " limit :limit")
                .param("text", text)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(Persons::person)
                .list();
    }

    boolean isEmpty() {
        return db.sql("select not exists (select from identity_person)")
                .query(Boolean.class)
                .single();
    }

    Map<PersonId, String> names(Set<PersonId> ids) {
        var names = new HashMap<PersonId, String>();
        db.sql("select id, name from identity_person where id = any(?)")
                .param(ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new PersonId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    List<Person> inGroup(GroupId group, LocalDate day) {
        var area = PersonRules.area(group);
        return db.sql(
                        """
                        with recursive around as (
                            select id, within from identity_area where id = :area::uuid
                            union select a.id, a.within from identity_area a join around r on a.id = r.within)
                        """
                                + PERSON
                                + """
                        where active and exists (select from identity_role r
                            where r.person = p.id and r.role = :role and r.valid_from <= :day
                            and (r.valid_until is null or r.valid_until >= :day)
                            and (:area::uuid is null or r.area in (select id from around)))
                        order by lower(name), id""")
                .param("area", area == null ? null : area.value())
                .param("role", group.role())
                .param("day", day)
                .query(Persons::person)
                .list();
    }

    Optional<Credentials> credentials(String username) {
        return db.sql(
                        "select id, username, name, password_hash, active from identity_person where lower(username) = lower(?)")
                .param(username)
                .query((row, n) -> new Credentials(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("password_hash"),
                        row.getBoolean("active")))
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("active"),
                row.getInt("version"));
    }

    record Credentials(PersonId id, String username, String name, String hash, boolean active) {

        /** Never the hash. */
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }
}
