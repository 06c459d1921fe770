package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** What everybody reads of a round, its ideas and its projects. */
class PublicRoundPagesTest extends IdeaScenario {

    @Autowired
    private CohortActs acts;

    @Autowired
    private BudgetProjects projects;

    @Test
    void showsRulesMoneyReachAndPhasesFromTheDayThatARoundIsAdopted() throws Exception {
        var waiting = prepared(Map.of("title", "Nog niet vastgesteld", "opens", "2027-09-06"));

        mvc.perform(get("/publiek/wijkbudget"))
                .andExpect(content()
                        .string(allOf(containsString("Wijkbudget 2027"), not(containsString("Nog niet vast")))));
        mvc.perform(get("/publiek/wijkbudget/" + view(waiting).number())).andExpect(status().isNotFound());
        mvc.perform(get(url()))
                .andExpect(content()
                        .string(allOf(
                                containsString("288.805,97 euro"),
                                containsString("Langs de voedselbank"),
                                containsString("beleidsnota participatie, deel 2.1"),
                                containsString("voorbeeldwaarde"),
                                containsString("loopt nu"))));
        mvc.perform(get(url() + "?lang=en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Why this amount"),
                                containsString("hreflang=\"nl\">"),
                                containsString("(in Dutch)"),
                                containsString("<span lang=\"nl\">Wijkbudget</span>"),
                                containsString("lang=\"nl\">beleidsnota participatie"))));
        mvc.perform(get(url() + "/ideeen?lang=en"))
                .andExpect(content().string(containsString("Ideas: <span lang=\"nl\">Wijkbudget 2027</span>")));
    }

    @Test
    void showsWhatTheCommitteeAdvisedAndWhyTheCollegeDepartedFromIt() throws Exception {
        var against = prepared(Map.of("title", "Tegen het advies", "opens", "2027-09-06"));
        answer(
                against,
                "Task_AdviseMethod",
                Map.of("methodAdvice", "negative", "methodReason", "Te weinig tijd in augustus."));
        var decision = new HashMap<>(adoption("yes"));
        decision.put("opens", "2027-09-06");
        decision.put("decisionReason", "De zomer is net de tijd van de wijkfeesten.");
        answer(against, "Task_AdoptRound", decision);

        mvc.perform(get("/publiek/wijkbudget/" + view(against).number()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Negatief"),
                                containsString("Te weinig tijd in augustus."),
                                containsString("2027-CBS-0101"),
                                containsString("De zomer is net de tijd van de wijkfeesten."))));
    }

    @Test
    void saysWhichDaysMovedAndWhy() throws Exception {
        received("Bank");
        received("Boom");
        mvc.perform(post("/wijkbudget/" + view(round).number() + "/fase/choice")
                .with(role("participation-office"))
                .with(csrf())
                .param("ends", days(round, Phase.CHOICE).ends().plusDays(7).toString())
                .param("seen", days(round, Phase.CHOICE).ends().toString())
                .param("reason", "Het is dan feest in de wijk."));

        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER))
                .as("once, though they have two ideas")
                .filteredOn(one -> Mails.subject(one).equals("Een dag van het wijkbudget is verzet"))
                .singleElement()
                .satisfies(one -> assertThat(Mails.text(one))
                        .contains("De fase Keuze eindigt op", "Het is dan feest in de wijk."));
        mvc.perform(get(url())).andExpect(content().string(containsString("Het is dan feest in de wijk.")));
        var events = Biweekly.parse(body("/publiek/wijkbudget.ics")).first().getEvents();
        assertThat(events)
                .filteredOn(event -> event.getSummary().getValue().contains("laatste dag van Keuze"))
                .extracting(event -> event.getSequence().getValue())
                .containsExactly(1);
        assertThat(events)
                .extracting(PublicRoundPagesTest::uid)
                .doesNotHaveDuplicates()
                .hasSize(18);
    }

    private static String uid(VEvent event) {
        return event.getUid().getValue();
    }

    @Test
    void showsAnIdeaOnceSomebodyReadItAndWhatCameOfItOnceItsProposerKnows() throws Exception {
        var unread = idea("Ongelezen bank");
        var bench = received("Bank");
        mvc.perform(get(url() + "/ideeen"))
                .andExpect(content().string(allOf(containsString("Bank"), not(containsString("Ongelezen")))));
        mvc.perform(get(idea(unread))).andExpect(status().isNotFound());
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        outbox.sendDue();

        answer(
                bench,
                "Task_Check",
                check("refused", "inArea", "no", "checkReason", "Het Kerkplein is privé; mevrouw Janssens belde ons."));

        mvc.perform(get(idea(bench)))
                .andExpect(content().string(allOf(containsString("Ontvangen"), not(containsString("privé")))));
        outbox.sendDue();
        mvc.perform(get(idea(bench)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Niet toegelaten"),
                                containsString("Het Kerkplein is privé"),
                                not(containsString("Janssens")),
                                not(containsString("buurvrouw")))));
        mvc.perform(get("/publiek/nieuws.atom?area=" + poort))
                .andExpect(content()
                        .string(allOf(
                                containsString("Niet toegelaten: Bank (Wijkbudget 2027)"),
                                containsString("Het Kerkplein is privé"),
                                containsString("/ideeen/" + view(bench).number() + "#REFUSED-"),
                                not(containsString("Janssens")))));

        care.askAgain(ideas.get(bench), "Het plein is van de stad.", RESIDENT);
        outbox.sendDue();

        mvc.perform(get(idea(bench))).andExpect(content().string(containsString("wordt herbekeken")));
        mvc.perform(get("/publiek/wijkbudget-ideeen.csv"))
                .andExpect(content()
                        .string(allOf(containsString("\"LOOKED_AGAIN\""), not(containsString("\"REFUSED\"")))));
        mvc.perform(get("/publiek/nieuws.atom?area=" + poort))
                .andExpect(content().string(not(containsString("Niet toegelaten: Bank"))));
    }

    @Test
    void keepsWhatCameOfAnIdeaWhileAMailAboutSomethingElseWaits() throws Exception {
        var bench = toCheck("Bank");
        answer(bench, "Task_Check", check("admitted"));
        outbox.sendDue();

        mvc.perform(post("/wijkbudget/" + view(round).number() + "/fase/choice")
                .with(role("participation-office"))
                .with(csrf())
                .param("ends", days(round, Phase.CHOICE).ends().plusDays(7).toString())
                .param("seen", days(round, Phase.CHOICE).ends().toString())
                .param("reason", "Het is dan feest in de wijk."));

        mvc.perform(get(idea(bench)))
                .andExpect(content().string(allOf(containsString("Toegelaten"), not(containsString("Ontvangen")))));
    }

    @Test
    void goesOnWithTheIdeaThatItWasMergedInto() throws Exception {
        var neighbour = "ander@wijk.example";
        var idea = idea("bank", Map.of("contactMail", neighbour), RESIDENT, false);
        confirm(neighbour);
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        var other = toCheck("bank op het kerkplein");
        var number = view(other).number();
        answer(other, "Task_Check", check("admitted"));
        answer(idea, "Task_Check", check("merged", "mergeInto", number, "checkReason", "Hetzelfde."));
        mvc.perform(get(address(neighbour))).andExpect(content().string(containsString("ideeen/" + number)));
        assertThat(supporters.waiting(round)).extracting(Idea.Supporter::mail).contains(neighbour);

        goTo(days(round, Phase.DIALOGUE).begins());
        acts.makeProject(round, "Plein", List.of(other.value()), CLERK);

        outbox.sendDue();
        assertThat(mail.receivedBy(neighbour)).last().satisfies(one -> {
            assertThat(Mails.subject(one)).contains("deel van een project");
            assertThat(Mails.text(one)).contains("Plein");
        });
        assertThat(projects.lines(round)).singleElement().satisfies(project -> assertThat(project.ideas())
                .contains(view(idea).number(), number));
        mvc.perform(get(address(neighbour))).andExpect(content().string(containsString("Plein")));
        assertThat(supporters.waiting(round)).extracting(Idea.Supporter::mail).contains(neighbour);
    }

    @Test
    void tellsOfWhichIdeasAProjectCameAndKeepsTheDecisionUntilAllKnowIt() throws Exception {
        var bench = toCheck("Bank");
        answer(bench, "Task_Check", check("admitted"));
        outbox.sendDue();
        var since = jdbc.sql("select state_since from wijkbudget_proposal where case_id = ?")
                .param(bench.value())
                .query(Timestamp.class)
                .single()
                .toInstant();
        mvc.perform(get("/publiek/nieuws.atom"))
                .andExpect(content()
                        .string(allOf(
                                containsString("xml:lang=\"nl\""),
                                containsString("<updated>" + since.truncatedTo(ChronoUnit.SECONDS) + "</updated>"),
                                containsString("Toegelaten: Bank (Wijkbudget 2027)"))));
        mvc.perform(get(idea(bench))).andExpect(content().string(containsString("\"@type\":\"CreativeWork\"")));
        acts.makeProject(round, "Zitten op het plein", List.of(bench.value()), CLERK);
        var project =
                jdbc.sql("select id from wijkbudget_project").query(UUID.class).single();
        jdbc.sql(
                        "update wijkbudget_project set released = true, state = 'CHOSEN', area_id = ?, number = 7, cost_cents = 1234500")
                .param(poort.value())
                .update();

        mvc.perform(get(url() + "/projecten/" + project))
                .andExpect(content().string(containsString("\"@type\":\"Project\"")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Zitten op het plein"),
                                containsString("12.345,00 euro"),
                                containsString("Kan gekozen worden"),
                                containsString(view(bench).number() + " Bank"))));
        mvc.perform(get(idea(bench))).andExpect(content().string(containsString("Zitten op het plein")));
        mvc.perform(get(url() + "/projecten/" + UUID.randomUUID())).andExpect(status().isNotFound());
        assertThat(body("/publiek/wijkbudget-projecten.csv")).contains("\"12345.00\"", "\"FEASIBLE\"");
        assertThat(body("/publiek/wijkbudget-ideeen.csv")).contains("Bank").doesNotContain("buurvrouw");
    }

    private String url() {
        return "/publiek/wijkbudget/" + view(round).number();
    }

    private String idea(CaseId idea) {
        return url() + "/ideeen/" + view(idea).number();
    }

    private String body(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    }
}
