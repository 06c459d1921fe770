package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** After the decision those who took part are asked how the round went; who does not answer is reminded once. */
class WijkbudgetSurveyProcessTest extends SurveyScenario {

    private static final String ASKED = "Hoe verliep het wijkbudget voor u?";
    private static final String REMINDED = "Nog even: ";

    @Autowired
    private BudgetWords words;

    @Autowired
    private SurveyDesk desk;

    @Test
    void asksProposersCommitteeAndDepartmentsOnceByTheClock() throws Exception {
        decided();
        goTo(begins(Phase.EXECUTION));
        assertThat(surveys.find(round)).isEmpty();
        assertThat(mails(PROPOSER, ASKED)).isZero();

        goTo(begins(Phase.EXECUTION).plusDays(15));

        assertThat(surveys.find(round).orElseThrow().groups())
                .containsExactly("committee-dialoogkamer", "department-green");
        assertThat(surveys.asked(round)).as("one for each address").isEqualTo(5);
        assertThat(mails(PROPOSER, ASKED)).isEqualTo(1);
        assertThat(Mails.text(
                        mail.receivedBy(PROPOSER).get(mail.receivedBy(PROPOSER).size() - 1)))
                .contains("U kunt antwoorden tot en met "
                        + words.dutchDay(begins(Phase.EXECUTION).plusDays(43)));
        assertThat(mails(OTHERS.get(0), ASKED) + mails(OTHERS.get(0).toUpperCase(Locale.ROOT), ASKED))
                .as("two ideas, one mail")
                .isEqualTo(1);
        assertThat(open(round)).containsExactly("Task_AnswerSurvey", "Task_AnswerSurvey");
        assertThat(clocks.find(round, SurveyDesk.TERM, null).orElseThrow().lastDay())
                .isEqualTo(begins(Phase.EXECUTION).plusDays(43));
    }

    @Test
    void asksWhoIsOnPaperByLetterAndCountsTheirAnswerOnce() throws Exception {
        idea("bank", Map.of("contactMail", ""), Actor.person(PersonId.create(), "ambtenaar"), true);
        decided();
        beginSurvey();
        var paper = desk.onPaper(round).get(0).id().toString();
        assertThat(letters.waiting(new AreaLimit(false, Set.of(poort)), null, 50))
                .extracting(IdeaLetters.Waiting::title)
                .contains(ASKED);
        mvc.perform(get("/wijkbudget/" + view(round).number() + "/evaluatie").with(role("participation-office")))
                .andExpect(content().string(containsString(paperUrl())));

        mvc.perform(paper("", 4)).andExpect(status().isUnprocessableEntity());
        mvc.perform(paper(paper, 9)).andExpect(status().isUnprocessableEntity());
        assertThat(surveys.answers(round)).isEmpty();
        mvc.perform(paper(paper, 4)).andExpect(redirectedUrl(paperUrl()));
        mvc.perform(paper(paper, 4)).andExpect(status().isUnprocessableEntity());

        assertThat(surveys.answers(round)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from wijkbudget_survey_asked where round = ? and on_paper")
                        .param(round.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String paperUrl() {
        return "/wijkbudget/" + view(round).number() + "/evaluatie/papier";
    }

    private MockHttpServletRequestBuilder paper(String who, int mark) {
        var request =
                post(paperUrl()).with(role("participation-office")).with(csrf()).param("who", who);
        says(mark).forEach((key, value) -> request.param(key, String.valueOf(value)));
        return request;
    }

    @Test
    void countsFromThePlannedDayWhenAskingCameLate() throws Exception {
        decided();

        goTo(begins(Phase.EXECUTION).plusDays(20));

        assertThat(surveys.find(round)).isPresent();
        assertThat(clocks.find(round, SurveyDesk.TERM, null).orElseThrow().lastDay())
                .isEqualTo(begins(Phase.EXECUTION).plusDays(43));
    }

    @Test
    void keepsAnAnswerOfEachOnceAndRemindsWhoDidNotAnswer() throws Exception {
        decided();
        beginSurvey();
        mvc.perform(post(address(PROPOSER) + "/evaluatie").param("clear", "4"))
                .andExpect(status().isUnprocessableEntity());
        replied(PROPOSER, 4);
        mvc.perform(get(address(PROPOSER) + "/evaluatie")).andExpect(redirectedUrl(address(PROPOSER)));
        replies(PROPOSER, 1, "Nog eens.").andExpect(status().isUnprocessableEntity());
        answer(round, "Task_AnswerSurvey", says(5));
        assertThat(open(round)).containsExactly("Task_AnswerSurvey");

        goTo(begins(Phase.EXECUTION).plusDays(30));

        assertThat(mails(PROPOSER, REMINDED)).isZero();
        assertThat(mails(OTHERS.get(1), REMINDED)).isEqualTo(1);
        replied(OTHERS.get(1), 2);
        closed();
        assertThat(open(round)).doesNotContain("Task_AnswerSurvey");
        replies(OTHERS.get(2), 5, "").andExpect(status().isUnprocessableEntity());
        assertThat(surveys.answers(round))
                .extracting(answer -> answer.marks().get(0))
                .containsExactlyInAnyOrder(4, 5, 2);
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.EXECUTION);
        goTo(begins(Phase.EVALUATION));
        assertThat(open(round)).containsExactly("Task_Evaluate");
    }

    @Test
    void remindsNobodyOnceTheLastDayIsOverAndSaysSoBehindTheLink() throws Exception {
        decided();
        beginSurvey();
        goTo(begins(Phase.EXECUTION).plusDays(44));

        assertThat(mails(OTHERS.get(1), REMINDED)).isZero();
        mvc.perform(get(address(PROPOSER) + "/evaluatie"))
                .andExpect(redirectedUrl(address(PROPOSER)))
                .andExpect(flash().attributeExists("refusal"));
        assertThat(page(address(PROPOSER))).contains("gesloten sinds ");
    }

    @Test
    void keepsNothingThatTellsWhoAnsweredWhat() throws Exception {
        decided();
        beginSurvey();
        replied(PROPOSER, 4);

        var columns = jdbc.sql(
                        "select column_name from information_schema.columns where table_name = 'wijkbudget_survey_answer'"
                                + " and table_schema = current_schema() order by column_name")
                .query(String.class)
                .list();

        assertThat(columns)
                .containsExactlyInAnyOrder("id", "round", "kind", "clear", "heard", "fair", "again", "words");
        assertThat(jdbc.sql("select kind from casefile_event where kind like 'wijkbudget.survey%'")
                        .query(String.class)
                        .list())
                .as("no line for an answer")
                .containsExactly("wijkbudget.survey-opened");
        assertThat(surveys.silent(round)).hasSize(4);
    }
}
