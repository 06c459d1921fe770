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
                .hasSize(10);
        assertThat(list("select t.name from process_task t join wijkbudget_proposal p on p.case_id = t.case_id"
                        + " where p.objection is not null and t.element = 'Task_LookAgain'"))
                .as("an objection waits for somebody else")
                .hasSize(1);
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
        assertThat(page(get(PUBLIC))).contains("/stemmen/" + number);
        assertThat(page(get(PUBLIC + "/" + number))).contains("/stemmen/" + number);
        assertThat(page(get("/publiek"))).contains("/stemmen/" + number);
        assertThat(list("select name from wijkbudget_batch b join identity_area a on a.id = b.area_id"
                        + " where b.first_by is not null and b.second_by is null"))
                .as("a pile that waits for a second person")
                .containsExactly("Kuringen");
        assertThat(list("select title from wijkbudget_project p where not exists (select from wijkbudget_points s where"
                        + " s.project = p.id) and p.state = 'FEASIBLE'"))
                .as("the committee scored all")
                .isEmpty();
        assertThat(list("select p.title from wijkbudget_interest i join wijkbudget_project p on p.id = i.project"))
                .containsExactlyInAnyOrder("Podium voor de buurt", "Wandelroute langs de Demer");
    }

    @Test
    void everybodyReadsWhatWasChosenAndHowItGoes() throws Exception {
        var number = number("EXECUTION");
        assertThat(page(get(PUBLIC + "/" + number + "/uitslag")))
                .contains("Boekenhuisjes in Godsheide", "Buurtzaal in het Heilig Hart");
        assertThat(list("select sentence from regulation_parameter where key = 'wijkbudget-execution'"))
                .as("the term of a project, and how that of the round goes with it")
                .anyMatch(sentence -> sentence.contains("een jaar voor elk project"));
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
        assertThat(list("select p.title from wijkbudget_execution e join wijkbudget_project p on p.id = e.project"
                        + " where e.carrier = 'COUNCIL'"))
                .containsExactly("Speelbos van Kiewit");
        assertThat(list("select sum(m.cents) - p.cost_cents from wijkbudget_milestone m join wijkbudget_project p"
                        + " on p.id = m.project group by p.id, p.cost_cents"))
                .as("all of the money is agreed on")
                .containsOnly("0");
        assertThat(list("select y.state || ' ' || y.cents from ledger_payment y"
                        + " join wijkbudget_project p on p.case_id = y.case_id"))
                .as("the milestone that was reached is paid")
                .containsExactly("PAID 900000");
        var forest = list("select id::text from wijkbudget_project where title = 'Speelbos van Kiewit'")
                .get(0);
        assertThat(page(get(PUBLIC + "/" + number + "/projecten/" + forest)))
                .contains("Wijkraad Kiewit", "9.000,00", "<img class=\"photo\"");
        var photo = list("select photo::text from wijkbudget_progress where public_photo")
                .get(0);
        assertThat(page(get(PUBLIC + "/" + number + "/projecten/" + forest + "/foto/" + photo)))
                .isNotEmpty();
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
