package org.samenspraak.tasklist;

import static org.samenspraak.identity.SignedInAs.person;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A task of two colleagues that one of them may hand over. */
abstract class HandOverScenario extends PostgresIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    People people;

    @Autowired
    Tasks tasks;

    WorkFixture work;
    CaseView file;
    String task;
    PersonId an;
    PersonId bart;
    RequestPostProcessor asAn;

    @BeforeEach
    void startACase() {
        work = new WorkFixture(context);
        file = work.startTrial(areas.add("Runkst", null, Actor.SYSTEM));
        task = work.onlyTask(file);
        an = add("Medewerker een", "participation-office");
        bart = add("Medewerker twee", "participation-office");
        asAn = person(an, "participation-office");
    }

    PersonId add(String name, String group) {
        return people.add(
                new NewPerson(
                        name.replace(' ', '-'),
                        name,
                        "p@hasselt.example",
                        "",
                        "een lang wachtwoord voor de proef",
                        Set.of(GroupId.parse(group))),
                Actor.SYSTEM);
    }
}
