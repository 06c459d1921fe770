package org.samenspraak.tasklist;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A dossier leads to a task only who may open it. */
class DossierTasksPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Tasks tasks;

    private AreaId area = AreaId.create();
    private CaseView file;
    private String task = "";
    private Set<String> groups = Set.of();

    @BeforeEach
    void startACase() {
        area = areas.add("Runkst", null, Actor.SYSTEM);
        file = new WorkFixture(context).startTrial(area);
        task = jdbc.sql("select id from process_task").query(String.class).single();
        groups = Set.of(tasks.find(task).map(OpenTask::groups).orElseThrow().stream()
                .map(Object::toString)
                .toArray(String[]::new));
    }

    @Test
    void linksForWhoMayOpenIt() throws Exception {
        var group = groups.iterator().next();

        mvc.perform(get("/zaken/{number}", file.number()).with(role(group)))
                .andExpect(content().string(containsString("href=\"/taken/" + task + "\"")));
        mvc.perform(get("/taken/{task}", task).with(role(group))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"process-designer", "committee-jury"})
    void namesItOnlyForWhoMayNot(String role) throws Exception {
        mvc.perform(get("/zaken/{number}", file.number()).with(role(role)))
                .andExpect(content()
                        .string(allOf(containsString("Nakijken"), not(containsString("href=\"/taken/" + task)))));
        mvc.perform(get("/taken/{task}", task).with(role(role))).andExpect(status().isForbidden());
    }

    @Test
    void linksATaskOfACouncilForWhoLooksAfterIt() throws Exception {
        jdbc.sql("update process_task set groups = '{council@x}', for_council = true")
                .update();

        mvc.perform(get("/zaken/{number}", file.number()).with(role("area-manager@" + area)))
                .andExpect(content().string(containsString("href=\"/taken/" + task + "\"")));
        mvc.perform(get("/zaken/{number}", file.number()).with(role("area-manager@" + AreaId.create())))
                .andExpect(content().string(not(containsString("href=\"/taken/" + task))));
    }
}
