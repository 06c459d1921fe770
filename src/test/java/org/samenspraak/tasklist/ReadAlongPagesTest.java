package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who reads everything and writes nothing; and a second click on a task without a form. */
class ReadAlongPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    private WorkFixture work;
    private AreaId runkst;

    @BeforeEach
    void addArea() {
        work = new WorkFixture(context);
        runkst = areas.add("Runkst", null, Actor.SYSTEM);
    }

    @Test
    void tellsWhoHasNoTasksWhatThereIsToRead() throws Exception {
        work.startTrial(runkst);

        mvc.perform(get("/werk").with(role("auditor")))
                .andExpect(content().string(containsString("U leest mee en hebt zelf geen taken.")))
                .andExpect(content().string(containsString("href=\"/zaken?status=OPEN&amp;due=late\"")))
                .andExpect(content().string(containsString("href=\"/overzicht\"")));
        mvc.perform(get("/werk").with(role("legal"))).andExpect(content().string(not(containsString("U leest mee"))));
    }

    @Test
    void offersNoSuspensionOfATermThatIsOver() throws Exception {
        var file = work.startTrial(runkst);
        var id = jdbc.sql("select min(id) from deadlines_clock where case_id = ?")
                .param(file.id().value())
                .query(Long.class)
                .single();
        var page = get("/zaken/{number}/termijnen/{clock}", file.number(), id);
        mvc.perform(page.with(role("participation-office")))
                .andExpect(content().string(containsString("value=\"SUSPEND\"")));

        clock.advance(Duration.ofDays(400));

        mvc.perform(get("/zaken/{number}/termijnen/{clock}", file.number(), id).with(role("participation-office")))
                .andExpect(content().string(containsString("value=\"MOVE\"")))
                .andExpect(content().string(not(containsString("value=\"SUSPEND\""))));
    }

    @Test
    void showsAnAuditorWhatIsAskedWithoutWhatIsBeingTyped() throws Exception {
        var file = work.startTrial(runkst);
        var task = work.onlyTask(file);
        mvc.perform(post("/taken/{task}/concept", task)
                .param("note", "Half af")
                .with(csrf())
                .with(role("participation-office")));

        mvc.perform(get("/zaken/{number}", file.number()).with(role("auditor")))
                .andExpect(content().string(containsString("href=\"/taken/" + task + "\"")));
        mvc.perform(get("/taken/{task}", task).with(role("auditor")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("U leest mee"),
                                containsString("Opmerking"),
                                not(containsString("Half af")),
                                not(containsString("Klaar, verstuur")),
                                not(containsString("Neem")),
                                not(containsString("verlengen")))));
    }

    @Test
    void letsAnAuditorDoNothing() throws Exception {
        var task = work.onlyTask(work.startTrial(runkst));

        for (var act : new String[] {"", "/concept", "/nemen", "/teruggeven"}) {
            mvc.perform(post("/taken/" + task + act)
                            .param("note", "x")
                            .with(csrf())
                            .with(role("auditor")))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/taken/" + task + act)
                            .param("note", "x")
                            .with(csrf())
                            .with(role("auditor", "finance")))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/taken/{task}", task).with(role("auditor", "participation-office")))
                .andExpect(content().string(containsString("Klaar, verstuur")));
    }

    @Test
    void tellsThatAnAuditorReadPersonalData() throws Exception {
        var form = TrialModel.FORM.replace("\"label_en\": \"Note\"", "\"label_en\": \"Note\", \"personal\": \"yes\"");
        var file = work.startTrial(runkst, form);

        mvc.perform(get("/taken/{task}", work.onlyTask(file)).with(role("auditor")))
                .andExpect(status().isOk());

        assertThat(jdbc.sql("select about from identity_audit where what = 'contacts-seen'")
                        .query(String.class)
                        .list())
                .containsExactly(file.number());
    }

    @Test
    void givesWhoPressesTwiceTheReceiptOfATaskWithoutAForm() throws Exception {
        var me = PersonId.create();
        var task = work.onlyTask(work.startTrial(runkst));
        TrialModel.dropForms(context);

        mvc.perform(post("/taken/{task}", task).with(csrf()).with(person(me, "participation-office")))
                .andExpect(flash().attribute("notice", "tasklist.task.done"));
        mvc.perform(post("/taken/{task}", task)
                        .param("_csrf", "x")
                        .with(csrf())
                        .with(person(me, "participation-office")))
                .andExpect(redirectedUrl("/werk?view=groups"))
                .andExpect(flash().attribute("notice", "tasklist.task.done-before"));
        mvc.perform(post("/taken/{task}", task).param("_csrf", "x").with(csrf()).with(role("participation-office")))
                .andExpect(status().isConflict());
    }
}
