package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;

/** Who says that somebody is away, for which days and by whom they are replaced. */
class AbsenceArrangedPagesTest extends AbsenceScenario {

    @Test
    void refusesWhatMakesNoSenseAndKeepsWhatWasTyped() throws Exception {
        refused(ann, ann, "2026-09-14", "2026-09-20", "Kies een collega die taken doet.");
        refused(ann, add("Nalezer", "auditor"), "2026-09-14", "2026-09-20", "Kies een collega die taken doet.");
        refused(ann, bert, "2026-09-01", "2026-09-02", "Deze dag is voorbij");
        refused(ann, bert, "2026-09-20", "2026-09-14", "value=\"2026-09-20\"");
        refused(ann, bert, "+999999999-01-01", "2026-09-20", "Vul een dag in.");
        away(carl, ann, "2026-09-18", "2026-09-22").andExpect(redirectedUrl(PAGE));
        refused(ann, carl, "2026-09-14", "2026-09-18", "Financieel medewerker is zelf afwezig van 18-09-2026");
        away(ann, bert, "2026-09-24", "2026-09-30").andExpect(redirectedUrl(PAGE));
        refused(
                ann,
                carl,
                "2026-09-30",
                "2026-10-02",
                "er al een vervanger: Jurist, van 24-09-2026 tot en met 30-09-2026");
        away(ann, carl, "2026-10-01", "2026-10-02").andExpect(redirectedUrl(PAGE));
    }

    @Test
    void letsTwoDeputiesEachHaveTheirOwnAreas() throws Exception {
        mvc.perform(form(ann, bert, "2026-09-14", "2026-09-20", "areas", city.toString()))
                .andExpect(redirectedUrl(PAGE));
        mvc.perform(form(ann, carl, "2026-09-14", "2026-09-20", "areas", elsewhere.toString()))
                .andExpect(redirectedUrl(PAGE));
        mvc.perform(form(ann, carl, "2026-09-14", "2026-09-20", "areas", String.valueOf(file.area())))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void keepsOneOfTwoThatAreSetAtOnce() {
        var first = CompletableFuture.supplyAsync(() -> statusOf(bert));
        var second = CompletableFuture.supplyAsync(() -> statusOf(carl));

        assertThat(Set.of(first.join(), second.join())).containsExactlyInAnyOrder(302, 422);
        assertThat(jdbc.sql("select count(*) from identity_delegation")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private int statusOf(PersonId deputy) {
        try {
            return away(ann, deputy, "2026-09-14", "2026-09-20")
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void letsTheLeadSetAndEndItFromTheTeamPage() throws Exception {
        var lead = add("Diensthoofd", "management-team");
        var address = "/vervanging/" + ann;
        mvc.perform(get(address).with(as(lead))).andExpect(status().isNotFound());
        mvc.perform(post("/beheer/mensen/{id}/leidinggevende", ann)
                        .param("lead", lead.toString())
                        .with(csrf())
                        .with(role("administrator")))
                .andExpect(flash().attribute("notice", "admin.person.lead-set"));

        mvc.perform(post(address)
                        .param("deputy", bert.toString())
                        .param("from", "2026-09-14")
                        .param("until", "2026-09-20")
                        .with(csrf())
                        .with(as(lead)))
                .andExpect(redirectedUrl(address));
        assertThat(sees(bert)).isTrue();
        mvc.perform(get("/mijn").with(as(lead))).andExpect(content().string(containsString("href=\"/mijn/team\"")));
        mvc.perform(get("/mijn/team").with(as(lead)))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Medewerker participatie", "Afwezig", "vervangen door Jurist", address)));
        var id = jdbc.sql("select id from identity_delegation")
                .query(String.class)
                .single();
        mvc.perform(post(address + "/" + id + "/einde").with(csrf()).with(as(carl)))
                .andExpect(status().isNotFound());
        mvc.perform(post(PAGE + "/" + id + "/einde").with(csrf()).with(as(bert)))
                .andExpect(status().isNotFound());
        assertThat(sees(bert)).isTrue();
        mvc.perform(post(address + "/" + id + "/einde").with(csrf()).with(as(lead)))
                .andExpect(redirectedUrl(address));
        assertThat(sees(bert)).isFalse();
        assertThat(jdbc.sql("select actor_name || ': ' || what || ' ' || about from identity_audit"
                                + " where what in ('absence-set', 'absence-ended', 'lead-set') order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "administrator: lead-set Medewerker participatie → Diensthoofd",
                        "Diensthoofd: absence-set Medewerker participatie → Jurist",
                        "Diensthoofd: absence-ended Medewerker participatie → Jurist");
    }

    @Test
    void warnsADeputyWhoStaysAwayToo() throws Exception {
        away(ann, bert, "2026-09-14", "2026-09-20").andExpect(flash().attributeCount(1));

        away(bert, carl, "2026-09-20", "2026-09-25")
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attribute("refusal", hasToString(containsString("tasklist.delegation.left"))));
        away(bert, carl, "2026-09-26", "2026-09-27").andExpect(flash().attributeCount(1));
    }

    @Test
    void isForWhoDoesTasks() throws Exception {
        var auditor = add("Nalezer", "auditor");
        leads.set(ann, auditor, Actor.SYSTEM);

        mvc.perform(get("/vervanging/{id}", ann).with(as(auditor))).andExpect(status().isNotFound());
        away(auditor, bert, "2026-09-14", "2026-09-20")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Alleen wie hier taken doet, kan zich laten vervangen.")));
    }

    @Test
    void warnsWhoClosesTheAccountOfADeputy() throws Exception {
        away(ann, bert, "2026-09-14", "2026-09-20");

        mvc.perform(post("/beheer/mensen/{id}", bert)
                        .param("name", "Jurist")
                        .param("email", "p@hasselt.example")
                        .param("phone", "")
                        .param("version", "0")
                        .with(csrf())
                        .with(role("administrator")))
                .andExpect(flash().attribute("refusal", hasToString(containsString("admin.person.left"))));
    }

    @Test
    void letsNoLeadGiveAwayASignature() throws Exception {
        var mayor = add("Burgemeester", "mayor");
        leads.set(mayor, carl, Actor.SYSTEM);

        mvc.perform(post("/vervanging/{id}", mayor)
                        .param("role", "mayor")
                        .param("deputy", bert.toString())
                        .param("from", "2026-09-14")
                        .param("until", "2026-09-20")
                        .param("reason", "weg")
                        .with(csrf())
                        .with(as(carl)))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void refusesALeadWhoCanBeNone() throws Exception {
        leads.set(ann, bert, Actor.SYSTEM);
        for (var lead : new String[] {bert.toString(), PersonId.create().toString(), "x", ann.toString()}) {
            mvc.perform(post("/beheer/mensen/{id}/leidinggevende", bert)
                            .param("lead", lead)
                            .with(csrf())
                            .with(role("administrator")))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Kies een collega die hier werkt")));
        }
    }

    @Test
    void asksNothingAboutARoleThatNobodyElseMaySign() throws Exception {
        mvc.perform(get(PAGE).with(as(ann)))
                .andExpect(content()
                        .string(allOf(not(containsString("name=\"role\"")), containsString("Alleen deze gebieden"))));
        mvc.perform(get("/vervanging/{id}", ann).with(role("administrator")))
                .andExpect(content().string(containsString("Afwezigheid en vervanging van Medewerker participatie")));
    }

    private void refused(PersonId holder, PersonId deputy, String from, String until, String text) throws Exception {
        away(holder, deputy, from, until)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(text)));
    }
}
