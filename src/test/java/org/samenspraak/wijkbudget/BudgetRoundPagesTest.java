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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.ResultActions;

/** The page of a round: what the office reads, moves and follows. */
class BudgetRoundPagesTest extends BudgetScenario {

    @Autowired
    private BudgetWords words;

    @Test
    void saysWhatEachAreaGetsAndWhyWithTheRulesBehindIt() throws Exception {
        var url = "/wijkbudget/" + view(adopted()).number();

        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("288.805,97 euro"),
                                containsString("450.000,00 euro"),
                                containsString("3 mei 2027 tot en met zo 13 juni 2027"),
                                containsString("Langs de voedselbank"),
                                containsString("beleidsnota participatie, deel 2.1"),
                                containsString("voorbeeldwaarde"),
                                not(containsString("Dag verzetten")))));
        mvc.perform(get(url + "?lang=en").with(role("participation-office")))
                .andExpect(
                        content().string(allOf(containsString("Why this amount"), containsString("Move a day: Call"))));
    }

    @Test
    void showsWhoAdvisesAndDecidesTheDaysRulesAndReach() throws Exception {
        var round = prepared(Map.of());
        tells(round, "Task_AdviseMethod", "committee-dialoogkamer");
        mvc.perform(get("/wijkbudget/" + view(round).number()).with(role("committee-dialoogkamer")))
                .andExpect(content()
                        .string(allOf(
                                containsString("3 mei 2027 tot en met zo 13 juni 2027"),
                                containsString("Deze dagen liggen vast zodra het college de ronde vaststelt."))));

        answer(round, "Task_AdviseMethod", Map.of("methodAdvice", "positive", "methodReason", "Duidelijk."));
        tells(round, "Task_AdoptRound", "college");
    }

    private void tells(CaseId round, String task, String who) throws Exception {
        mvc.perform(get("/taken/" + task(round, task).id()).with(role(who)))
                .andExpect(content()
                        .string(allOf(
                                containsString("3 mei 2027 tot en met zo 13 juni 2027"),
                                containsString("Geld om te verdelen"),
                                containsString("tieners (12–17), mensen in armoede"),
                                containsString("Langs de voedselbank"))));
    }

    @Test
    void beginsOnceSomebodyReadItsAmountsItsDaysAndItsRules() throws Exception {
        var title = "Burgerbudget " + poort;
        var answers = new HashMap<>(asked());
        answers.put("title", title);
        answers.put("under", "halle-burgerbudget");
        var read = start(answers).andExpect(status().isOk()).andReturn();

        assertThat(cases(title)).as("nothing begins unread").isZero();
        var page = Jsoup.parse(read.getResponse().getContentAsString());
        assertThat(page.text())
                .contains(
                        "Er is nog niets begonnen",
                        "We verdelen 200.000 euro over 2 gebieden",
                        "Burgerbudget",
                        "Toon de ")
                .contains("Oproep: ma 3 mei 2027 tot en met");
        assertThat(page.select("#title").val()).as("nothing typed is lost").isEqualTo(title);
        var cents = page.select("table tbody td.name + td").eachText();
        assertThat(cents).as("each area has its amount").hasSize(2).allMatch(text -> text.endsWith(" euro"));

        answers.put("_seen", page.select("[name=_seen]").val());
        answers.put("under", "gent-wijkbudget-2020");
        start(answers).andExpect(status().isOk()).andExpect(content().string(containsString("288.805,97 euro")));
        assertThat(cases(title)).as("this is not what was read").isZero();

        answers.put("under", "halle-burgerbudget");
        start(answers).andExpect(status().is3xxRedirection());
        var round = new CaseId(jdbc.sql("select id from casefile_case where title = ?")
                .param(title)
                .query(UUID.class)
                .single());
        run();
        LocaleContextHolder.setLocale(BudgetWords.DUTCH);
        assertThat(view(round).regulation().name()).isEqualTo("halle-burgerbudget");
        assertThat(shares.of(round))
                .extracting(share -> words.euros(share.cents()))
                .as("what was read is what each gets")
                .containsExactlyElementsOf(cents);
    }

    private ResultActions start(Map<String, Object> answers) throws Exception {
        return mvc.perform(post("/start/wijkbudget-round")
                .params(TypedForm.of(answers))
                .with(role("participation-office"))
                .with(csrf()));
    }

    private long cases(String title) {
        return jdbc.sql("select count(*) from casefile_case where title = ?")
                .param(title)
                .query(Long.class)
                .single();
    }

    @Test
    void isListedForTheOfficeAndTheCommitteeWithTheWaysToItsWork() throws Exception {
        var number = view(adopted()).number();

        mvc.perform(get("/overzicht").with(role("committee-dialoogkamer")))
                .andExpect(content().string(containsString("href=\"/wijkbudget\"")));
        var before = number.substring(0, number.length() - 1) + (char) (number.charAt(number.length() - 1) + 1);
        for (var reader : List.of("participation-office", "committee-dialoogkamer")) {
            mvc.perform(get("/wijkbudget").param("na", before).with(role(reader)))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("href=\"/wijkbudget/" + number + "\""),
                                    containsString("/wijkbudget/" + number + "/ideeen"),
                                    containsString("/wijkbudget/" + number + "/commissie"),
                                    containsString("De oproep is gepland op"))));
        }
        mvc.perform(get("/wijkbudget").with(role("administrator"))).andExpect(status().isForbidden());
    }

    @Test
    void movesADayAndKeepsWhatWasTypedWhenItIsRefused() throws Exception {
        var round = adopted();
        var url = "/wijkbudget/" + view(round).number();
        var form = url + "/fase/choice";
        mvc.perform(get(form).with(role("participation-office"))).andExpect(status().isOk());

        mvc.perform(post(form).with(role("participation-office")).with(csrf()).param("reason", "Feestdagen."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Kies een dag."), containsString("Feestdagen."))));
        var before = days(round, Phase.CHOICE).ends();
        var ends = before.plusDays(7);
        var moving = post(form)
                .with(role("participation-office"))
                .with(csrf())
                .param("ends", ends.toString())
                .param("reason", "Feestdagen.");
        mvc.perform(moving)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Er is nog niets verzet."),
                                containsString("name=\"seen\" value=\"" + before + "\""))));
        assertThat(days(round, Phase.CHOICE).ends()).as("nothing moves unread").isEqualTo(before);
        for (var press = 1; press <= 2; press++) {
            mvc.perform(moving.param("seen", before.toString())).andExpect(redirectedUrl(url));
        }

        mvc.perform(post(form)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("ends", ends.toString())
                        .param("seen", before.toString())
                        .param("reason", "De verkiezingen."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("De verkiezingen."), containsString("dezelfde laatste dag"))));

        assertThat(days(round, Phase.CHOICE).ends()).isEqualTo(ends);
        mvc.perform(get("/zaken/" + view(round).number()).with(role("participation-office")))
                .andExpect(
                        content().string(allOf(containsString("Einde van de fase keuze verzet"), containsString(url))));
    }

    @Test
    void keepsOthersFromMovingAndFollowing() throws Exception {
        var url = "/wijkbudget/" + view(adopted()).number();

        for (var other :
                List.of("department-culture", "alderman", "college", "finance", "committee-dialoogkamer", "auditor")) {
            mvc.perform(get(url).with(role(other))).andExpect(content().string(not(containsString(url + "/fase/"))));
            mvc.perform(get(url + "/fase/choice").with(role(other))).andExpect(status().isForbidden());
            mvc.perform(post(url + "/fase/choice").with(role(other)).with(csrf()))
                    .andExpect(status().isForbidden());
            mvc.perform(post(url + "/reglement").with(role(other)).with(csrf())).andExpect(status().isForbidden());
        }
        mvc.perform(post(url + "/reglement").with(role("participation-office")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Deze versie is er niet")));
        mvc.perform(get("/wijkbudget/2027-WBR-9999").with(role("participation-office")))
                .andExpect(status().isNotFound());
    }
}
