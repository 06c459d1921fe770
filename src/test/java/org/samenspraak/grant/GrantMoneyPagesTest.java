package org.samenspraak.grant;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.SignedInAs;
import org.springframework.beans.factory.annotation.Autowired;

/** What officials see of the money of a round, and who reads what a council says in confidence. */
class GrantMoneyPagesTest extends GrantScenario {

    @Autowired
    private Submissions submissions;

    @Test
    void theRoundAndTheDossierShowTheMoney() throws Exception {
        var grant = paid();
        var number = cases.get(grant).number();
        var round = round();

        mvc.perform(get(round).with(SignedInAs.role("alderman")))
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "Subsidies samen: € 1.000,00 gevraagd, € 1.000,00 toegekend, € 1.000,00 betaald."),
                                containsString("href=\"/zaken/" + number + "\""),
                                containsString("deze afdruk van de code vastgelegd"))));
        mvc.perform(get(round + "/uitvoer.csv").with(SignedInAs.role("auditor")))
                .andExpect(content().string(allOf(containsString(number), containsString("Betaald"))));
        mvc.perform(get("/zaken/" + number).with(SignedInAs.role("legal")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Toegekend: € 1.000,00"),
                                containsString("Open forum gepland op 15 oktober 2027."),
                                containsString("/zaken/" + cases.get(forum).number()))));
    }

    @Test
    void everybodyReadsOfACouncilThatItTalkedAndWhatItGotOnceItKnows() throws Exception {
        granted();
        var page = "/publiek/raden/" + council;
        mvc.perform(get(page))
                .andExpect(content()
                        .string(allOf(
                                containsString("met de gemeente over het jaar"),
                                not(containsString("subsidie toegekend")))));

        outbox.sendDue();

        mvc.perform(get(page)).andExpect(content().string(containsString("Kreeg een subsidie toegekend van 1.000")));
    }

    @Test
    void theRoundSaysThatTheCouncilIsAsked() throws Exception {
        set("talk.application", "no");
        var grant = grant();
        mvc.perform(get(round()).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Wacht op de raad")));
        send(grant, "Task_GiveAccount", chair(), Map.of("iban", IBAN, "holder", "Wijkraad Runkst vzw"));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));
        mvc.perform(get(round()).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(not(containsString("Wacht op de raad"))));
    }

    @Test
    void theOverviewShowsBudgetsToWhoMaySeeMoney() throws Exception {
        paid();
        mvc.perform(get("/overzicht/money.csv").with(SignedInAs.role("finance")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Buurtsubsidies 2027")));
        mvc.perform(get("/overzicht/money.csv").with(SignedInAs.role("legal"))).andExpect(status().isNotFound());
    }

    @Test
    void onlyTheParticipationOfficeReadsTheGrades() throws Exception {
        var grant = paid();
        send(grant, "Task_Survey", chair(), Map.of("grade", "4", "remarks", "Niemand nam op."));
        var sent = submissions.of(grant).stream()
                .filter(row -> row.formId().equals("grant-survey"))
                .findFirst()
                .orElseThrow();
        var form = "/zaken/" + cases.get(grant).number() + "/formulieren/" + sent.id();
        var grades = round() + "/cijfers";

        mvc.perform(get(form).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Niemand nam op.")));
        mvc.perform(get(grades).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(allOf(containsString("Niemand nam op."), containsString("Gemiddeld: 4"))));
        for (var other : new String[] {"auditor", "alderman", "finance"}) {
            mvc.perform(get(form).with(SignedInAs.role(other))).andExpect(status().isForbidden());
            mvc.perform(get(grades).with(SignedInAs.role(other))).andExpect(status().isForbidden());
            mvc.perform(get(round()).with(SignedInAs.role(other)))
                    .andExpect(content().string(not(containsString("/cijfers"))));
        }
    }

    private String round() {
        return "/rondes/"
                + jdbc.sql("select number from casefile_case where trajectory = 'yearly-round'")
                        .query(String.class)
                        .single();
    }
}
