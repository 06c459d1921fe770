package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the dossier tells about a shipped trajectory, in both languages. */
class DossierPagesTest extends CouncilCaseIT {

    @Autowired
    private Tasks tasks;

    @Autowired
    private Prompts prompts;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clocks clocks;

    @BeforeEach
    void ask() {
        askToSign();
    }

    @Test
    void tellsWhoWasAskedWhatAndHowThatStands() throws Exception {
        assertThat(dossier("nl"))
                .contains("Vragen aan de raad", "Verklaring tekenen als voorzitter", "wacht op antwoord");

        var asked = taskOf("Task_SignChair");
        tasks.complete(asked, Map.of(), OFFICE);
        prompts.received(asked, "An Peeters, voorzitter");
        processes.cancel(caseId, "Gestopt", OFFICE);

        assertThat(dossier("nl"))
                .contains("Beantwoord op 14 september 2026", "door An Peeters, voorzitter")
                .contains("Ingetrokken op 14 september 2026");
    }

    @Test
    void speaksEnglish() throws Exception {
        tasks.claim(taskOf("Task_SignMayor"), Actor.person(PersonId.create(), "Burgemeester"));

        assertThat(dossier("en"))
                .contains("Sign as chair", "Task taken: Sign as mayor", "Task ready: Sign as secretary")
                .contains("All signatures", "New term?")
                .doesNotContain(
                        "Tekenen als voorzitter</",
                        "Tekenen als burgemeester",
                        "Alle handtekeningen",
                        "Nieuwe termijn?");
    }

    @Test
    void linksTheTextOfEveryMail() throws Exception {
        var sent = outbox.of(caseId).get(0);
        var url = "/zaken/" + number() + "/berichten/" + sent.id();

        assertThat(dossier("nl"))
                .contains("Mail voor " + sent.toName() + ": " + sent.subject())
                .containsPattern("href=\"" + url + "\"[^>]*>Lees de mail");
        mvc.perform(get(url).with(role("legal")))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString("Beste " + sent.toName()), containsString("[[link]]"))));
        mvc.perform(get(url)).andExpect(status().is3xxRedirection());
    }

    @Test
    void showsTheAddressOfAMailToThoseWhoMaySeeItAndTellsThat() throws Exception {
        var sent = outbox.of(caseId).get(0);
        var url = "/zaken/" + number() + "/berichten/" + sent.id();

        mvc.perform(get(url).with(role("legal"))).andExpect(content().string(not(containsString(sent.to()))));
        assertThat(seen()).isEmpty();
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString(sent.to())));

        assertThat(seen()).containsExactly("participation-office " + number());
        assertThat(dossier("nl")).doesNotContain(sent.to());
    }

    @Test
    void tellsWhoSawTheContactsOfACouncil() throws Exception {
        mvc.perform(get("/raden/" + council).with(role("legal"))).andExpect(status().isOk());
        mvc.perform(get("/raden/" + council).with(role("council-support"))).andExpect(status().isOk());

        assertThat(seen()).singleElement().asString().startsWith("council-support ");
    }

    @Test
    void namesTheTermsThatAreOver() throws Exception {
        clocks.due(caseId, "supplement", null);
        clocks.stop(caseId, "supplement", null);

        assertThat(dossier("nl"))
                .containsPattern("<strong>aanvraag aanvullen</strong>\\s*<p class=\"minor\">30 kalenderdagen");
        assertThat(dossier("en")).containsPattern("<strong>[a-z ]+</strong>\\s*<p class=\"minor\">30 calendar days");
    }

    private List<String> seen() {
        return jdbc.sql(
                        "select actor_name || ' ' || about from identity_audit where what = 'contacts-seen' order by id")
                .query(String.class)
                .list();
    }

    @Test
    void showsAMailOnlyInItsOwnCase() throws Exception {
        var other = new WorkFixture(context).openCase("Andere zaak", areas.add("Kiewit", null, OFFICE));

        mvc.perform(get(
                                "/zaken/{number}/berichten/{id}",
                                other.number(),
                                outbox.of(caseId).get(0).id())
                        .with(role("legal")))
                .andExpect(status().isNotFound());
    }

    private String dossier(String language) throws Exception {
        return mvc.perform(
                        get("/zaken/{number}", number()).param("lang", language).with(role("participation-office")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String number() {
        return cases.get(caseId).number();
    }

    private String taskOf(String element) {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
