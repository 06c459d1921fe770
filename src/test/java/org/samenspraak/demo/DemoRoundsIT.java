package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The rounds of the neighbourhood budget that a visitor of the demo finds. */
class DemoRoundsIT extends DemoScenario {

    private static final String PUBLIC = "/publiek/wijkbudget";

    @Autowired
    private WebApplicationContext context;

    @Test
    void oneRoundIsInEachOfThreePhases() throws Exception {
        assertThat(list("select r.phase from wijkbudget_round r order by r.opens"))
                .containsExactly("EXECUTION", "CHOICE", "DIALOGUE");
        assertThat(page(get(PUBLIC))).contains("Wijkbudget Kiewit", "Wijkbudget Centrum", "Wijkbudget Runkst");
    }

    @Test
    void ideasOfTheDialogueStandWhereTheOfficePutThem() throws Exception {
        assertThat(list("select state from wijkbudget_proposal where round = (select case_id from wijkbudget_round"
                        + " where phase = 'DIALOGUE')"))
                .containsOnly("ADMITTED", "MERGED", "REGULAR", "REFUSED")
                .contains("MERGED", "REGULAR", "REFUSED")
                .hasSize(9);
        var number = number("DIALOGUE");
        assertThat(page(get(PUBLIC + "/" + number + "/projecten"))).contains("Van bank tot bank in Ter Hilst");
        assertThat(page(get("/wijkbudget/" + number + "/ideeen").with(role("participation-office"))))
                .contains("Bomen op het plein", "Speelplek voor klein en groot in Kermt");
        assertThat(page(get("/wijkbudget/" + number + "/wijkdialoog").with(role("participation-office"))))
                .contains("Jeugdhuis van Runkst", "Parochiezaal van Kermt");
    }

    @Test
    void aVisitorCanVoteAndSomeDidOnlineAndOnPaper() throws Exception {
        var number = number("CHOICE");
        assertThat(page(get("/stemmen/" + number)))
                .contains("Samentuin van Banneux", "Podium voor de buurt", "Herstelhuis van Kuringen");
        assertThat(list(
                        "select distinct channel from wijkbudget_ballot b join wijkbudget_round r on r.case_id = b.round"
                                + " where r.phase = 'CHOICE'"))
                .containsExactlyInAnyOrder("ONLINE", "PAPER");
        assertThat(page(get("/wijkbudget/" + number).with(role("participation-office"))))
                .contains("Wijkbudget Centrum");
    }

    @Test
    void everybodyReadsWhatWasChosenAndHowItGoes() throws Exception {
        var number = number("EXECUTION");
        assertThat(page(get(PUBLIC + "/" + number + "/uitslag")))
                .contains("Boekenhuisjes in Godsheide", "Buurtzaal in het Heilig Hart");
        assertThat(list("select state from wijkbudget_project where round = (select case_id from wijkbudget_round"
                        + " where phase = 'EXECUTION') order by state"))
                .containsExactly("DONE", "INFEASIBLE", "LEFT", "LEFT", "RUNNING", "RUNNING");
        assertThat(list("select p.title from wijkbudget_execution e join wijkbudget_project p on p.id = e.project"
                        + " where e.ended_on is null and e.due < current_date"))
                .containsExactly("Ontmoetingsplek aan de vijver");
        assertThat(list("select p.title from wijkbudget_execution e join wijkbudget_project p on p.id = e.project"
                        + " where e.extended_on is not null"))
                .containsExactly("Speelbos van Kiewit");
        assertThat(list("select public_words from wijkbudget_progress where public_on is not null"))
                .hasSize(3);
    }

    @Test
    void everybodyReadsHowTheRoundWentAndNobodyWho() throws Exception {
        var number = number("EXECUTION");
        assertThat(page(get(PUBLIC + "/" + number + "/evaluatie")))
                .contains("9 van 11 antwoordden", "Er werd geluisterd naar wat wij inbrachten.")
                .doesNotContain("viel af op de kosten");
        assertThat(page(get("/wijkbudget/" + number + "/evaluatie").with(role("participation-office"))))
                .contains("Indieners: 5 van 6 antwoordden", "viel af op de kosten");
    }

    private String number(String phase) {
        return list("select c.number from wijkbudget_round r join casefile_case c on c.id = r.case_id where r.phase = '"
                        + phase + "'")
                .get(0);
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var response = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(request)
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }
}
