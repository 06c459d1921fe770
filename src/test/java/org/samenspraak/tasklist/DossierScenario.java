package org.samenspraak.tasklist;

import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseNotes;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Two cases, one with a task. */
abstract class DossierScenario extends PostgresIT {

    static final PersonId ME = PersonId.create();
    static final RequestPostProcessor OFFICE = person(ME, "participation-office");

    @Autowired
    ApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    Cases cases;

    @Autowired
    CaseLinks links;

    @Autowired
    CaseNotes notes;

    @Autowired
    Timeline timeline;

    @Autowired
    People people;

    WorkFixture work;
    AreaId runkst;
    CaseView file;
    CaseView other;

    @BeforeEach
    void openCases() {
        work = new WorkFixture(context);
        runkst = areas.add("Runkst", null, Actor.SYSTEM);
        file = work.startTrial(runkst);
        other = work.openCase("Klacht over de zaal", runkst);
    }

    String url(String page) {
        return "/zaken/" + file.number() + page;
    }

    String dossier(RequestPostProcessor me) throws Exception {
        return page("", me);
    }

    String page(String page, RequestPostProcessor me) throws Exception {
        return mvc.perform(get(URI.create(url(page))).with(me))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    ResultActions send(String page, String... fields) throws Exception {
        return mvc.perform(posting(page, fields).with(OFFICE));
    }

    MockHttpServletRequestBuilder posting(String page, String... fields) {
        var request = post(url(page)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request;
    }
}
