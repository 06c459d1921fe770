package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;

class TaskPagesTest extends PostgresIT {

    private static final PersonId ME = PersonId.create();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Processes processes;

    private WorkFixture work;
    private AreaId runkst;
    private CaseView file;
    private String task;

    @BeforeEach
    void startACase() {
        work = new WorkFixture(context);
        runkst = areas.add("Runkst", null, Actor.SYSTEM);
        file = work.startTrial(runkst);
        task = work.onlyTask(file);
    }

    @Test
    void showsFormDeadlineAndCase() throws Exception {
        mvc.perform(get("/taken/{task}", task).with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Opmerking"),
                                containsString("Waarom deze datum?"),
                                containsString(file.number()),
                                containsString("Wijkraad Runkst"))));
    }

    @Test
    void refusesTheTaskOfAnotherGroup() throws Exception {
        mvc.perform(get("/taken/{task}", task).with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(post("/taken/{task}", task).param("note", "x").with(csrf()).with(role("finance")))
                .andExpect(status().isForbidden());
    }

    @Test
    void keepsWhatWasTypedBesideTheError() throws Exception {
        mvc.perform(post("/taken/{task}", task)
                        .param("note", "")
                        .param("reason", "Omdat het zo is")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("error-summary"),
                                containsString("href=\"#note\""),
                                containsString("Omdat het zo is"))));
    }

    /** What it took when last looked at: each costs a round trip. */
    @Test
    void asksLittleOfTheDatabaseToCompleteATask() throws Exception {
        var engines = new AtomicLong();
        var ours = SqlCount.of(() -> {
            engines.set(SqlCount.ofEngine(() -> mvc.perform(post("/taken/{task}", task)
                            .param("note", "In orde")
                            .with(csrf())
                            .with(role("participation-office")))
                    .andExpect(status().isFound())));
            return engines;
        });

        assertThat(ours).isBetween(1L, 65L);
        assertThat(engines.get()).isBetween(1L, 60L);
    }

    @Test
    void completesTheTask() throws Exception {
        mvc.perform(post("/taken/{task}", task)
                        .param("note", "In orde")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(redirectedUrl("/werk?view=groups"))
                .andExpect(flash().attribute("notice", "tasklist.task.done"));

        mvc.perform(get("/taken/{task}", task).with(role("participation-office")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("niet meer open")));
    }

    @Test
    void tellsTheSecondAndShowsWhatTheyTyped() throws Exception {
        tasks.complete(task, Map.of(), Actor.SYSTEM);

        mvc.perform(post("/taken/{task}", task)
                        .param("note", "Mijn werk")
                        .param("choice", "yes")
                        .param("count", "drie")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("Opmerking", "Mijn werk"),
                                stringContainsInOrder("Keuze", "Ja, graag"),
                                stringContainsInOrder("Aantal", "drie"))))
                .andExpect(content().string(allOf(containsString("niet meer open"), not(containsString(">note<")))));
    }

    @Test
    void givesWhoPressesTwiceTheSameReceipt() throws Exception {
        for (int press = 0; press < 2; press++) {
            mvc.perform(post("/taken/{task}", task)
                            .param("note", "Mijn werk")
                            .param("choice", "yes")
                            .param("count", "3")
                            .with(csrf())
                            .with(person(ME, "participation-office")))
                    .andExpect(redirectedUrl("/werk?view=groups"));
        }
        mvc.perform(get("/taken/{task}", task).with(person(ME, "participation-office")))
                .andExpect(status().isNotFound());
    }

    @Test
    void letsOneWorkAndOthersReadAlong() throws Exception {
        mvc.perform(post("/taken/{task}/nemen", task).with(csrf()).with(person(ME, "participation-office")))
                .andExpect(flash().attribute("notice", "tasklist.inbox.claimed"));

        mvc.perform(get("/taken/{task}", task).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(containsString("U kunt meelezen"), not(containsString("Klaar, verstuur")))));
        mvc.perform(post("/taken/{task}", task)
                        .param("note", "Toch")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Een collega werkt"), containsString("Toch"))));
        mvc.perform(post("/taken/{task}/teruggeven", task).with(csrf()).with(person(ME, "participation-office")))
                .andExpect(flash().attribute("notice", "tasklist.task.given-back"));
        mvc.perform(get("/zaken/{number}", file.number()).with(role("auditor")))
                .andExpect(content()
                        .string(stringContainsInOrder("Taak teruggegeven: Nakijken", "Taak genomen: Nakijken")));
    }

    @Test
    void letsNobodyTakeOrGiveBackWhatIsNotTheirs() throws Exception {
        for (var act : List.of("nemen", "teruggeven")) {
            mvc.perform(post("/taken/{task}/{act}", task, act).with(csrf()).with(role("finance")))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/taken/gone/{act}", act)
                            .param("_list", "view=late")
                            .with(csrf())
                            .with(role("finance")))
                    .andExpect(redirectedUrl("/taken/gone?_list=view%3Dlate"));
        }
    }

    @Test
    void keepsADraft() throws Exception {
        mvc.perform(post("/taken/{task}/concept", task)
                        .param("note", "Half af")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bewaard op")));
        mvc.perform(get("/taken/{task}", task).with(role("participation-office")))
                .andExpect(content().string(allOf(containsString("Half af"), containsString("Bewaard op"))));
    }

    @Test
    void givesBackTheDraftOfATaskThatWasTakenAwayToWhoTypedIt() throws Exception {
        mvc.perform(post("/taken/{task}/concept", task)
                .param("note", "Half af")
                .with(csrf())
                .with(person(ME, "participation-office")));
        processes.cancel(file.id(), "Gestopt", Actor.SYSTEM);

        mvc.perform(get("/taken/{task}", task).with(person(ME, "participation-office")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(allOf(containsString("Dit had u ingevuld"), containsString("Half af"))));
        mvc.perform(get("/taken/{task}", task).with(role("legal")))
                .andExpect(content().string(not(containsString("Half af"))));
    }

    @Test
    void keepsNoDraftOfWhoMayNotDoTheTask() throws Exception {
        mvc.perform(post("/taken/{task}/concept", task)
                        .param("note", "Van een ander")
                        .with(csrf())
                        .with(role("finance")))
                .andExpect(status().isForbidden());
        mvc.perform(post("/taken/{task}/nemen", task).with(csrf()).with(person(ME, "participation-office")));
        mvc.perform(post("/taken/{task}/concept", task)
                        .param("note", "Van een collega")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(content().string(containsString("niet meer open")));
        mvc.perform(post("/taken/{task}/concept", task)
                        .param("note", "Van mij")
                        .with(csrf())
                        .with(person(ME, "participation-office")))
                .andExpect(content().string(containsString("Bewaard op")));

        mvc.perform(get("/taken/{task}", task).with(person(ME, "participation-office")))
                .andExpect(content().string(allOf(containsString("Van mij"), not(containsString("Van een")))));
    }

    @Test
    void letsAnOfficialEnterTheAnswerOfACouncilFromPaper() throws Exception {
        tasks.complete(task, Map.of(), Actor.SYSTEM);
        var asked = work.onlyTask(file);
        var scan = new MockMultipartFile(
                "_paper.scan", "antwoord.pdf", "application/pdf", "%PDF-1.4 antwoord".getBytes(StandardCharsets.UTF_8));

        mvc.perform(get("/taken/{task}", asked).with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(get("/taken/{task}", asked).with(role("area-manager@" + AreaId.create())))
                .andExpect(status().isForbidden());
        mvc.perform(get("/taken/{task}", asked).with(role("area-manager@" + runkst)))
                .andExpect(content().string(containsString("op papier")));
        mvc.perform(multipart("/taken/{task}", asked)
                        .file(scan)
                        .param("note", "Van de raad")
                        .param("_paper.channel", "paper")
                        .param("_paper.from", "An Peeters, voorzitter")
                        .param("_paper.on", "2026-09-14")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(redirectedUrl("/zaken/" + file.number()));
        mvc.perform(get("/zaken/{number}", file.number()).with(role("participation-office")))
                .andExpect(content().string(allOf(containsString("antwoord.pdf"), containsString("op papier"))));
    }
}
