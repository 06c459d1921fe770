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
    void roundsAreInPhasesFromTheCallToTheExecution() throws Exception {
        assertThat(list("select r.phase from wijkbudget_round r order by r.opens"))
                .containsExactly(
                        "EXECUTION", "CHOICE", "CHOICE", "ADVICE", "FEASIBILITY", "DIALOGUE", "ADMISSIBILITY", "CALL");
        assertThat(page(get(PUBLIC)))
                .contains(
                        "Wijkbudget Kiewit",
                        "Wijkbudget Tuilt",
                        "Wijkbudget Hollandsveld",
                        "Wijkbudget Centrum",
                        "Wijkbudget Trekschuren",
                        "Wijkbudget Runkst",
                        "Burgerbudget Hasselt",
                        "Wijkbudget Kempische Wijk");
    }

    @Test
    void theOfficeChecksIdeasByTheRulesOfAnotherCity() throws Exception {
        var number = number("ADMISSIBILITY");
        assertThat(list("select p.title from wijkbudget_proposal p join process_task t on t.case_id = p.case_id"
                        + " join wijkbudget_round r on r.case_id = p.round and r.phase = 'ADMISSIBILITY'"
                        + " where t.element = 'Task_Check'"))
                .containsExactlyInAnyOrder(
                        "Een lange tafel onder een dak",
                        "Een dak op het dorpsplein",
                        "Een kraam met honing",
                        "Licht op het fietspad");
        assertThat(list("select regulation_name from casefile_case where number = '" + number + "'"))
                .containsExactly("halle-burgerbudget");
        assertThat(page(get(PUBLIC + "/" + number)))
                .as("one budget for all, without a base and a weight")
                .contains("over één gebied. Een gebied krijgt hoogstens", "100,00 % van het gewicht")
                .doesNotContain("de basis en");
        assertThat(page(get("/wijkbudget/" + number + "/ideeen").with(role("participation-office"))))
                .containsPattern("Lijkt op \\S+ Een lange tafel onder een dak")
                .contains("3 van 3");
    }

    @Test
    void ideasComeInWhileTheCallIsOpen() throws Exception {
        var number = number("CALL");
        assertThat(list("select p.title from wijkbudget_proposal p join process_task t on t.case_id = p.case_id"
                        + " where t.element = 'Task_Moderate'"))
                .as("one waits to be read")
                .containsExactly("Een doel en een basketring");
        assertThat(list("select title from wijkbudget_proposal where state = 'UNCONFIRMED'"))
                .containsExactly("Een pad waar een rolstoel kan");
        assertThat(list("select distinct (s.confirmed_at is null)::text from wijkbudget_supporter s"
                        + " join wijkbudget_proposal p on p.case_id = s.case_id"
                        + " join wijkbudget_round r on r.case_id = p.round where r.phase = 'CALL' and not s.proposer"))
                .as("some neighbours confirmed, some did not")
                .hasSize(2);
        assertThat(list("select title from wijkbudget_proposal where on_paper and round = (select case_id from"
                        + " wijkbudget_round where phase = 'CALL')"))
                .containsExactly("Rusten aan de kapel");
        assertThat(page(get("/wijkbudget/" + number + "/ideeen").with(role("participation-office"))))
                .contains("Samen een moestuin achter de flats")
                .containsPattern("Lijkt op \\S+ Moestuin achter de flats");
        var play = list("select c.number from wijkbudget_proposal p join casefile_case c on c.id = p.case_id"
                        + " where p.title = 'Speelheuvels met hutten'")
                .get(0);
        assertThat(page(get(PUBLIC + "/" + number + "/ideeen/" + play))).contains("<img", "/ideeen/" + play + "/foto/");
        assertThat(page(get("/publiek"))).contains("Wijkbudget Kempische Wijk");
    }

    @Test
    void theCommitteeAdvisesAndOneDepartmentIsLate() throws Exception {
        var number = number("ADVICE");
        var shown = page(get("/wijkbudget/" + number + "/commissie").with(role("committee-dialoogkamer")));
        assertThat(shown)
                .contains("Keuken in het buurthuis", "Rustpunten langs de spoorweg", "Parochiezaal voor iedereen")
                .contains("Schaduw aan de speelplaats")
                .doesNotContain("Lokaal voor de jeugd van Stevoort");
        assertThat(list("select t.element || ' ' || coalesce(t.scope, '') from process_task t join wijkbudget_project p"
                        + " on p.case_id = t.case_id where p.title = 'Lokaal voor de jeugd van Stevoort'"
                        + " and t.due < now()"))
                .containsExactly("Task_AnswerFeasibility department-safety");
        assertThat(page(get(PUBLIC + "/" + number)))
                .as("a lot is fixed and not drawn")
                .contains(list("select commitment from wijkbudget_lot l join wijkbudget_round r on r.case_id = l.round"
                                + " where r.phase = 'ADVICE' and l.drawn_at is null")
                        .get(0));
    }

    @Test
    void departmentsSayWhatCanBeDoneAndAnIdeaIsNotDecidedYet() throws Exception {
        var number = number("FEASIBILITY");
        assertThat(list("select t.element || ' ' || coalesce(t.scope, '') from process_task t"
                        + " join wijkbudget_project p on p.case_id = t.case_id join casefile_case c on c.id = p.round"
                        + " where c.number = '" + number + "'"))
                .containsExactlyInAnyOrder(
                        "Task_AnswerFeasibility department-public-domain", "Task_ChooseDepartments ");
        assertThat(page(get("/wijkbudget/" + number).with(role("participation-office"))))
                .contains("Nog te beslissen: 1 idee. De termijn van 1 idee is voorbij.");
    }

    @Test
    void theOfficeHasStillToCountWhatCameInOnlineAndOnPaper() throws Exception {
        var number = list("select c.number from wijkbudget_round r join casefile_case c on c.id = r.case_id"
                        + " where c.title = 'Wijkbudget Tuilt en Kuringen-dorp'")
                .get(0);
        assertThat(list("select t.element from process_task t join casefile_case c on c.id = t.case_id"
                        + " where c.number = '" + number + "'"))
                .containsExactly("Task_ConfirmCount");
        assertThat(list(
                        "select channel || ' ' || count(*) from wijkbudget_ballot b join casefile_case c on c.id = b.round"
                                + " where c.number = '" + number + "' group by channel"))
                .containsExactlyInAnyOrder("ONLINE 5", "PAPER 5");
        assertThat(page(get("/wijkbudget/" + number + "/tellen").with(role("participation-office"))))
                .contains("De keuze sloot op");
    }

    @Test
    void aPanelByLotScoresWhileResidentsVote() throws Exception {
        var number = number("CHOICE");
        assertThat(page(get("/wijkbudget/" + number + "/jury").with(role("participation-office"))))
                .contains("Nagekeken door");
        assertThat(list("select j.label from wijkbudget_juror j where not exists (select from wijkbudget_score s"
                        + " where s.juror = j.id)"))
                .as("who has still to score")
                .hasSize(1);
        assertThat(page(get("/wijkbudget/" + number + "/loting").with(role("participation-office"))))
                .contains("ouder dan 60");
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
        assertThat(list("select distinct channel from wijkbudget_ballot b join casefile_case c on c.id = b.round"
                        + " where c.number = '" + number + "'"))
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
                        + " s.project = p.id) and p.state = 'FEASIBLE' and p.round = (select id from"
                        + " casefile_case where number = '" + number + "')"))
                .as("the committee scored all")
                .isEmpty();
        assertThat(list("select p.title from wijkbudget_interest i join wijkbudget_project p on p.id = i.project"))
                .containsExactlyInAnyOrder(
                        "Podium voor de buurt", "Wandelroute langs de Demer", "Parochiezaal voor iedereen");
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
                .contains("12 van 14 antwoordden", "Er werd geluisterd naar wat wij inbrachten.")
                .as("figures of each question, of enough answers")
                .doesNotContain("niet getoond")
                .doesNotContain("viel af op de kosten");
        assertThat(page(get("/wijkbudget/" + number + "/evaluatie").with(role("participation-office"))))
                .contains("Indieners: 8 van 9 antwoordden", "viel af op de kosten");
    }

    private String number(String phase) {
        return list("select c.number from wijkbudget_round r join casefile_case c on c.id = r.case_id where r.phase = '"
                        + phase + "' order by r.opens desc")
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
