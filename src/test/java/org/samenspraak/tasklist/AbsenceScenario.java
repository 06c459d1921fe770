package org.samenspraak.tasklist;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Leads;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A task of a participation office, and colleagues of other groups who could do it. */
abstract class AbsenceScenario extends PostgresIT {

    static final String PAGE = "/mijn/vervanging";

    @Autowired
    ApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    People people;

    @Autowired
    Leads leads;

    @Autowired
    Tasks tasks;

    @Autowired
    Timeline timeline;

    AreaId city;
    AreaId elsewhere;
    CaseView file;
    String task;
    PersonId ann;
    PersonId bert;
    PersonId carl;

    @BeforeEach
    void startACase() {
        city = areas.add("Hasselt", null, Actor.SYSTEM);
        elsewhere = areas.add("Kuringen", null, Actor.SYSTEM);
        var work = new WorkFixture(context);
        file = work.startTrial(areas.add("Runkst", city, Actor.SYSTEM));
        task = work.onlyTask(file);
        ann = add("Medewerker participatie", "participation-office");
        bert = add("Jurist", "legal");
        carl = add("Financieel medewerker", "finance");
    }

    ResultActions away(PersonId holder, PersonId deputy, String from, String until) throws Exception {
        return mvc.perform(form(holder, deputy, from, until, "reason", ""));
    }

    MockHttpServletRequestBuilder form(
            PersonId holder, PersonId deputy, String from, String until, String name, String value) {
        return post(PAGE)
                .param("deputy", deputy.toString())
                .param("from", from)
                .param("until", until)
                .param(name, value)
                .with(csrf())
                .with(as(holder));
    }

    boolean sees(PersonId person) throws Exception {
        return mvc.perform(get("/werk").with(as(person)))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .contains("/taken/" + task);
    }

    RequestPostProcessor as(PersonId person) {
        return SignedInAs.today(context, person);
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
