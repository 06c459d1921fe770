package org.samenspraak.advice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** What each council does with a question: it has until 1 October 2026. */
class CouncilAdviceProcessTest extends AdviceScenario {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 10, 20);

    @Autowired
    private Points points;

    private CaseId request;
    private CaseId ofYouth;
    private CaseId ofNeighbours;
    private CaseId ofCulture;

    @BeforeEach
    void askThree() {
        request = sentOut();
        ofYouth = caseOf(request, youth);
        ofNeighbours = caseOf(request, neighbourhood);
        ofCulture = caseOf(request, culture);
    }

    @Test
    void readsWhatIsAskedAndWhyOfThisCouncil() {
        assertThat(known(ofYouth, "Task_WriteAdvice"))
                .containsEntry("asked", "Schoolomgeving Kuringen")
                .containsEntry("question", "Hoe maken we de schoolomgeving veilig?")
                .containsEntry("why", "Deze adviesraad gaat over jeugd.")
                .containsEntry("chair", "chair Jeugdraad")
                .containsEntry("answer", "");
        assertThat(known(ofCulture, "Task_WriteAdvice"))
                .containsEntry("why", "De dienst wil graag weten wat uw raad hiervan vindt.");
    }

    @Test
    void keepsPointsVotesAndTheMinority() {
        answer(ofYouth, "Task_WriteAdvice", advice("Maak de straat smaller.", "Zet een bank."));

        assertThat(points.of(ofYouth))
                .extracting(point -> point.number() + " " + point.words().text())
                .containsExactly("1 Maak de straat smaller.", "2 Zet een bank.");
        assertThat(value(ofYouth, "votes_for")).isEqualTo("7");
        assertThat(value(ofYouth, "consensus")).isEqualTo("false");
        assertThat(value(ofYouth, "minority")).isEqualTo("Twee leden willen geen paaltjes.");
        assertThat(value(ofYouth, "late")).isEqualTo("false");
        assertThat(open(ofYouth)).isEmpty();
        assertThat(view(ofYouth).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(open(request)).isEmpty();
    }

    @Test
    void refusesAVoteOfNobodyAndAdviceWithoutPoints() {
        var noVotes = advice("Zet een bank.");
        noVotes.putAll(Map.of("votesFor", "0", "votesAgainst", "0", "votesAbstained", "0"));
        refused("advice.refusal.no-votes", () -> answer(ofYouth, "Task_WriteAdvice", noVotes));
        var noPoints = advice();
        refused("advice.refusal.no-points", () -> answer(ofYouth, "Task_WriteAdvice", noPoints));
        assertThat(open(ofYouth)).containsExactly("Task_WriteAdvice");
    }

    @Test
    void advanceWhenAllAreInBeforeTheTerm() throws Exception {
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        answer(ofNeighbours, "Task_WriteAdvice", Map.of("answer", "none", "noReason", "Wij gaan er niet over."));
        assertThat(open(request)).isEmpty();
        cases.stop(ofCulture, CaseStatus.STOPPED, "Verkeerde raad.", CLERK);
        run();

        assertThat(open(request)).containsExactly("Task_Reply");
        assertThat(value(ofNeighbours, "reason")).isEqualTo("Wij gaan er niet over.");
        var dossier = "/zaken/" + view(request).number();
        for (var page : List.of(dossier, dossier + "/terugkoppeling")) {
            mvc.perform(get(page).with(role("participation-office")))
                    .andExpect(content()
                            .string(allOf(
                                    containsStringIgnoringCase("vraag ingetrokken"),
                                    not(containsStringIgnoringCase("nog geen antwoord")))));
        }
    }

    @Test
    void whoSaysNothingMayStillSendUntilTheRepliesAreFixed() {
        wait(31);
        assertThat(value(ofYouth, "answer")).isEqualTo("silent");
        assertThat(open(request)).containsExactly("Task_Reply");
        var shown =
                (Map<?, ?>) requireNonNull(known(ofYouth, "Task_WriteAdvice").get("advice"));
        assertThat((List<?>) shown.get("answers"))
                .extracting(one -> String.valueOf(((Map<?, ?>) one).get("value")))
                .containsExactly("advice", "none");

        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        assertThat(value(ofYouth, "answer")).isEqualTo("advice");
        assertThat(value(ofYouth, "late")).isEqualTo("true");

        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        assertThat(open(ofNeighbours)).isEmpty();
        assertThat(view(ofNeighbours).outcome()).isEqualTo("silent");
        assertThat(view(ofYouth).outcome()).isEqualTo("advice");
        assertThat(letters("advice-silence")).isEqualTo(3);
    }

    @Test
    void moreTimeMovesTheCouncilAndTheRequestAndLeavesTheOthersAlone() {
        answer(ofYouth, "Task_WriteAdvice", moreTime(LATER));
        assertThat(open(ofYouth)).containsExactlyInAnyOrder("Task_WriteAdvice", "Task_DecideMoreTime");
        assertThat(task(ofYouth, "Task_DecideMoreTime").groups()).hasToString("[department-youth]");
        refused("advice.refusal.more-time-asked", () -> answer(ofYouth, "Task_WriteAdvice", moreTime(LATER)));

        answer(ofYouth, "Task_DecideMoreTime", Map.of("moreTime", "granted", "decisionReason", "Dat kan."));

        assertThat(lastDay(ofYouth)).isEqualTo(LATER);
        assertThat(lastDay(request)).isEqualTo(LATER);
        assertThat(lastDay(ofNeighbours)).isEqualTo(LAST);
        assertThat(clocks.find(ofYouth, "advice", null).orElseThrow().lines())
                .anyMatch(line -> line.contains("verlengd tot en met 20 oktober 2026") && line.contains("Dat kan."));
        assertThat(clocks.find(request, "advice", null).orElseThrow().lines())
                .contains("verlengd tot en met 20 oktober 2026, want: Jeugdraad heeft meer tijd");
        goTo(LAST.plusDays(1));
        assertThat(value(ofNeighbours, "answer")).isEqualTo("silent");
        assertThat(open(request)).isEmpty();
        goTo(LATER.plusDays(1));
        assertThat(open(request)).containsExactly("Task_Reply");
    }

    @Test
    void afterAskingMoreTimeEveryMailSaysWhichDayHolds() throws Exception {
        link("chair@jeugdraad.example");
        var before = mail.receivedBy("chair@jeugdraad.example").size();
        var mails = post(link("chair@jeugdraad.example"));
        TypedForm.of(moreTime(LATER)).forEach((key, values) -> mails.param(key, values.toArray(String[]::new)));
        mvc.perform(mails.param("_name", "chair Jeugdraad")
                .param("_function", "chair")
                .with(csrf()));
        assertThat(open(ofYouth)).contains("Task_DecideMoreTime");
        outbox.sendDue();

        var received = mail.receivedBy("chair@jeugdraad.example");
        assertThat(received).hasSizeGreaterThan(before);
        for (var one : received.subList(before, received.size())) {
            assertThat(GreenMailUtil.getBody(one).replace("=\r\n", "")).doesNotContain("U hoeft niets meer te doen");
        }
        assertThat(known(ofYouth, "Task_WriteAdvice").get("moreAsked"))
                .isEqualTo(
                        "Uw raad vroeg tijd tot en met 20 oktober 2026. Wij beslissen ten laatste op 8 september 2026."
                                + " Tot dan geldt als laatste dag: 1 oktober 2026. Hoort u niets, dan krijgt u de tijd die u vroeg.");
    }

    @Test
    void moreTimeThatNobodyDecidesIsGrantedAlsoOnTheLastDay() {
        goTo(LAST);
        answer(ofYouth, "Task_WriteAdvice", moreTime(LATER));
        // decided by the eighth at the latest; replies could begin the day after
        assertThat(lastDay(ofYouth)).isEqualTo(LocalDate.of(2026, 10, 9));
        assertThat(lastDay(request)).isEqualTo(LocalDate.of(2026, 10, 9));

        goTo(LocalDate.of(2026, 10, 9));

        assertThat(open(ofYouth)).containsExactly("Task_WriteAdvice");
        assertThat(open(request)).isEmpty();
        assertThat(value(ofYouth, "more_time")).isEqualTo("granted");
        assertThat(lastDay(ofYouth)).isEqualTo(LATER);
        assertThat(lastDay(request)).isEqualTo(LATER);
    }

    @Test
    void moreTimeRefusedTheCouncilReadsWhyAndKeepsItsTerm() {
        answer(ofYouth, "Task_WriteAdvice", moreTime(LATER));
        answer(ofYouth, "Task_DecideMoreTime", Map.of("moreTime", "refused", "decisionReason", "Het budget sluit."));

        assertThat(lastDay(ofYouth)).isEqualTo(LAST);
        assertThat(letters("more-time-refused")).isEqualTo(1);
        refused("advice.refusal.more-time-refused", () -> answer(ofYouth, "Task_WriteAdvice", moreTime(LATER)));
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        assertThat(value(ofYouth, "late")).isEqualTo("false");
    }

    @Test
    void moreTimeIsNoQuestionAnyMoreOnceTheCouncilAnswers() {
        answer(ofYouth, "Task_WriteAdvice", moreTime(LATER));

        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));

        assertThat(open(ofYouth)).isEmpty();
    }

    /** On the page where it is typed, with what becomes of a day on which nobody works. */
    @Test
    void refusesMoreTimeThatIsNotLaterOrTooFar() throws Exception {
        var link = link("chair@jeugdraad.example");
        pressStep(link, 1, "answer=more-time").andExpect(redirectedUrl(link + "?stap=3"));
        pressStep(link, 3, "moreReason=Ons forum.", "moreUntil=" + LAST)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies 2 oktober 2026 of een latere dag.")));
        pressStep(
                        link,
                        3,
                        "moreReason=Ons forum.",
                        "moreUntil=" + LAST.plusYears(1).plusDays(1))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Kies 1 oktober 2027 of een vroegere dag."),
                                containsString("<title>Fout: "))));

        var typed = pressStep(link, 3, "moreReason=Ons forum.", "moreUntil=2026-11-11", "_save=1");
        assertThat(typed.andReturn().getResponse().getRedirectedUrl()).startsWith(link);
        mvc.perform(get(link).param("stap", "3"))
                .andExpect(content()
                        .string(allOf(
                                containsString("uw termijn loopt dan tot en met 12 november 2026."),
                                not(containsString("<title>Fout: ")))));
    }

    @Test
    void refusesToAnswerTogetherWithACouncilThatAnswered() {
        answer(ofNeighbours, "Task_WriteAdvice", Map.of("answer", "none"));
        var offered = known(ofYouth, "Task_WriteAdvice");

        assertThat(String.valueOf(offered.get("advice")))
                .contains(culture.toString())
                .doesNotContain(neighbourhood.toString());
    }

    @Test
    void aBrokenCompositionIsNoLegalAdviceAndTheCouncilReadsSoBefore() throws Exception {
        councils.flagComposition(youth, true, CLERK);
        mvc.perform(get(link("chair@jeugdraad.example")))
                .andExpect(content().string(containsString("De samenstelling van uw raad klopt nu niet.")));
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        assertThat(value(ofYouth, "not_legal")).isEqualTo("true");
    }

    @Test
    void saysWithOnePressThatItGotTheQuestionAndLosesNothing() throws Exception {
        var link = link("chair@jeugdraad.example");
        mvc.perform(get(link)).andExpect(content().string(containsString("Wij kregen deze vraag")));

        mvc.perform(post(link + "/ontvangen")
                        .param("_shown", "answer")
                        .param("answer", "advice")
                        .with(csrf()))
                .andExpect(redirectedUrl(link));

        assertThat(value(ofYouth, "acknowledged_at")).isNotEmpty();
        mvc.perform(get(link))
                .andExpect(content().string(not(containsString("Wij kregen deze vraag"))))
                .andExpect(content().string(containsString("value=\"advice\" checked")));
    }

    private int letters(String template) {
        return jdbc.sql("select count(*) from correspondence_letter where template = ?")
                .param(template)
                .query(Integer.class)
                .single();
    }

    private static void refused(String key, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }
}
