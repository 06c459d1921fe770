package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.council;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;

/** Who replies to advice, and until when. */
class ReplyRightsPagesTest extends ReplyScenario {

    private UUID bikes = UUID.randomUUID();

    @BeforeEach
    void aPoint() {
        bikes = point(youth, 1, "Fiets", "Maak het fietspad breder.");
    }

    @Test
    void isWrittenByTheAskerAndTheOfficeAndReadByOtherOfficials() throws Exception {
        assertThat(page(role("alderman"), "")).contains("U leest mee").doesNotContain("<textarea");
        new Opened(role("department-green"), page(MOBILITY, ""))
                .type(bikes, "not", "Geen plaats.")
                .send()
                .andExpect(status().isForbidden());
        mvc.perform(get(url("")).with(council("an@raad.example"))).andExpect(status().isForbidden());
        mvc.perform(post(url("")).with(council("an@raad.example")).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/zaken/2026-XYZ-0001/terugkoppeling").with(OFFICE)).andExpect(status().isNotFound());
        assertThat(unit(bikes).version()).isEqualTo(-1);
    }

    @Test
    void isWrittenByWhoHasTheTask() throws Exception {
        jdbc.sql(
                        """
                        insert into process_task (id, case_id, process_key, element, name, groups, priority, created, suspended)
                        values ('t1', ?, 'advice-reply', 'Task_Reply', 'Antwoorden', '{department-green}', 50, now(), false)
                        """)
                .param(request.value())
                .update();

        assertThat(page(role("department-green"), "")).contains("/taken/t1", "<textarea");
        open(role("department-green")).type(bikes, "not", "Geen plaats.").send().andExpect(status().is3xxRedirection());
        assertThat(page(OFFICE, "")).doesNotContain("/taken/t1");
    }

    @Test
    void keepsAgreedRepliesAsTheyAre() throws Exception {
        var opened = open(MOBILITY);
        jdbc.sql("update advice_request set agreed_at = now()").update();

        var answer = opened.type(bikes, "not", "Te laat getypt").send();

        answer.andExpect(status().isUnprocessableEntity());
        assertThat(body(answer)).contains("De antwoorden zijn goedgekeurd");
        assertThat(unit(bikes).version()).isEqualTo(-1);
        assertThat(page(MOBILITY, "")).doesNotContain("<textarea");
    }

    @Test
    void changesNothingInACaseThatEnded() throws Exception {
        var opened = open(MOBILITY);
        jdbc.sql("update casefile_case set status = 'STOPPED', closed_at = now() where id = ?")
                .param(request.value())
                .update();

        opened.type(bikes, "not", "Te laat").send().andExpect(status().isUnprocessableEntity());

        assertThat(unit(bikes).version()).isEqualTo(-1);
    }

    @Test
    void servesAdviceThatNobodyAskedFor() throws Exception {
        request = open("unsolicited-advice", "Meer groen");
        var advice = request.value();
        give(advice, councils.add(CouncilKind.ADVIESRAAD, "Cultuurraad", area, BY), null);
        var trees = point(advice, 1, "Bomen", "Plant bomen.");

        open(OFFICE).type(trees, "noted", "Dat doen wij.").send().andExpect(status().is3xxRedirection());

        assertThat(unit(trees).reply().reason()).isEqualTo("Dat doen wij.");
        assertThat(page(OFFICE, "")).contains("Cultuurraad 1").doesNotContain("Jeugdraad");
        assertThat(page(role("department-green"), "")).doesNotContain("<textarea");
        jdbc.sql("update advice_given set responsible = 'department-green' where case_id = ?")
                .param(advice)
                .update();
        assertThat(page(role("department-green"), "")).contains("<textarea");
    }

    @Test
    void writesNoReplyToAPointOfAnotherCase() throws Exception {
        var other = open("advice-request", "Ander plan");
        jdbc.sql(
                        "insert into advice_request select ?, asker_group, on_behalf_of, domain, phase, position from advice_request")
                .param(other.value())
                .update();
        var theirs = point(given("Cultuurraad", other), 1, "Zaal", "Bouw een zaal.");
        var answer = open(MOBILITY)
                .with("unit", theirs)
                .with("mark-" + theirs, "-1.x")
                .type(theirs, "noted", "Vreemd.")
                .send();

        answer.andExpect(status().isConflict());
        assertThat(jdbc.sql("select count(*) from advice_reply")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isReachedFromTheDossierWithWhatIsMissing() throws Exception {
        var dossier = body(mvc.perform(get("/zaken/" + file().number()).with(OFFICE)));

        assertThat(dossier).contains(url("?outcome=open&amp;order=council#r-" + bikes), ">Jeugdraad 1</a>");
    }
}
