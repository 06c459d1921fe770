package org.samenspraak.wijkbudget;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.AreaId;

/** How a round went: all figures for the office, and for everybody those in which nobody is found. */
class EvaluationPagesTest extends SurveyScenario {

    private static final String WORDS = "Zeg vroeger wanneer de wijkdialoog is.";

    @Test
    void showsTheOfficeFiguresAndWhatWasWrittenAndNeverWho() throws Exception {
        var project = decided();
        votes(poort, "ONLINE", 7);
        votes(poort, "PAPER", 3);
        rejectedCard("late");
        beginSurvey();
        replies(PROPOSER, 4, WORDS).andExpect(status().is3xxRedirection());
        answer(round, "Task_AnswerSurvey", says(2));
        assertThat(office("participation-office"))
                .as("two answered, so neither is shown")
                .contains("Allemaal samen: 2 van 7 antwoordden", "Cijfers van minder dan 5 antwoorden staan er niet")
                .doesNotContain("Er werd geluisterd");
        for (var other : OTHERS.subList(1, OTHERS.size())) {
            replied(other, 5);
        }

        var office = office("participation-office");

        assertThat(office)
                .contains(
                        "Indieners: 4 van 5 antwoordden",
                        "Allemaal samen: 5 van 7 antwoordden",
                        "Commissie, samen één antwoord",
                        "Wie stemde: 10 stembiljetten",
                        "Kaart te laat",
                        "Van de eerste dag van de oproep tot de beslissing:")
                .doesNotContain("buurvrouw", PROPOSER, WORDS);
        assertThat(row(office, "Er werd geluisterd naar wat wij inbrachten."))
                .as("all together")
                .containsExactly("0", "1", "0", "1", "3", "4,2");
        assertThat(fact(office, "Ideeën ingediend")).isEqualTo("6");
        assertThat(fact(office, "Projecten gekozen")).isEqualTo("1");
        assertThat(office("auditor")).contains("Wie stemde").doesNotContain(WORDS);
        assertThat(office("participation-office", "?lang=en")).contains("Proposers: 4 of 5 answered");
        assertThat(page(address(PROPOSER))).doesNotContain("/evaluatie");
        assertThat(page(address(OTHERS.get(0)))).contains("/evaluatie");
        assertThat(stands(project)).isEqualTo(BudgetProject.State.CHOSEN);
        closed();
        assertThat(office("participation-office")).as("nobody came after it").contains(WORDS);
    }

    @Test
    void showsEverybodyNothingOfWhichFewerThanFiveAreASource() throws Exception {
        decided();
        votes(poort, "ONLINE", 12);
        votes(poort, "PAPER", 3);
        rejectedCard("late");
        beginSurvey();
        replied(PROPOSER, 4);
        assertThat(page(publicUrl() + "/evaluatie")).contains("nog niet gesteld, of de antwoorden komen nog binnen");
        for (var other : OTHERS) {
            replied(other, other.equals(OTHERS.get(0)) ? 1 : 5);
        }
        answer(round, "Task_AnswerSurvey", says(5));
        answer(round, "Task_AnswerSurvey", says(5));
        closed();

        var shown = page(publicUrl() + "/evaluatie");

        assertThat(shown).contains("7 van 7 antwoordden", "Kaart te laat").doesNotContain(PROPOSER, "buurvrouw");
        assertThat(row(shown, "De keuze verliep eerlijk."))
                .as("one disagrees: hidden, and so is what would give it away")
                .containsExactly("niet getoond", "niet getoond", "niet getoond");
        assertThat(row(shown, "Brugse Poort"))
                .as("few on paper: all ballots are told, the channels not")
                .containsExactly("20.000", "15", "niet getoond", "niet getoond");
        assertThat(fact(shown, "Kaart te laat")).isEqualTo("niet getoond");
        assertThat(shown)
                .contains(
                        "Cijfers tot nu toe",
                        "of als allen hetzelfde zeiden",
                        "Van een gebied waar minder dan 5 mensen stemden")
                .doesNotContain("minder dan 5 staan er niet");
        var file = page("/publiek/wijkbudget-evaluatie.csv");
        assertThat(file)
                .contains(line("voted", poort, "Brugse Poort", "", "ballots", "15", "false"))
                .contains(line("voted", poort, "Brugse Poort", "", "paper", "", "true"))
                .contains(line("survey", null, "", "fair", "agree", "", "true"));
        assertThat(page(publicUrl())).contains(publicUrl() + "/evaluatie");
        assertThat(page(publicUrl())).contains("Hoe de ronde tot nu toe verloopt");
        assertThat(page(publicUrl() + "/evaluatie?lang=en")).contains("How the round went", "not shown");
    }

    /** All who answered are known: what they all said alike is what each of them said. */
    @Test
    void hidesWhatAllSaidAlike() throws Exception {
        decided();
        beginSurvey();
        replied(PROPOSER, 5);
        for (var other : OTHERS) {
            replied(other, 5);
        }
        answer(round, "Task_AnswerSurvey", says(5));
        answer(round, "Task_AnswerSurvey", says(5));
        closed();

        assertThat(row(page(publicUrl() + "/evaluatie"), "De keuze verliep eerlijk."))
                .containsExactly("niet getoond", "niet getoond", "niet getoond");
    }

    @Test
    void tellsNowhereHowVeryFewVoted() throws Exception {
        decided();
        votes(poort, "ONLINE", 4);
        jdbc.sql("update wijkbudget_result set votes = 4, reason = 'Vier mensen geven elk 2.000 euro.'")
                .update();

        assertThat(row(page(publicUrl() + "/evaluatie"), "Brugse Poort"))
                .containsExactly("20.000", "niet getoond", "niet getoond", "niet getoond");
        var results =
                Jsoup.parse(page(publicUrl() + "/uitslag")).select("tbody tr").get(0);
        assertThat(results.select("td[data-label=Stemmen]").text()).isEqualTo("niet getoond");
        assertThat(results.text()).contains("Minder dan 5 mensen stemden in dit gebied.");
        assertThat(page(publicUrl() + "/uitslag")).doesNotContain("Vier mensen", "stembiljetten mee");
        var files = page("/publiek/wijkbudget-projecten.csv") + page("/publiek/wijkbudget-stembestanden.csv");
        assertThat(files)
                .contains("\"Brugse Poort\",\"\",\"\",\"true\",\"\"")
                .contains("\"" + poort + "\"")
                .doesNotContain("\"4\"", poort + ".pb");

        votes(poort, "PAPER", 1);

        assertThat(page(publicUrl() + "/uitslag")).contains("Vier mensen", "Er telden 5 stembiljetten mee.");
        assertThat(page("/publiek/wijkbudget-stembestanden.csv"))
                .contains(publicUrl() + "/uitslag/" + poort + ".pb", publicUrl() + "/uitslag/" + poort + ".csv");
        assertThat(page(publicUrl() + "/uitslag")).contains("href=\"" + publicUrl() + "/uitslag/" + poort);
    }

    @Test
    void showsNoViewsOfFewAndNothingBeforeTheDecisionIsPublic() throws Exception {
        counted("Groen plein", true);
        mvc.perform(get(publicUrl() + "/evaluatie")).andExpect(status().isNotFound());
        answer(round, "Task_DecideRound", decision("yes"));
        outbox.sendDue();
        release.release();
        beginSurvey();
        replied(PROPOSER, 4);
        closed();

        assertThat(page(publicUrl() + "/evaluatie"))
                .contains("1 van 3 antwoordden", "Minder dan 5 antwoordden")
                .doesNotContain("Er werd geluisterd");
    }

    /** A total from which others are taken away tells what was left out. */
    @Test
    void letsNoTotalTellHowVeryFewVoted() throws Exception {
        decided();
        votes(poort, "ONLINE", 3);
        votes(dorpen, "ONLINE", 7);

        var shown = page(publicUrl() + "/evaluatie");
        assertThat(shown).contains("Wie stemde: 7 stembiljetten").doesNotContain("10 stembiljetten");
        assertThat(row(shown, "Kanaaldorpen")).containsExactly("2.000", "7", "niet getoond", "niet getoond");
        assertThat(page("/publiek/jaarcijfers.csv"))
                .contains("\"ballots\",\"7\"")
                .doesNotContain("\"ballots\",\"10\"");
    }

    private String line(String part, @Nullable AreaId area, String... rest) {
        var cells = new ArrayList<>(List.of(view(round).number(), part, area == null ? "" : area.toString()));
        cells.addAll(List.of(rest));
        return "\"" + String.join("\",\"", cells) + "\"";
    }

    private String office(String role) throws Exception {
        return office(role, "");
    }

    private String office(String role, String query) throws Exception {
        return mvc.perform(get("/wijkbudget/" + view(round).number() + "/evaluatie" + query)
                        .with(role(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void votes(AreaId area, String channel, int many) {
        for (var at = 0; at < many; at++) {
            jdbc.sql("insert into wijkbudget_ballot (id, round, area_id, channel, choices) values (?, ?, ?, ?, '{1}')")
                    .params(UUID.randomUUID(), round.value(), area.value(), channel)
                    .update();
        }
    }

    private void rejectedCard(String reason) {
        jdbc.sql("insert into wijkbudget_card (round, number, area_id, state, reason) values (?, 900, ?, 'REFUSED', ?)")
                .params(round.value(), poort.value(), reason)
                .update();
    }

    /** The cells after the first one, in the first row that begins so. */
    private static List<String> row(String page, String first) {
        return Jsoup.parse(page).select("tbody tr").stream()
                .filter(row -> row.child(0).text().equals(first))
                .findFirst()
                .orElseThrow()
                .select("td")
                .stream()
                .skip(1)
                .map(Element::text)
                .toList();
    }

    private static String fact(String page, String name) {
        return Jsoup.parse(page).select("dl.facts dt").stream()
                .filter(term -> term.text().equals(name))
                .map(term -> requireNonNull(term.nextElementSibling()).text())
                .findFirst()
                .orElseThrow();
    }
}
