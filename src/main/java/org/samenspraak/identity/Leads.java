package org.samenspraak.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who leads whom: a lead says who acts for the people of their team. */
@Repository
public class Leads {

    private final JdbcClient db;
    private final Persons persons;
    private final Audit audit;

    Leads(JdbcClient db, Persons persons, Audit audit) {
        this.db = db;
        this.persons = persons;
        this.audit = audit;
    }

    public Optional<PersonId> of(PersonId person) {
        return db.sql("select lead from identity_person where id = ? and lead is not null")
                .param(person.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Whoever somebody leads and still works here, by name. */
    public List<People.Person> team(PersonId lead) {
        return persons.ledBy(lead);
    }

    boolean leads(PersonId lead, PersonId person) {
        return of(person).filter(lead::equals).isPresent();
    }

    /**
     * Says who leads somebody; nothing changes when it is so already.
     *
     * @param lead none when nobody does
     * @throws Refusal for themselves, who doesn't work here, and whom they lead
     */
    @Transactional
    public void set(PersonId person, @Nullable PersonId lead, Actor by) {
        if (Objects.equals(lead, of(person).orElse(null))) {
            return;
        }
        if (lead != null
                && (lead.equals(person) || of(lead).filter(person::equals).isPresent() || !isActive(lead))) {
            throw Refusal.of("lead", "identity.refusal.lead");
        }
        db.sql("update identity_person set lead = ? where id = ?")
                .params(lead == null ? null : lead.value(), person.value())
                .update();
        audit.add(
                Act.LEAD_SET,
                by,
                person.value(),
                persons.name(person) + " → " + (lead == null ? "–" : persons.name(lead)));
    }

    private boolean isActive(PersonId person) {
        return persons.find(person).filter(People.Person::active).isPresent();
    }
}
